// One request of a capture: its body read within limits, an answer, and word of what became of it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { appendBody, bytesOf, emptyBody } from '../growing-body.js';
import { headerLines, messageOf } from '../incoming-message.js';
import type { SinkMessage } from '../types.js';
import { costOfHead, type MemoryBudget } from './memory-budget.js';
import type { Loss } from './types.js';

/** Is told of each request: that it began, what came of it, and that it is over. */
export interface RequestHandler {
  onBegin(): void;
  /** Gives whether the message is kept. */
  onMessage(message: SinkMessage): boolean;
  /** Also for connections that never became a request: those neither begin nor settle. */
  onLoss(loss: Loss, reason?: string): void;
  onSettled(): void;
}

export interface RequestLimits {
  readonly maxBodyBytes: number;
  /** Shared by all requests. What is kept stays taken. */
  readonly budget: MemoryBudget;
}

/** Says that the rest of a request will not come. Gives false where it is complete, or lost already. */
export type Lose = (loss: Loss, reason?: string) => boolean;

/** Reads a request and answers it: 202, or 413 where its body is too long. `onOver` is called last of all. */
export function receiveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  handler: RequestHandler,
  { maxBodyBytes, budget }: RequestLimits,
  onOver: () => void,
): Lose {
  let held = 0;
  let body = emptyBody();
  let state: 'reading' | 'lost' | 'complete' = 'reading';

  function lose(loss: Loss, reason?: string): boolean {
    if (state !== 'reading') return false;
    state = 'lost';
    budget.giveBack(held);
    body = emptyBody();
    handler.onLoss(loss, reason);
    return true;
  }
  function hold(bytes: number): void {
    if (budget.take(bytes)) held += bytes;
    else lose('noRoom');
  }

  handler.onBegin();
  hold(costOfHead(request.url ?? '', headerLines(request)));
  request.on('data', (chunk: Buffer) => {
    if (state !== 'reading') return;
    if (body.length + chunk.length > maxBodyBytes) {
      lose('tooLarge');
      response.writeHead(413, { 'Content-Length': 0, Connection: 'close' }).end(() => request.destroy());
      return;
    }
    hold(chunk.length);
    if (state === 'reading') appendBody(body, chunk, maxBodyBytes);
  });
  request.on('error', () => undefined);
  request.once('end', () => {
    if (state === 'reading') {
      state = 'complete';
      // A copy just as long as the body: what is kept for long holds no spare room.
      if (!handler.onMessage(messageOf(request, new Uint8Array(bytesOf(body))))) budget.giveBack(held);
    }
    if (!response.headersSent) response.writeHead(202, { 'Content-Length': 0 }).end();
  });
  request.once('close', () => {
    lose('incomplete');
    handler.onSettled();
    onOver();
  });
  return lose;
}
