// What a report says otherwise than the published one of the same version: its verdicts, and which requirements failed.
import { existsSync, readFileSync } from 'node:fs';

/** Sentences, none where the two agree. */
export function differences(path, report) {
  if (!existsSync(path)) return [`there is no published report ${path}`];
  const published = JSON.parse(readFileSync(path, 'utf8'));
  return [
    ...changed('the suite', published.suite.digest, report.suite.digest),
    ...changed('the verdict', published.verdict, report.verdict),
    ...changed('the profiles', verdicts(published), verdicts(report)),
    ...['failed', 'warned'].flatMap((outcome) =>
      changed(`what ${outcome}`, ids(published, outcome), ids(report, outcome)),
    ),
  ];
}

const changed = (what, was, is) => (was === is ? [] : [`${what} was ${was}, and is ${is}`]);

const verdicts = ({ profiles }) => profiles.map(({ id, verdict }) => `${id} ${verdict}`).join(', ');

const ids = ({ requirements }, outcome) =>
  requirements
    .filter((one) => one.outcome === outcome)
    .map(({ id }) => id)
    .join(' ') || 'nothing';
