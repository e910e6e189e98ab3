// Why there is no reply that can be used, and what its author can do about it.
import type { AdapterExchange, AdapterFailure } from '../../target/adapter/protocol.js';
import type { Stray } from '../../target/adapter/watch.js';
import type { Asked } from './asked.js';
import type { Broken } from './types.js';

/** What is broken about these exchanges, or undefined when each has a reply. `line` is a reply to the first of them. */
export function explainFailure(asked: Asked, line?: string): Broken | undefined {
  const { stray } = asked;
  const shown = { asked, ...(line !== undefined && { line }) };
  if (stray !== undefined) {
    return { problem: `the program wrote ${stray.why}`, next: STRAYS[stray.kind], ...shown };
  }
  for (const { outcome } of asked.exchanges) {
    if (outcome.kind === 'reply') continue;
    const { code, message } = outcome.failure;
    return { problem: message, next: FAILURES[code], ...shown, ...(code === 'unreachable' && { unreachable: true }) };
  }
  return undefined;
}

/** What the program wrote on stderr meanwhile, where that says more than nothing. */
export const stderrOf = ({ exchanges }: Asked): string | undefined =>
  exchanges.map(({ stderr }: AdapterExchange) => stderr?.trim()).find((text) => text !== undefined && text !== '');

const STRAYS: Readonly<Record<Stray['kind'], string>> = {
  'no-json':
    'Write nothing on stdout but replies, each one JSON object on one line. Prints and logs, also those of libraries, belong on stderr.',
  'no-id': 'Copy the id of the request, a number, into its reply.',
  unasked: 'Copy the id of the request into its reply.',
  second: 'Answer each request once.',
  unended: 'End each reply with a line feed.',
  'too-long': 'End each reply with a line feed, and write no reply of more than 16 MiB.',
};

const FAILURES: Readonly<Record<AdapterFailure['code'], string>> = {
  timeout:
    'Read stdin line by line, without waiting for its end; write the reply at once, end it with a line feed, and flush: most languages hold stdout back when it is a pipe.',
  unreachable: 'Run the command line behind -- by itself: it has to start a program that waits for lines on stdin.',
  closed: 'Catch what is thrown and answer `rejected`; go on reading until stdin ends.',
  protocol: 'Write the reply in the form that `ce-conform schema adapter-reply` describes.',
  aborted: 'Start the check again.',
};
