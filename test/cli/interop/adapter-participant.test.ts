import { describe, expect, test } from 'vitest';
import { adapterParticipant } from '../../../src/cli/interop/adapter-participant.js';
import type { Participant } from '../../../src/cli/interop/participant.js';
import { plain } from '../../../src/generate/telling/telling.js';
import type { Adapter, AdapterHello } from '../../../src/target/adapter/protocol.js';
import { connected, nodeProgram, type Script, scriptProgram, started } from '../../target/adapter/helpers/programs.js';

const hello: AdapterHello = {
  kind: 'hello',
  name: 'n',
  version: '1',
  language: 'l',
  supports: ['encode:http-binary', 'decode:http-batch', 'decode:http-binary', 'validate', 'encode:pigeon'],
};
const open = (adapter: Adapter, timeoutMs = 10_000, signal = new AbortController().signal): Participant =>
  adapterParticipant({ id: 'a', sdk: 's' }, adapter, hello, { timeoutMs, signal });
const numbered = (count: number) => Array.from({ length: count }, (_, at) => plain({ id: String(at) }));
const encodeAll = (one: Participant, count: number) =>
  Promise.all(numbered(count).map((event) => one.encode([event], 'binary')));

const echo: Script = ({ onLine, write }) =>
  onLine((line) => {
    const { id, events } = JSON.parse(line);
    const headers = [['ce-id', events[0].attributes.id]];
    write(`${JSON.stringify({ id, message: { headers } })}\n`);
  });

/** Dies of the event with the id 5, with all that it owes. */
const mortal: Script = ({ onLine, write }) => {
  const waiting: string[] = [];
  onLine((line) => {
    const { id, events } = JSON.parse(line);
    const name = events[0].attributes.id;
    if (name === '5') throw new Error('it dies');
    waiting.push(`${JSON.stringify({ id, message: { headers: [['ce-id', name]] } })}\n`);
    setImmediate(() => write(waiting.splice(0).join('')));
  });
};

test('a participant is what its hello says', () => {
  const { subject } = open(connected(echo));
  expect(subject).toEqual({
    id: 'a',
    sdk: 's',
    name: 'n',
    version: '1',
    language: 'l',
    encodes: ['binary'],
    decodes: ['binary', 'batch'],
  });
});

test('answers come back to their requests, however many there are', async () => {
  const all = await encodeAll(open(connected(echo)), 50);
  expect(all.map((one) => one.kind === 'message' && one.message.headers[0]?.[1])).toEqual(
    numbered(50).map((_, at) => String(at)),
  );
});

describe('a program that fails', () => {
  test('at one event fails at that one alone: the others are asked again', async () => {
    const all = await encodeAll(open(started(scriptProgram(mortal))), 20);
    expect(all.map(({ kind }) => kind)).toEqual(numbered(20).map((_, at) => (at === 5 ? 'failed' : 'message')));
    expect(all[5]).toMatchObject({ code: 'closed', message: expect.stringContaining('exit code') });
  });

  test('in every life is not asked any more, and that is no failure', async () => {
    const program = nodeProgram('process.stdin.once("data", () => process.exit(3))');
    const participant = open(started(program, { restarts: 3 }));
    const kinds = (await encodeAll(participant, 20)).map(({ kind }) => kind);
    expect(kinds).toContain('failed');
    expect(kinds.at(-1)).toBe('not-asked');
    expect(participant.gaveUp()).toBe('the program ended 4 times in a row and is not started again');
  });
});

test('an answer that breaks the protocol is not asked for again', async () => {
  let asked = 0;
  const broken: Script = ({ onLine, write }) =>
    onLine((line) => {
      asked += 1;
      write(`${JSON.stringify({ id: JSON.parse(line).id, message: 7 })}\n`);
    });
  const [answer] = await encodeAll(open(connected(broken)), 1);
  expect(answer).toMatchObject({ kind: 'failed', code: 'protocol' });
  expect(asked).toBe(1);
});

test('who hangs has a timeout, also alone', async () => {
  let asked = 0;
  const silent: Script = ({ onLine }) =>
    onLine(() => {
      asked += 1;
    });
  const [answer] = await encodeAll(open(connected(silent), 50), 1);
  expect(answer).toEqual({ kind: 'failed', code: 'timeout', message: 'no reply within 50 ms' });
  expect(asked).toBe(2);
});

test('after an interruption nobody has failed', async () => {
  const abort = new AbortController();
  const participant = open(
    connected(({ onLine }) => onLine(() => undefined)),
    10_000,
    abort.signal,
  );
  const asking = encodeAll(participant, 20);
  abort.abort();
  expect(new Set((await asking).map(({ kind }) => kind))).toEqual(new Set(['not-asked']));
  expect(participant.gaveUp()).toBeUndefined();
});
