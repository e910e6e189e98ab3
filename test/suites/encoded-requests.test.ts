import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../src/target/types.js';
import { type EncodedFile, encodeRequests, loadEncodedRequests } from '../../suites/encoded-requests.js';
import { loadFixtures } from '../../suites/fixtures.js';
import { loadRegistry } from '../../suites/registry.js';
import { assemble } from '../../suites/suite.js';
import { SENTINEL } from '../../suites/vector/template.js';

const plain = (requests: readonly HttpRequest[] | undefined) =>
  requests?.map((one) => ({ ...one, body: Buffer.from(one.body).toString('latin1') }));

describe('requests encoded by the build', () => {
  const fixtures = loadFixtures();
  const suite = assemble(loadRegistry(), fixtures);
  const file = JSON.parse(
    JSON.stringify(
      encodeRequests(
        'digest',
        suite.cases.map(({ id, stimulus }) => ({ id, requests: stimulus(SENTINEL) })),
      ),
    ),
  ) as EncodedFile;

  test('hold every case, and name the fixtures they were made from', () => {
    expect(file.digest).toBe('digest');
    expect(Object.keys(file.requests)).toEqual(suite.cases.map(({ id }) => id));
  });

  test('come back from the file with every byte, and give the same stimuli', () => {
    const again = assemble(loadRegistry(), fixtures, (id) =>
      file.requests[id]?.map(({ body, ...request }) => ({
        ...request,
        body: 'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64'),
      })),
    );
    for (const [index, item] of suite.cases.entries()) {
      const token = 't123456789abc';
      expect({ id: item.id, made: plain(again.cases[index]?.stimulus(token)) }).toEqual({
        id: item.id,
        made: plain(item.stimulus(token)),
      });
    }
  });

  test('are written as base64 where they are no text', () => {
    const { requests } = encodeRequests('', [
      { id: 'a', requests: [{ method: 'POST', via: 'raw', headers: [], body: Buffer.from([0xff, 0x00]) }] },
    ]);
    expect(requests['a']?.[0]?.body).toEqual({ base64: '/wA=' });
  });

  test('are not looked for beside the sources', () => {
    expect(loadEncodedRequests(fixtures.digest)('core.attr.minimal/ordinary@http-binary')).toBeUndefined();
  });
});
