import { PassThrough } from 'node:stream';
import type { EndingAdapter } from '../../target/adapter/adapter-lives.js';
import { connectAdapter } from '../../target/adapter/connect-adapter.js';
import { type Answerer, serveAdapter } from './serve-adapter.js';

/** An adapter in this process that speaks the same lines as a program: a new pair of streams for each life. */
export function adapterInMemory(answer: Answerer): EndingAdapter {
  return connectAdapter(
    () => {
      const [input, output] = [new PassThrough(), new PassThrough()];
      // What an adapter throws ends it, as it would end a program.
      serveAdapter(input, output, answer).catch(() => output.destroy());
      return { input, output };
    },
    { graceMs: 100 },
  );
}
