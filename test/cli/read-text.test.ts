import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, type TextSource } from '../../src/cli/read-text.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const source = (rest: Partial<TextSource> = {}): TextSource => ({
  file: join(temporaryFolder(), 'file.yaml'),
  kind: 'kind',
  isOptional: false,
  hint: 'give another',
  ...rest,
});

test('a text is read whole, without its byte order mark', () => {
  const one = source();
  writeFileSync(one.file, `\ufeff${'é\r\n'.repeat(100_000)}`);
  expect(readText(one)).toBe('é\r\n'.repeat(100_000));
});

test('a file that is optional may be missing, and nothing else', async () => {
  const one = source({ isOptional: true });
  expect(readText(one)).toBeUndefined();
  expect(await diagnosticOf(() => readText({ ...one, isOptional: false }))).toEqual({
    code: 'kind.unreadable',
    message: `failed to read ${one.file}: there is no such file`,
    hint: 'give another',
    exit: 2,
  });
  expect((await diagnosticOf(() => readText({ ...one, file: temporaryFolder() }))).message).toContain('it is a folder');
  writeFileSync(one.file, 'a file, no folder');
  expect((await diagnosticOf(() => readText({ ...one, file: `${one.file}/below` }))).code).toBe('kind.unreadable');
});

test('what is endless or no UTF-8 is an error of its kind', async () => {
  const one = source();
  writeFileSync(one.file, Buffer.from([0xff]));
  expect(await diagnosticOf(() => readText(one))).toMatchObject({ code: 'kind.encoding', exit: 2 });
  expect((await diagnosticOf(() => readText({ ...one, file: '/dev/zero' }))).message).toContain(
    'more than 1048576 bytes',
  );
});
