// Prints what the Action tells of a report, a line each: words of ours and numbers alone, so nothing that a target sent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file = '', dist = ''] = process.argv.slice(2);
// As the badge counts them.
const { countMust } = await import(pathToFileURL(join(dist, 'report', 'badge', 'count-must.js')).href);

const VERDICTS = ['conformant', 'nonconformant', 'inconclusive'];
const report = JSON.parse(readFileSync(file, 'utf8'));
const { verdict, summary } = report;
if (!VERDICTS.includes(verdict)) throw new Error('the report has no verdict');

const must = countMust(report);
const numbers = {
  passed: summary.pass,
  failed: summary.fail + summary.timeout,
  undecided: summary.inconclusive + summary.blocked + summary.notRun + summary.harnessError,
  'must-applicable': must.applicable,
  'must-verified': must.verified,
  'must-failed': must.failed,
};
console.log(`verdict=${verdict}`);
for (const [name, value] of Object.entries(numbers)) console.log(`${name}=${Number(value)}`);
