import { describe, expect, it } from 'vitest';
import { conform } from '../../src/cli/conform.js';
import { settingsOf } from '../../src/cli/settings-of.js';
import { diagnosticOf } from './helpers/diagnostic.js';

const BROKER = { target: 'http://localhost:8080', apply: ['set-filter', '{expression}'] };

describe('the command that sets a filter', () => {
  it('stands behind two dashes', () => {
    expect(settingsOf(['set-filter'], { target: 'http://localhost:1', apply: true }, {})).toEqual({
      target: 'http://localhost:1',
      apply: ['set-filter'],
    });
  });

  it('of the configuration is not meant where another target is named', () => {
    expect(settingsOf([], {}, BROKER)).toEqual(BROKER);
    expect(settingsOf([], { target: 'http://localhost:1' }, BROKER)).toEqual({ target: 'http://localhost:1' });
    expect(settingsOf(['node', 'a.js'], { adapter: true }, BROKER)).toEqual({ adapter: ['node', 'a.js'] });
  });

  it('is asked for where there is none, and refused where it could have no effect', async () => {
    expect(await diagnosticOf(async () => settingsOf([], { apply: true }, {}))).toMatchObject({
      code: 'apply.missing',
    });
    for (const other of [{ adapter: true }, { listen: ':0' }])
      expect(await diagnosticOf(async () => settingsOf(['x'], { apply: true, ...other }, {}))).toMatchObject({
        code: 'apply.target',
        exit: 2,
      });
    for (const other of [{ adapter: ['x'] }, { target: 'reference:' }])
      expect(await diagnosticOf(() => conform({ apply: ['x'], ...other }))).toMatchObject({
        code: 'apply.target',
        exit: 2,
      });
    const claimed = { target: 'http://127.0.0.1:1', claims: ['filter:cesql'] };
    expect(await diagnosticOf(() => conform(claimed))).toMatchObject({ code: 'apply.missing', exit: 2 });
  });

  it('that cannot set the plainest filter ends the run at once, with what it said', async () => {
    const apply = [process.execPath, '-e', "console.error('connection refused'); process.exit(7)"];
    expect(await diagnosticOf(() => conform({ target: 'http://127.0.0.1:1', apply, timeout: 60_000 }))).toMatchObject({
      code: 'filter.unset',
      exit: 3,
      message: expect.stringContaining('exit code 7: connection refused'),
    });
  });
});
