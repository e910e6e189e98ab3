// Prints what the Action tells of a report, a line each: words of ours and numbers alone, so nothing that a target sent.
import { readFileSync } from 'node:fs';

const VERDICTS = ['conformant', 'nonconformant', 'inconclusive'];
const { verdict, summary, requirements, cases } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
if (!VERDICTS.includes(verdict)) throw new Error('the report has no verdict');

// What is in none of the profiles of the run is not what the verdict speaks of.
const counted = new Set(cases.filter(({ uncounted }) => uncounted !== true).map(({ requirement }) => requirement));
const musts = requirements.filter(
  ({ id, level, unscored, outcome }) =>
    level === 'must' && unscored !== true && outcome !== 'not-applicable' && counted.has(id),
);
const numbers = {
  passed: summary.pass,
  failed: summary.fail + summary.timeout,
  undecided: summary.inconclusive + summary.blocked + summary.notRun + summary.harnessError,
  'must-applicable': musts.length,
  'must-verified': musts.filter(({ outcome }) => outcome === 'verified').length,
  'must-failed': musts.filter(({ outcome }) => outcome === 'failed').length,
};
console.log(`verdict=${verdict}`);
for (const [name, value] of Object.entries(numbers)) console.log(`${name}=${Number(value)}`);
