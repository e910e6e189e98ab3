import { describe, expect, it } from 'vitest';
import { canaryName, greet } from '../../../src/target/adapter/greet.js';
import { connected, type Script, started } from './helpers/programs.js';

const PATIENT = { timeoutMs: 20_000 };

const polite: Script = ({ onLine, write }) =>
  onLine((line) => {
    const { id, op } = JSON.parse(line);
    const hello = { protocol: 1, name: 'n', version: '1', language: 'js', supports: ['validate'] };
    write(`${JSON.stringify({ id, ...(op === 'hello' ? hello : { unsupported: true }) })}\n`);
  });

describe('greet', () => {
  it('gives the hello of an adapter that knows what it does not know', async () => {
    expect(await greet(connected(polite), PATIENT)).toEqual({
      kind: 'hello',
      hello: { kind: 'hello', name: 'n', version: '1', language: 'js', supports: ['validate'] },
    });
  });

  it('disqualifies one that answers whatever it is asked', async () => {
    const yes: Script = ({ onLine, write }) =>
      onLine((line) => {
        const { id, op } = JSON.parse(line);
        const hello = { protocol: 1, name: 'n', version: '1', language: 'js', supports: ['validate'] };
        write(`${JSON.stringify({ id, ...(op === 'hello' ? hello : { valid: true }) })}\n`);
      });
    expect(await greet(connected(yes), { ...PATIENT, canary: 'canary-1234' })).toMatchObject({
      kind: 'problem',
      code: 'canary',
      message: expect.stringMatching(
        /^the adapter answers without reading: asked for canary-1234, which does not exist, it did not answer unsupported \(the adapter's reply to canary-1234 breaks the protocol: /,
      ),
      hint: 'answer {"id":…,"unsupported":true} to every op that the adapter does not know',
      exchange: { request: { op: 'canary-1234' } },
    });
  });

  it('disqualifies one that does not answer at all what it does not know, or dies of it', async () => {
    const hello = '{"id":1,"protocol":1,"name":"n","version":"1","language":"js","supports":[]}\n';
    const silent = new Function(
      'hello',
      'return ({ onLine, write }) => onLine((line) => line.includes("hello") && write(hello))',
    );
    expect(await greet(connected(silent(hello)), { timeoutMs: 100 })).toMatchObject({ code: 'canary' });
    const dying = started([
      process.execPath,
      '-e',
      `process.stdin.on('data', (line) => String(line).includes('hello') ? process.stdout.write(${JSON.stringify(hello)}) : process.exit(1))`,
    ]);
    expect(await greet(dying, PATIENT)).toMatchObject({
      code: 'canary',
      message: expect.stringContaining('(the program ended before it replied (exit code 1))'),
    });
  });

  it('says what is wrong with a hello, and what to do', async () => {
    const wrong: Script = ({ onLine, write }) =>
      onLine((line) => write(`{"id":${JSON.parse(line).id},"protocol":2}\n`));
    expect(await greet(connected(wrong), PATIENT)).toMatchObject({
      kind: 'problem',
      code: 'protocol',
      message: "the adapter's reply to hello breaks the protocol: it has no member name",
      hint: expect.stringContaining('ce-conform adapter check'),
    });
    expect(await greet(started(['./nothing-here']), PATIENT)).toMatchObject({
      kind: 'problem',
      code: 'unreachable',
      message: expect.stringContaining('ENOENT'),
      hint: expect.stringMatching(/./),
    });
  });

  it('ends with the run', async () => {
    const run = new AbortController();
    const greeting = greet(
      connected(() => undefined),
      { ...PATIENT, signal: run.signal },
    );
    run.abort();
    expect(await greeting).toMatchObject({ kind: 'problem', code: 'aborted' });
  });
});

it('a canary has another name each time', () => {
  const names = Array.from({ length: 50 }, canaryName);
  expect(new Set(names).size).toBe(50);
  for (const name of names) expect(name).toMatch(/^canary-[0-9a-f]{8}$/);
});
