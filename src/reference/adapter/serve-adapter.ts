// Lines in, lines out: what every adapter program does.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { AdapterRequest } from '../../target/adapter/protocol.js';

/** What an adapter answers to a request: the members beside the id, a whole line, or nothing. */
export type Answerer = (request: AdapterRequest, line: string) => object | string | undefined;

/**
 * Answers every line of `input` on `output`, until the input ends or the signal fires. Rejects with a SyntaxError for a
 * line that is no JSON.
 */
export async function serveAdapter(
  input: Readable,
  output: Writable,
  answer: Answerer,
  signal?: AbortSignal,
): Promise<void> {
  for await (const line of createInterface({ input, ...(signal && { signal }) })) {
    const { id, ...request } = JSON.parse(line) as { readonly id: number } & AdapterRequest;
    const reply = answer(request as AdapterRequest, line);
    if (reply === undefined) continue;
    output.write(typeof reply === 'string' ? reply : `${JSON.stringify({ id, ...reply })}\n`);
  }
  output.end();
}
