// The page about interoperability: its list is a list, its commands run, and its tables are those of the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSubjects } from '../../src/cli/subjects-file.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { TELLING_EVENTS } from '../../src/generate/telling/telling-events.js';
import { ceConform } from '../cli/helpers/command-line.js';
import { temporaryFolder } from '../cli/helpers/temporary-folder.js';
import { engine } from '../cli/interop/helpers/engine-adapter.js';
import { small } from '../cli/interop/helpers/structured-adapter.js';

const page = readFileSync(join(packageRoot(), 'docs', 'interop.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const block = (language: string): string => blocks(language)[0] ?? '';

test('the list is one', () => {
  expect(parseSubjects(block('yaml'), 'docs/interop.md').map(({ id }) => id)).toEqual(['javascript']);
});

test.each(block('console').trim().split('\n'))('%s', async (line) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'subjects.yaml'), stringify([small('javascript'), small('other')]));
  expect(line).toMatch(/^\$ ce-conform interop adapters\/subjects\.yaml/);
  const args = line.replace('adapters/subjects.yaml', 'subjects.yaml').split(' ').slice(2);
  const { exit, stdout, stderr } = await ceConform([...args, '-q'], folder);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  if (line.includes('--output'))
    expect(JSON.parse(readFileSync(join(folder, 'interop.json'), 'utf8')).causes).toEqual([]);
  else expect(stdout).toContain('Nobody loses anything.');
});

test.each(blocks('console')[2]?.trim().split('\n') ?? [])(
  '%s',
  async (line) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'subjects.yaml'), stringify([engine('go'), engine('java', { mode: 'complete' })]));
    expect(line).toMatch(/^\$ ce-conform interop adapters\/subjects\.yaml --cesql/);
    const args = line.replace('adapters/subjects.yaml', 'subjects.yaml').split(' ').slice(2);
    const { exit, stdout, stderr } = await ceConform([...args, '-q'], folder);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    if (line.includes('--output'))
      expect(JSON.parse(readFileSync(join(folder, 'cesql.json'), 'utf8')).causes).toEqual([]);
    else expect(stdout).toContain('2 engines and the reference, 1000 generated expressions: all agree.');
  },
  120_000,
);

test.each(blocks('console')[1]?.trim().split('\n') ?? [])('%s', async (line) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'subjects.yaml'), stringify([small('go'), small('other')]));
  expect(line).toMatch(/^\$ ce-conform interop adapters\/subjects\.yaml --carriers/);
  const args = line.replace('adapters/subjects.yaml', 'subjects.yaml').split(' ').slice(2);
  const { exit, stdout, stderr } = await ceConform([...args, '-q'], folder);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  if (line.includes('--output'))
    expect(JSON.parse(readFileSync(join(folder, 'carriers.json'), 'utf8')).disagreements).toEqual([]);
  else expect(stdout).toContain('each agrees with itself');
});

test('all examples are shown', () => {
  expect(blocks('console').map((one) => one.trim().split('\n').length)).toEqual([3, 2, 2]);
});

test('the telling events it names are there', () => {
  const names = TELLING_EVENTS.map(({ name }) => name);
  const named = [...page.matchAll(/\*([a-z][^*]+)\*(?!\*)/g)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '));
  expect(named.filter((name) => names.includes(name)).length).toBeGreaterThanOrEqual(4);
});

test('every member of an entry is explained', () => {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'subjects.schema.json'), 'utf8'));
  for (const member of Object.keys(schema.items.properties)) expect(page).toContain(`\`${member}\``);
});
