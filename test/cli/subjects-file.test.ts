import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSubjects, readSubjects } from '../../src/cli/subjects-file.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const LIST = `# a comment
- id: javascript
  sdk: npm cloudevents
  folder: adapters/javascript
  needs: [node, npm]
  build:
    - [npm, ci]
  run: [node, adapters/javascript/adapter.js]
  install: Node 20
- id: go-2
  sdk: Go
  run: [adapters/go/adapter]
`;

const problem = (text: string) => diagnosticOf(() => parseSubjects(text, 'list.yaml'));

test('a list is read as it is written', () => {
  expect(parseSubjects(LIST, 'list.yaml')).toEqual([
    {
      id: 'javascript',
      sdk: 'npm cloudevents',
      folder: 'adapters/javascript',
      needs: ['node', 'npm'],
      build: [['npm', 'ci']],
      run: ['node', 'adapters/javascript/adapter.js'],
      install: 'Node 20',
    },
    { id: 'go-2', sdk: 'Go', run: ['adapters/go/adapter'] },
  ]);
});

test('the list of the published SDKs is one', () => {
  const ids = readSubjects(join(packageRoot(), 'adapters', 'subjects.yaml')).map(({ id }) => id);
  expect(ids).toContain('javascript');
  expect(ids.length).toBeGreaterThan(3);
});

test('a file is read', () => {
  const file = join(temporaryFolder(), 's.yaml');
  writeFileSync(file, LIST);
  expect(readSubjects(file).map(({ id }) => id)).toEqual(['javascript', 'go-2']);
});

describe('a list that is wrong is a usage error, with its place', () => {
  test.each([
    ['no list', 'id: a\n', 'line 1, column 1: it is an object, must be array', 'subjects.invalid'],
    ['an empty file', '', 'line 1, column 1: it is null, must be array', 'subjects.invalid'],
    ['an empty list', '[]\n', 'line 1, column 1: it has 0 items, must have 1', 'subjects.invalid'],
    ['no command line', '- id: a\n  sdk: s\n', 'line 1, column 3: /0 has no member run', 'subjects.invalid'],
    [
      'a command line of one text',
      '- id: a\n  sdk: s\n  run: node a.js\n',
      'line 3, column 8: /0/run is "node a.js", must be array',
      'subjects.invalid',
    ],
    [
      'an empty command line',
      '- id: a\n  sdk: s\n  run: []\n',
      'line 3, column 8: /0/run has 0 items',
      'subjects.invalid',
    ],
    [
      'a member that means nothing',
      '- id: a\n  sdk: s\n  run: [a]\n  cwd: b\n',
      '/0 has a member "cwd"',
      'subjects.invalid',
    ],
    [
      'an id that is no word',
      '- id: A b\n  sdk: s\n  run: [a]\n',
      'line 1, column 7: /0/id does not have the form',
      'subjects.invalid',
    ],
    [
      'the id of the reference',
      '- id: reference\n  sdk: s\n  run: [a]\n',
      'line 1, column 7: reference is the subject that is built in',
      'subjects.reserved',
    ],
    [
      'an id twice',
      '- {id: a, sdk: s, run: [a]}\n- {id: a, sdk: s, run: [b]}\n',
      'line 2, column 8: there are two subjects a',
      'subjects.repeated',
    ],
    ['broken YAML', '- id: [a\n', 'line 2, column 1: ', 'subjects.syntax'],
    ['two documents', '- {id: a, sdk: s, run: [a]}\n---\n[]\n', 'line 2, column 1: ', 'subjects.syntax'],
    [
      'anchors that grow',
      `- &a [x, x]\n${'- &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n- [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n'}`,
      'list.yaml, line 1, column 1: ',
      'subjects.alias',
    ],
  ])('%s', async (_, text, words, code) => {
    const { message, exit, ...rest } = await problem(text);
    expect(message).toContain('failed to read list.yaml, ');
    expect(message).toContain(words);
    expect({ exit, code: rest.code }).toEqual({ exit: 2, code });
  });

  test.each([
    ['nothing', 'none.yaml'],
    ['a folder', '.'],
  ])('a file that is %s', async (_, name) => {
    const path = join(temporaryFolder(), name);
    expect(await diagnosticOf(() => readSubjects(path))).toMatchObject({
      code: 'subjects.unreadable',
      exit: 2,
      message: expect.stringContaining(path),
    });
  });

  test('a file that is no UTF-8', async () => {
    const path = join(temporaryFolder(), 's.yaml');
    writeFileSync(path, Uint8Array.of(0x2d, 0x20, 0xff));
    expect(await diagnosticOf(() => readSubjects(path))).toMatchObject({ code: 'subjects.unreadable', exit: 2 });
  });
});
