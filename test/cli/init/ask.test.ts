import { describe, expect, test } from 'vitest';
import { ask, type Known, wordsOf } from '../../../src/cli/init/ask.js';
import { CTRL_C, DOWN, ENTER, fakeTerminal } from './helpers/fake-terminal.js';

const NOTHING: Known = { subject: undefined, profiles: [], ci: undefined, drive: undefined, likelyCi: 'gitlab' };

describe('what is not known is asked', () => {
  test('a receiver, where it runs, and whether to drive it', async () => {
    const terminal = fakeTerminal([
      ['What is to be judged?', ENTER],
      ['At which address', ...'http://localhost:1/', ENTER],
      ['Where does it run?', ENTER],
      ['Drive it once now', ENTER],
    ]);
    expect(await ask(NOTHING, terminal)).toEqual({
      subject: { kind: 'target', target: 'http://localhost:1/' },
      profiles: [],
      ci: 'gitlab',
      drive: true,
    });
  });

  test('an answer that cannot be used is told, and asked for again', async () => {
    const terminal = fakeTerminal([
      ['What is to be judged?', DOWN, DOWN, ENTER],
      ['At which address', ...'kafka', ENTER],
      ['is no address of one', ...'://h:1', ENTER],
      ['Where does it run?', DOWN, ENTER],
      ['Drive it once now', 'n', ENTER],
    ]);
    expect(await ask(NOTHING, terminal)).toEqual({
      subject: { kind: 'target', target: 'kafka://h:1' },
      profiles: ['kafka-broker'],
      ci: 'none',
      drive: false,
    });
  });

  test('an adapter, by its command line', async () => {
    const terminal = fakeTerminal([
      ['What is to be judged?', DOWN, DOWN, DOWN, ENTER],
      ['Its command line?', ...'node "a.js"', ENTER],
      ['there is no shell', ...Array.from({ length: 6 }, () => '\u007f'), ...'a.js', ENTER],
    ]);
    expect(await ask({ ...NOTHING, ci: 'none', drive: false }, terminal)).toMatchObject({
      subject: { kind: 'adapter', adapter: ['node', 'a.js'] },
    });
  });

  test('what is known is not asked', async () => {
    const subject = { kind: 'target', target: 'reference:' } as const;
    const terminal = fakeTerminal([]);
    expect(await ask({ ...NOTHING, subject, ci: 'github', drive: true }, terminal)).toMatchObject({
      subject,
      ci: 'github',
    });
    expect(terminal.screen()).toBe('');
  });

  test('a question that is left ends it', async () => {
    const terminal = fakeTerminal([['What is to be judged?', CTRL_C]]);
    await expect(ask(NOTHING, terminal)).rejects.toThrow('failed to ask: the question was left');
  });
});

describe('the words of a command line', () => {
  test.each<[string, readonly string[]]>([
    ['node  adapter.js --flag', ['node', 'adapter.js', '--flag']],
    ['', []],
    ['["node", "my adapter.js", "$HOME"]', ['node', 'my adapter.js', '$HOME']],
  ])('%s', (answer, words) => {
    expect(wordsOf(answer)).toEqual(words);
  });

  test.each(['node "a b"', 'a | b', 'a > b', 'echo $HOME', 'a; b', 'ls *', '[node]', '["a", 1]', '["a", ""]'])(
    '%s is refused',
    (answer) => {
      expect(() => wordsOf(answer)).toThrow(/there is no shell|no JSON array/);
    },
  );
});
