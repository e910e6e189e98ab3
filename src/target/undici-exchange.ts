// One request in undici: its dispatch handler, deadline and abort listener in a single object. A class, because it is
// made for every request of a run: methods on a prototype cost nothing, ten closures do.
import type { Dispatcher } from 'undici';
import type { HeaderLine } from '../binding/types.js';
import { unwatchAbort, watchAbort } from './abort-watch.js';
import { appendBody, bytesOf, emptyBody, type GrowingBody } from './growing-body.js';
import { handOn } from './hand-on.js';
import { trimOws } from './header-text.js';
import { aborted, codeOf, failed, timedOut } from './transport-failure.js';
import type { Exchange, ExchangeOptions, HttpRequest, Reply } from './types.js';
import { type ResponseProgress, undiciFailure } from './undici-failure.js';

/** What the exchanges of a transport share. */
export interface DispatchContext {
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  /** True in the turn in which a connection was made, so that its first request knows. */
  fresh: boolean;
  /** Sends on a connection of its own. */
  dispatchFresh(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void;
  /** Sends again in a way that copes with 100 Continue. */
  resend(request: HttpRequest, options: ExchangeOptions): Promise<Exchange>;
}

/** Calls `resolve` with the exchange, or `reject` when the fault is not the target's. */
export class UndiciExchange implements Dispatcher.DispatchHandler {
  private readonly started = performance.now();
  private readonly timer: NodeJS.Timeout;
  private abort: ((error?: Error) => void) | undefined;
  private progress: ResponseProgress = 'nothing';
  private settled = false;
  private reused = false;
  private retried = false;
  private status = 0;
  private reason = '';
  private headers: HeaderLine[] = [];
  private interimBytes = 0;
  private readonly body: GrowingBody = emptyBody();

  constructor(
    private readonly context: DispatchContext,
    private readonly request: HttpRequest,
    private readonly dispatch: Dispatcher.DispatchOptions,
    private readonly options: ExchangeOptions,
    private readonly resolve: (exchange: Exchange) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    this.timer = setTimeout(onDeadline, options.timeoutMs, this);
    if (options.signal !== undefined) watchAbort(options.signal, this);
  }

  onConnect(abort: (error?: Error) => void): void {
    if (this.settled) {
      abort();
      return;
    }
    this.abort = abort;
    this.reused = !this.context.fresh && !this.retried;
    this.context.fresh = false;
  }

  onResponseStarted(): void {
    if (this.progress === 'nothing') this.progress = 'head';
  }

  onHeaders(status: number, raw: readonly Buffer[], _resume: () => void, reason: string): boolean {
    if (status < 200) return this.onInterim(raw);
    this.progress = 'body';
    this.status = status;
    this.reason = reason;
    this.headers = headerLines(raw);
    // These end with their head (RFC 9112, 6.3); undici would go on to ask for what Content-Length promises.
    if (status === 204 || status === 304) this.respond(false);
    return true;
  }

  onData(chunk: Buffer): boolean {
    if (!this.settled && appendBody(this.body, chunk, this.context.maxBodyBytes)) {
      this.respond(true);
      this.abort?.();
    }
    return true;
  }

  onComplete(): void {
    this.respond(false);
  }

  onError(error: Error): void {
    if (this.settled) return;
    if (codeOf(error) === 'UND_ERR_SOCKET' && error.message === 'bad response') {
      this.resend();
      return;
    }
    const failure = undiciFailure(error, this.progress);
    if (failure === undefined) {
      this.end();
      this.reject(error);
    } else if (this.isStale(failure.code)) {
      this.retried = true;
      this.context.dispatchFresh(this.dispatch, this);
    } else {
      this.settle({ kind: 'failure', failure });
    }
  }

  /** The caller's signal. */
  onAbort(): void {
    this.giveUp(aborted());
  }

  giveUp(reply: Reply): void {
    if (this.settled) return;
    this.settle(reply);
    this.abort?.();
  }

  timeOut(): void {
    this.giveUp(timedOut(this.options.timeoutMs));
  }

  /** The target had closed the kept connection before the request reached it: that says nothing about the request. */
  private isStale(code: string): boolean {
    return this.reused && !this.retried && this.progress === 'nothing' && (code === 'closed' || code === 'reset');
  }

  private onInterim(raw: readonly Buffer[]): boolean {
    this.interimBytes += raw.reduce((sum, part) => sum + part.length, raw.length * 2 + 16);
    if (this.interimBytes > this.context.maxHeaderBytes) {
      this.giveUp(failed('too-large', `more than ${this.context.maxHeaderBytes} bytes of interim responses`));
    }
    return true;
  }

  private resend(): void {
    this.end();
    const spent = performance.now() - this.started;
    const options = { ...this.options, timeoutMs: Math.max(1, this.options.timeoutMs - spent) };
    this.context
      .resend(this.request, options)
      .then(({ reply, ms }) => this.resolve({ reply, ms: ms + spent }), this.reject);
  }

  private respond(truncated: boolean): void {
    if (this.settled) return;
    const { status, reason, headers } = this;
    this.settle({ kind: 'response', response: { status, reason, headers, body: bytesOf(this.body), truncated } });
  }

  private settle(reply: Reply): void {
    this.end();
    handOn(this.resolve, { reply, ms: performance.now() - this.started });
  }

  private end(): void {
    this.settled = true;
    clearTimeout(this.timer);
    if (this.options.signal !== undefined) unwatchAbort(this.options.signal, this);
  }
}

function onDeadline(exchange: UndiciExchange): void {
  exchange.timeOut();
}

function headerLines(raw: readonly Buffer[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at];
    const value = raw[at + 1];
    if (name === undefined || value === undefined) break;
    lines.push([name.toString('latin1'), trimOws(value.toString('latin1'))]);
  }
  return lines;
}
