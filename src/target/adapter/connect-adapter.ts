// An adapter in the same process, over streams in memory: it speaks the same lines as a program would.
import type { Readable, Writable } from 'node:stream';
import { adapterLives, type EndingAdapter, type LivesOptions } from './adapter-lives.js';
import type { Link, Opened } from './link.js';

/** The ends of the harness: `input` is what the adapter reads, `output` and `errors` are what it writes. */
export type AdapterStreams = Pick<Link, 'input' | 'output' | 'errors'>;

/**
 * An adapter behind streams. A function is called for each life, as a program is started again; streams that are given
 * as they are have one life. A life is ended by destroying its streams.
 */
export function connectAdapter(
  streams: AdapterStreams | (() => AdapterStreams),
  options: LivesOptions = {},
): EndingAdapter {
  let spent = false;
  return adapterLives(async (): Promise<Opened> => {
    if (typeof streams === 'function') return { kind: 'link', link: linkOf(streams()) };
    if (spent)
      return { kind: 'failure', failure: { code: 'unreachable', message: 'the streams of the adapter have ended' } };
    spent = true;
    return { kind: 'link', link: linkOf(streams) };
  }, options);
}

function linkOf({ input, output, errors }: AdapterStreams): Link {
  const ended = new Promise<string>((resolve) => {
    const done = (): void => resolve('its streams ended');
    output.once('end', done).once('close', done);
  });
  return {
    input,
    output,
    ...(errors !== undefined && { errors }),
    ended,
    kill() {
      for (const stream of [input, output, errors] satisfies (Readable | Writable | undefined)[]) stream?.destroy();
    },
  };
}
