import { expect, test } from 'vitest';
import { listenError } from '../../src/cli/listen-error.js';

const attempt = { code: 'c', host: 'h', port: 1, hostHint: 'the host', portHint: 'the port' };
const failed = (code: string): Error => Object.assign(new Error(`listen ${code}`), { code });

test.each([
  [failed('EADDRINUSE'), 'the port is in use', 'the port'],
  [failed('EACCES'), 'there is no permission to take this port', 'the port'],
  [failed('EADDRNOTAVAIL'), 'this machine has no such address', 'the host'],
  [failed('ENOTFOUND'), 'there is no host of that name', 'the host'],
  [failed('EMFILE'), 'Error: listen EMFILE', 'the port'],
  ['text', 'text', 'the port'],
])('%s', (error, why, hint) => {
  const made = listenError(error, attempt);
  expect(made.diagnostic).toEqual({ code: 'c', message: `failed to listen at h, port 1: ${why}`, hint, exit: 2 });
  expect(made.cause).toBe(error);
});
