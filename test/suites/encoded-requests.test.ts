import { describe, expect, test } from 'vitest';
import { tokenOf } from '../../src/engine/random.js';
import type { HttpRequest, Stimulus } from '../../src/target/types.js';
import {
  decodeRequests,
  type EncodedFile,
  encodeRequests,
  loadEncodedRequests,
  SENTINEL,
} from '../../suites/encoded-requests.js';
import { loadFixtures } from '../../suites/fixtures.js';
import { loadRegistry } from '../../suites/registry.js';
import { assemble } from '../../suites/suite.js';

const plain = (requests: readonly Stimulus[] | undefined) =>
  requests?.map((one) => ({ ...one, body: Buffer.from(one.body).toString('latin1') }));

const request = (body: Buffer, headers: HttpRequest['headers'] = []): HttpRequest => ({
  method: 'POST',
  via: 'raw',
  headers,
  body,
});

/** Written and read again, as the file is. */
const throughFile = (...requests: readonly HttpRequest[]) =>
  decodeRequests(JSON.parse(JSON.stringify(encodeRequests('', [{ id: 'a', requests }]))) as EncodedFile);

describe('requests encoded by the build', () => {
  const fixtures = loadFixtures();
  const suite = assemble(loadRegistry(), fixtures);
  const overHttp = suite.cases.filter(({ stimulus }) =>
    stimulus(SENTINEL).every(({ binding }) => binding === undefined),
  );
  const file = JSON.parse(
    JSON.stringify(
      encodeRequests(
        'digest',
        suite.cases.map(({ id, stimulus }) => ({ id, requests: stimulus(SENTINEL) })),
      ),
    ),
  ) as EncodedFile;

  test('hold every case over HTTP, and name the fixtures they were made from', () => {
    expect(file.digest).toBe('digest');
    expect(Object.keys(file.requests)).toEqual(overHttp.map(({ id }) => id));
  });

  test('give, for every case, just what encoding it with the token gives', () => {
    const requests = decodeRequests(file);
    for (const { id, stimulus } of overHttp) {
      const token = tokenOf('encoded', id);
      expect({ id, made: plain(requests(id, token)) }).toEqual({ id, made: plain(stimulus(token)) });
    }
  });

  test('hold the token in every place of the body and of the header values, and in no name', () => {
    const requests = throughFile(
      request(Buffer.from(`${SENTINEL}-${SENTINEL}`), [
        ['x', `a ${SENTINEL} b`],
        [SENTINEL, 'c'],
      ]),
    );
    expect(plain(requests('a', 'token'))).toEqual([
      {
        method: 'POST',
        via: 'raw',
        headers: [
          ['x', 'a token b'],
          [SENTINEL, 'c'],
        ],
        body: 'token-token',
      },
    ]);
  });

  test('take the token as text, not as a pattern', () => {
    expect(plain(throughFile(request(Buffer.from(SENTINEL)))('a', '$&'))).toMatchObject([{ body: '$&' }]);
  });

  test('keep every byte of what is no text, and find the token there too', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0x00, 0xc3]), Buffer.from(SENTINEL), Buffer.from([0x80])]);
    expect(plain(throughFile(request(body))('a', 'token'))).toMatchObject([{ body: '\xff\x00\xc3token\x80' }]);
  });

  test('are none for a case that the file does not have, and none beside the sources', () => {
    expect(throughFile()('b', 'token')).toBeUndefined();
    expect(loadEncodedRequests(fixtures.digest)('core.attr.minimal/ordinary@http-binary', 'token')).toBeUndefined();
  });
});
