import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/cesql/evaluate.js';
import { differenceOf, type Shrunk, shrinkDifference } from '../../../../src/cli/interop/cesql/shrink-difference.js';
import type { Posed } from '../../../../src/generate/expression/posed.js';
import { textOf } from '../../../../src/generate/expression/spell.js';
import type { Answer } from '../../../../src/report/interop-cesql/answer.js';
import { gave, posed } from '../../../report/interop-cesql/helpers/posed.js';

/** Our engine, but for what it says of texts with something in them. */
const engine =
  (alters: (text: string, answer: Answer) => Answer | undefined) =>
  async (one: Posed): Promise<Answer> => {
    const text = textOf(one);
    const { value, errors } = evaluate(text, one.event);
    const own: Answer = { kind: 'evaluated', value, errors: errors.map(({ kind }) => kind) };
    return alters(text, own) ?? own;
  };

async function start(text: string, ask: (one: Posed) => Promise<Answer>, spelling = 0): Promise<Shrunk> {
  const one = posed(text, spelling);
  const seen = differenceOf(one, await ask(one), 'operator');
  if (seen === undefined) throw new Error('no difference');
  return seen;
}

const silent = engine((text, own) => (text.includes('/') && own.kind === 'evaluated' ? { ...own, errors: [] } : own));

describe('a difference', () => {
  test('shrinks to what shows it, with the event', async () => {
    const ask = silent;
    const { posed: found, difference } = await shrinkDifference(
      await start("LENGTH(CONCAT(text, 'abc')) > 3 AND (number / (number - 7)) IN (1, 2, 3)", ask, 77),
      'operator',
      600,
      ask,
    );
    expect(textOf(found)).toBe('FALSE / FALSE');
    expect([...found.event.attributes.keys()]).toEqual(['specversion', 'id', 'source', 'type']);
    expect(difference.what).toBe('no math error');
  });

  test('never becomes another one, however small that is', async () => {
    const ask = engine((text, own) =>
      text === 'FALSE' ? gave(true) : text.includes('/') && own.kind === 'evaluated' ? { ...own, errors: [] } : own,
    );
    const { posed: found } = await shrinkDifference(await start('1 + 5 / 0', ask), 'operator', 600, ask);
    expect(textOf(found)).toContain('/');
  });

  test('that is settled does not become open', async () => {
    const ask = engine((text) => (/\*|LENGTH/.test(text) ? gave(77) : undefined));
    const seen = await shrinkDifference(await start('LENGTH(text) + 2 * 3', ask), 'operator', 600, ask);
    expect(seen.judged.verdict).toBe('settled');
  });

  test('that is open becomes settled where it can', async () => {
    const ask = engine((text) => (text.includes('LENGTH') ? gave(77) : undefined));
    const begun = await start("LENGTH('😀') + LENGTH('ab')", ask);
    expect(begun.judged.verdict).toBe('open');
    const seen = await shrinkDifference(begun, 'operator', 600, ask);
    expect([seen.judged.verdict, textOf(seen.posed)]).toEqual(['settled', "LENGTH('')"]);
  });

  test('costs no more questions than it may', async () => {
    let asked = 0;
    const counted = async (one: Posed): Promise<Answer> => {
      asked++;
      return silent(one);
    };
    const begun = await start('1 + 5 / 0 * 77 - number', silent);
    const { posed: found } = await shrinkDifference(begun, 'operator', 4, counted);
    expect(asked).toBe(4);
    expect(textOf(found)).toContain('/');
    expect((await shrinkDifference(begun, 'operator', 0, counted)).posed).toBe(begun.posed);
  });

  test('is none where the answer is ours in this mode', () => {
    expect(differenceOf(posed("'a' + 1"), gave(0, 'cast'), 'operator')).toBeUndefined();
    expect(differenceOf(posed("'a' + 1"), gave(0, 'cast'), 'complete')?.judged.verdict).toBe('open');
  });
});
