import { describe, expect, test } from 'vitest';
import { tokenOf } from '../../../src/engine/random.js';
import type { HttpRequest } from '../../../src/target/types.js';
import { loadFixtures } from '../../../suites/fixtures.js';
import { loadSuite } from '../../../suites/suite.js';
import { requestsOf } from '../../../suites/vector/request.js';
import { substitution } from '../../../suites/vector/substitution.js';
import { SENTINEL, template } from '../../../suites/vector/template.js';

const request = (body: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
  method: 'POST',
  via: 'client',
  headers,
  body: Buffer.from(body),
});

describe('template', () => {
  test('the sentinel is as long as a token, and is none', () => {
    expect(SENTINEL).toHaveLength(tokenOf('seed', 'case').length);
    expect(SENTINEL).toMatch(/^t[0-9a-z]{12}$/);
  });

  test('puts the token in every place of the body and of the header values', () => {
    const [made] = template([
      request(`${SENTINEL}-${SENTINEL}`, [
        ['x', `a ${SENTINEL} b`],
        ['y', 'plain'],
      ]),
    ])('t123456789abc');
    expect(Buffer.from(made?.body ?? []).toString()).toBe('t123456789abc-t123456789abc');
    expect(made?.headers).toEqual([
      ['x', 'a t123456789abc b'],
      ['y', 'plain'],
    ]);
  });

  test('does not alter what it was made of: the next token finds its place', () => {
    const put = template([request(SENTINEL)]);
    const bodies = ['t111111111111', 't222222222222'].map((token) => Buffer.from(put(token)[0]?.body ?? []).toString());
    expect(bodies).toEqual(['t111111111111', 't222222222222']);
  });

  test('gives, for every vector, just what encoding it with the token gives', () => {
    const { files, base } = loadFixtures();
    const byId = new Map(loadSuite().cases.map((item) => [item.id, item]));
    for (const vector of files.flatMap((file) => file.vectors)) {
      for (const carrier of vector.carriers) {
        const id = `${vector.requirement}/${vector.variant}@${carrier}`;
        const token = tokenOf('template', id);
        const marked = substitution({ vector, base: base.event })(token);
        const plain = (made: readonly HttpRequest[] | undefined) =>
          made?.map((one) => ({ ...one, body: Buffer.from(one.body).toString('latin1') }));
        expect({ id, made: plain(byId.get(id)?.stimulus(token)) }).toEqual({
          id,
          made: plain(requestsOf(marked.vector, marked.base, carrier)),
        });
      }
    }
  });
});
