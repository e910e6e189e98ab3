// `ce-conform reference`: serves the reference, with any of its faults, as a receiver over HTTP or as an adapter.
import { usageError } from '../../engine/error.js';
import type { Fault } from '../../reference/fault.js';
import { FAULTS, faultNamed } from '../../reference/faults/index.js';
import { type ServedReference, type ServeOptions, serveReference } from '../../reference/serve.js';
import { SUBTLE_FAULTS } from '../../reference/subtle/index.js';
import type { Io } from '../io.js';
import { listenError } from '../listen-error.js';
import { printJson } from '../print-json.js';
import { printTable } from '../table.js';
import { version } from '../version.js';

export interface ReferenceFlags {
  readonly port?: number;
  readonly host?: string;
  readonly fault?: readonly string[];
  readonly forward?: string;
  readonly filter?: boolean;
  readonly adapter?: boolean;
  /** The address of a topic to read from, and of one to reply to. */
  readonly consume?: string;
  /** The address of a topic to publish to. */
  readonly produce?: string | true;
  readonly replyMode?: 'structured' | 'other';
  readonly count?: number;
  readonly listFaults?: boolean;
  readonly json?: boolean;
}

/** Serves until `io.signal` fires; or lists the faults. Throws a usage error for a port that cannot be had. */
export async function reference(flags: ReferenceFlags, io: Io): Promise<number> {
  if (flags.listFaults === true) return listFaults(flags, io);
  if (flags.adapter === true) return serveStdio(flags, io);
  const { consume, produce } = flags;
  if (consume !== undefined) return (await import('./reference-broker.js')).consume(consume, flags, io);
  if (produce !== undefined)
    return (await import('./reference-broker.js')).produce(produce === true ? sinkOf(process.env) : produce, flags, io);
  const forward = flags.forward === undefined ? undefined : forwardUrl(flags.forward);
  if (flags.filter === true && forward === undefined) {
    throw usageError(
      'reference.filter',
      'failed to serve a filter: nothing says where the events that pass it go',
      'add --forward URL',
    );
  }
  const served = await serve({
    faults: (flags.fault ?? []).map(faultNamed),
    port: flags.port ?? 0,
    host: flags.host ?? '127.0.0.1',
    ...(forward === undefined ? {} : { forward }),
    ...(flags.filter === true ? { filtered: true } : {}),
  });
  try {
    const url = served.url.href;
    const filter = flags.filter === true ? served.filterUrl.href : undefined;
    io.out.write(flags.json === true ? `${JSON.stringify({ url, filter })}\n` : `listening at ${url}\n`);
    if (filter !== undefined && flags.json !== true)
      io.out.write(`PUT an expression to ${filter} to make it the filter\n`);
    await aborted(io.signal);
  } finally {
    await served.close();
  }
  return 0;
}

/** Where the harness captures a producer that it has started. */
function sinkOf(env: NodeJS.ProcessEnv): string {
  const sink = env['CE_CONFORM_SINK'];
  if (sink !== undefined) return sink;
  throw usageError(
    'reference.produce',
    'failed to publish: no topic is named, and there is no CE_CONFORM_SINK',
    'for example --produce kafka://HOST:PORT/TOPIC',
  );
}

// Stdin and stdout are the adapter's own; it ends when its stdin does, or is interrupted.
async function serveStdio({ fault }: ReferenceFlags, { signal }: Io): Promise<number> {
  const faults = (fault ?? []).map(faultNamed);
  const [{ serveAdapter }, { answerAs }] = await Promise.all([
    import('../../reference/adapter/serve-adapter.js'),
    import('../../reference/adapter/answer.js'),
  ]);
  try {
    await serveAdapter(process.stdin, process.stdout, (request) => answerAs(request, version(), faults), signal);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw usageError(
      'reference.request',
      'failed to read a request: a line on stdin is no JSON',
      'it is started by the harness: ce-conform --adapter -- ce-conform reference --adapter',
    );
  }
  return 0;
}

interface ListedFault extends Pick<Fault, 'name' | 'requirement' | 'summary'> {
  /** The suite need not notice it: it is for what looks further. */
  readonly isSubtle: boolean;
}

function listFaults(flags: ReferenceFlags, io: Io): number {
  const listed = (faults: readonly Fault[], isSubtle: boolean): readonly ListedFault[] =>
    faults.map(({ name, requirement, summary }) => ({ name, requirement, summary, isSubtle }));
  const faults = [...listed(FAULTS, false), ...listed(SUBTLE_FAULTS, true)];
  if (flags.json === true) printJson({ faults }, io);
  else
    printTable(
      faults.map(({ name, summary, isSubtle }) => [name, isSubtle ? `subtle: ${summary}` : summary]),
      io,
    );
  return 0;
}

async function serve(
  options: ServeOptions & { readonly host: string; readonly port: number },
): Promise<ServedReference> {
  try {
    return await serveReference(options);
  } catch (error) {
    throw listenError(error, {
      ...options,
      code: 'reference.listen',
      hostHint: 'choose another --host',
      portHint: 'choose another --port, or 0 for a free one',
    });
  }
}

function forwardUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw usageError(
    'reference.forward',
    `failed to read --forward: ${JSON.stringify(text)} is no URL of HTTP`,
    'for example --forward http://127.0.0.1:9000/',
  );
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
