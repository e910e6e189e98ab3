import { describe, expect, test } from 'vitest';
import { askedEngine } from '../../../../src/cli/interop/cesql/engine.js';
import { posedExpressions } from '../../../../src/cli/interop/cesql/posed-expressions.js';
import { inParallel } from '../../../../src/cli/interop/in-parallel.js';
import { textOf } from '../../../../src/generate/expression/spell.js';
import type { AdapterHello } from '../../../../src/target/adapter/protocol.js';
import { posed } from '../../../report/interop-cesql/helpers/posed.js';
import { connected, type Script } from '../../../target/adapter/helpers/programs.js';

const hello = (...supports: readonly string[]): AdapterHello => ({
  kind: 'hello',
  name: 'n',
  version: '1',
  language: 'l',
  supports,
});
const options = { timeoutMs: 10_000, signal: new AbortController().signal };

/** Answers each expression with what stands beside it. */
const scripted =
  (answers: Readonly<Record<string, object>>): Script =>
  ({ onLine, write }) =>
    onLine((line) => {
      const { id, expression, event } = JSON.parse(line);
      write(`${JSON.stringify({ id, ...(answers[expression] ?? { value: event.attributes.id, errors: [] }) })}\n`);
    });

describe('an engine', () => {
  test('is one that its hello claims, in the mode that it names', () => {
    const adapter = connected(scripted({}));
    expect(askedEngine({ id: 'a', sdk: 's' }, adapter, hello('decode:http-binary'), options)).toBeUndefined();
    expect(askedEngine({ id: 'a', sdk: 's' }, adapter, hello('evaluate:cesql'), options)?.declared).toBeUndefined();
    const named = askedEngine({ id: 'a', sdk: 's' }, adapter, hello('evaluate:cesql', 'evaluate:complete'), options);
    expect(named).toMatchObject({
      declared: 'complete',
      subject: { id: 'a', sdk: 's', name: 'n', version: '1', language: 'l' },
    });
  });

  test('answers with a value and errors, with errors alone, with what it threw, or not at all', async () => {
    const script = scripted({
      '1': { value: 1, errors: ['math'] },
      '2': { errors: ['parse'] },
      '3': { thrown: { reason: 'oh' } },
      '4': { unsupported: true },
      '5': { events: [] },
    });
    const asked = askedEngine({ id: 'a', sdk: 's' }, connected(script), hello('evaluate:cesql'), options);
    const answers = await Promise.all(['1', '2', '3', '4', '5', 'id'].map((text) => asked?.evaluate(posed(text))));
    expect(answers).toMatchObject([
      { kind: 'evaluated', value: 1, errors: ['math'] },
      { kind: 'evaluated', errors: ['parse'] },
      { kind: 'thrown', reason: 'oh' },
      { kind: 'refused', reason: expect.stringContaining('evaluate:cesql') },
      { kind: 'failed', code: 'protocol' },
      { kind: 'evaluated', value: '1', errors: [] },
    ]);
    expect('value' in (answers[1] ?? {})).toBe(false);
    expect(asked?.gaveUp()).toBeUndefined();
    await asked?.close();
  });
});

describe('in parallel', () => {
  test('so many are under way, and results keep their order', async () => {
    let [running, most] = [0, 0];
    const results = await inParallel([3, 1, 2, 0, 1], 2, options.signal, async (item, index) => {
      most = Math.max(most, ++running);
      for (let tick = 0; tick < item; tick++) await Promise.resolve();
      running--;
      return `${index}:${item}`;
    });
    expect(results).toEqual(['0:3', '1:1', '2:2', '3:0', '4:1']);
    expect(most).toBe(2);
  });

  test('nothing begins behind the signal', async () => {
    const abort = new AbortController();
    const results = await inParallel([1, 2, 3], 1, abort.signal, async (item) => {
      abort.abort();
      return item;
    });
    expect(results).toEqual([1, undefined, undefined]);
  });
});

test('a seed gives the same expressions, however many more there are', async () => {
  const texts = async (seed: string, count: number) => (await posedExpressions(seed, count)).map(textOf);
  expect(await texts('a', 20)).toEqual((await texts('a', 40)).slice(0, 20));
  expect(await texts('a', 20)).not.toEqual(await texts('b', 20));
  expect(await texts('a', 0)).toEqual([]);
});
