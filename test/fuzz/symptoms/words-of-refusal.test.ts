import { describe, expect, it } from 'vitest';
import { wordsOfRefusal } from '../../../src/fuzz/symptoms/words-of-refusal.js';

describe('wordsOfRefusal', () => {
  it.each([
    ['what is quoted', 'refused no such thing as "x"', "refused no such thing as 'y z'"],
    ['what a value is in JSON', 'refused invalid type: map, expected', 'refused invalid type: sequence, expected'],
    ['a value in back quotes', 'refused invalid type: boolean `false`', 'refused invalid type: integer `0`'],
    ['packages', 'refused org.example.NoSuchThing: x', 'refused com.example.other.NoSuchThing: x'],
    ['all behind the first words', `refused ${'word '.repeat(9)}x`, `refused ${'word '.repeat(9)}y`],
  ])('leave out %s', (_, one, other) => {
    expect(wordsOfRefusal(one)).toBe(wordsOfRefusal(other));
  });

  it('keep the attribute that is quoted', () => {
    expect(wordsOfRefusal('refused bad value for "time"')).toBe('refused bad value for time');
    expect(wordsOfRefusal('refused bad value for "dataschema"')).not.toBe(
      wordsOfRefusal('refused bad value for "time"'),
    );
  });
});
