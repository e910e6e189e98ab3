import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_REPORT_BYTES, readEditedReport, readReport } from '../../src/cli/read-report.js';
import { withDigest } from '../../src/report/digest.js';
import { caseOf, reportOf } from '../report/text/helpers/reports.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const suite = { digest: 'a'.repeat(64), specVersion: '1.0.2' } as const;
const report = reportOf({ suite, cases: [caseOf('core.a/one'), caseOf('core.b/one')] });
const text = `${JSON.stringify(report, null, 2)}\n`;

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'report.json');
});

const wrong = (content: string) => {
  writeFileSync(file, content);
  return diagnosticOf(() => readReport(file));
};

test('a report as it was written is read, however it is laid out', () => {
  for (const content of [text, JSON.stringify(report), JSON.stringify(JSON.parse(text), null, '\t')]) {
    writeFileSync(file, content);
    expect(readReport(file)).toEqual(report);
  }
});

describe('a usage error', () => {
  test('for an edited report, whatever was edited', async () => {
    for (const [was, is] of [
      ['"verdict": "conformant"', '"verdict": "inconclusive"'],
      ['2026-01-01T00', '2027-01-01T00'],
      ['the title of core.b/one', 'the title of core.b/two'],
      [report.digest.slice(-8), '00000000'],
    ] as const) {
      expect(text).toContain(was);
      const { code, exit, message, hint } = await wrong(text.replace(was, is));
      expect({ code, exit }).toEqual({ code: 'report.digest', exit: 2 });
      expect(message).toMatch(
        /^failed to read \S+report\.json: it was edited, or cut, since it was written: its digest is sha256:\w{12}…, and it says sha256:\w{12}…$/,
      );
      expect(hint).toContain('`ce-conform verify`');
      expect(readEditedReport(file).schema).toBe('ce-conform/report/1');
    }
  });

  test('for a report from which a case was cut, until its digest is made again', async () => {
    const cut = { ...report, cases: report.cases.slice(1) };
    expect(await wrong(JSON.stringify(cut))).toMatchObject({ code: 'report.digest', exit: 2 });
    writeFileSync(file, JSON.stringify(withDigest(cut)));
    expect(readReport(file).cases).toHaveLength(1);
  });

  test('for a report that ends early, wherever it ends', async () => {
    for (const part of [0, 0.01, 0.5, 0.99]) {
      const { code, exit } = await wrong(text.trimEnd().slice(0, Math.floor(text.length * part) - 2));
      expect({ code, exit }).toEqual({ code: 'report.json', exit: 2 });
    }
  });

  test.each([
    ['of another version', text.replace('ce-conform/report/1', 'ce-conform/report/2'), 'report.schema'],
    ['of fuzz', JSON.stringify({ schema: 'ce-conform/fuzz/1' }), 'report.schema'],
    ['without a digest', text.replace(/ {2}"digest": "sha256:\w+",\n/, ''), 'report.digest'],
    ['with a byte order mark and nothing else', '\ufeff', 'report.json'],
    ['that is not text', '\u0000\u0001\ufffd', 'report.json'],
  ])('for a report %s', async (_, content, code) => {
    expect(await wrong(content)).toMatchObject({ code, exit: 2, message: expect.stringContaining(file) });
  });

  test('for a file of a gigabyte, without reading it', async () => {
    writeFileSync(file, text);
    truncateSync(file, 1024 ** 3);
    expect(await diagnosticOf(() => readReport(file))).toEqual({
      code: 'report.unreadable',
      message: `failed to read the report: it has ${1024 ** 3} bytes, and at most ${MAX_REPORT_BYTES} are read`,
      hint: 'give a JSON report, as --report json=FILE writes it',
      exit: 2,
    });
  });
});
