import type { Io } from '../../../src/cli/io.js';

export interface MemoryIo extends Io {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** What Ctrl-C does. */
  readonly interrupt: () => void;
}

/** Streams that keep what was written; no terminal unless columns are given. */
export function memoryIo(
  options: { readonly columns?: number; readonly onOut?: (text: string) => void } = {},
): MemoryIo {
  const written = { out: '', err: '' };
  const abort = new AbortController();
  const stream = (name: 'out' | 'err'): Io['out'] => ({
    isTty: options.columns !== undefined,
    hasColors: false,
    columns: options.columns ?? 100,
    write: (text) => {
      written[name] += text;
      if (name === 'out') options.onOut?.(text);
    },
  });
  return {
    out: stream('out'),
    err: stream('err'),
    signal: abort.signal,
    stdout: () => written.out,
    stderr: () => written.err,
    interrupt: () => abort.abort(),
  };
}
