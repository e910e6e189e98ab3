import { expect, test } from 'vitest';
import { chooseSubjects } from '../../../src/cli/interop/choose-subjects.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

const entries = ['javascript', 'go', 'python'].map((id) => ({ id, sdk: id, run: [id] }));
const chosen = (only?: readonly string[]) => chooseSubjects(entries, only, 'list.yaml').map(({ id }) => id);

test('all, where none is named', () => {
  expect(chosen()).toEqual(['javascript', 'go', 'python']);
});

test('those that are named, in the order of the list', () => {
  expect(chosen(['python', 'javascript'])).toEqual(['javascript', 'python']);
});

test('an unknown one is a usage error', async () => {
  expect(await diagnosticOf(() => chosen(['pyton']))).toEqual({
    code: 'subjects.unknown',
    message: 'failed to choose subjects: list.yaml has none called "pyton"',
    hint: 'did you mean python?',
    exit: 2,
  });
  expect(await diagnosticOf(() => chosen(['haskell']))).toMatchObject({ hint: 'it has javascript, go, python' });
});
