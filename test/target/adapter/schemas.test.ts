import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { validatorOf } from '../../../src/target/adapter/schemas.js';

const load = (name: string): { readonly $defs: Record<string, unknown> } =>
  JSON.parse(readFileSync(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8'));
const [request, reply] = [load('adapter-request'), load('adapter-reply')];

test('what both schemas define, they define alike', () => {
  for (const shared of ['event', 'data', 'byteString', 'base64', 'id']) {
    expect(reply.$defs[shared], shared).toBeDefined();
    expect(reply.$defs[shared], shared).toEqual(request.$defs[shared]);
  }
});

test('each op of a request has a shape of its reply', () => {
  for (const op of ['hello', 'decode', 'encode', 'evaluate', 'validate', 'canary']) {
    expect(request.$defs).toHaveProperty(op);
    expect(reply.$defs).toHaveProperty(op);
  }
});

describe('the schemas as a whole', () => {
  test.each([
    [{ id: 1, op: 'hello', protocol: 1 }, true],
    [{ id: 1, op: 'canary-1a' }, true],
    [{ id: 1, op: 'decode' }, false],
    [{ id: 1 }, false],
    [7, false],
  ])('request %j: %s', (value, right) => {
    expect(validatorOf('adapter-request')(value)).toBe(right);
  });

  test.each([
    [{ id: 1, unsupported: true }, true],
    [{ id: 1, events: [] }, true],
    [{ id: 1, valid: false, reason: '' }, true],
    [{ id: 1, valid: false }, false],
    [{ id: 1, events: [], message: { headers: [] } }, false],
    [{ events: [] }, false],
    [null, false],
  ])('reply %j: %s', (value, right) => {
    expect(validatorOf('adapter-reply')(value)).toBe(right);
  });

  test.each(['', 'AAAA', 'YQ==', 'YWE=', 'YR=='])('base64 %j', (text) => {
    expect(validatorOf('adapter-reply', 'byteString')({ base64: text })).toBe(true);
  });

  test.each(['A', 'YQ', 'YQ=', '====', 'YWE==', 'YQ==YQ==', 'A-_A', 'YQ==\n', ' YQ=='])('no base64 %j', (text) => {
    expect(validatorOf('adapter-reply', 'byteString')({ base64: text })).toBe(false);
  });

  test('a definition that is not there is a fault of ours', () => {
    expect(() => validatorOf('adapter-reply', 'nothing')).toThrow('has no definition nothing');
  });
});
