import { expect, it } from 'vitest';
import { requestLines, resolveEndpoint } from '../../src/target/http-endpoint.js';
import { post } from './helpers/targets.js';

it('takes user and password out of the URL', () => {
  const endpoint = resolveEndpoint({ url: new URL('https://us%3Aer:pass@example.test:8443/a?b#c') });
  expect(endpoint.url.href).toBe('https://example.test:8443/a?b#c');
  expect(endpoint.path).toBe('/a?b');
  expect(endpoint.host).toBe('example.test:8443');
  expect(endpoint.headers).toEqual([['Authorization', `Basic ${btoa('us:er:pass')}`]]);
});

it('has limits, and takes others', () => {
  const url = new URL('http://example.test/');
  expect(resolveEndpoint({ url })).toMatchObject({ maxBodyBytes: 1_048_576, maxHeaderBytes: 65_536, headers: [] });
  expect(resolveEndpoint({ url, maxBodyBytes: 1, maxHeaderBytes: 2 })).toMatchObject({
    maxBodyBytes: 1,
    maxHeaderBytes: 2,
  });
});

it('leaves the URL it was given alone', () => {
  const url = new URL('http://a:b@example.test/');
  resolveEndpoint({ url });
  expect(url.href).toBe('http://a:b@example.test/');
});

it('refuses other schemes', () => {
  expect(() => resolveEndpoint({ url: new URL('ftp://example.test/') })).toThrow('http or https URL: saw ftp:');
});

it('lets lines of the request stand in for those of the target, whatever their casing', () => {
  const headers = [
    ['X-A', '1'],
    ['x-b', '2'],
    ['X-A', '3'],
  ] as const;
  const endpoint = resolveEndpoint({ url: new URL('http://example.test/'), headers });
  expect(requestLines(endpoint, post('raw'))).toEqual(headers);
  expect(requestLines(endpoint, post('raw', { headers: [['x-a', 'own']] }))).toEqual([
    ['x-b', '2'],
    ['x-a', 'own'],
  ]);
});
