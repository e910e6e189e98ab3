// A finding as a vector, for a suite of fixed cases: the smallest input that shows a defect is worth keeping.
import { stringify } from 'yaml';
import type { EventPatch, VectorFile } from '../../../suites/vector/types.js';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import { documentOf } from '../../engine/requirement.js';
import type { CloudEvent } from '../../event/types.js';
import { expectationOf } from '../../fuzz/expected-event.js';
import type { Io } from '../io.js';
import { writeOutput } from '../write-output.js';
import type { ReadFinding } from './finding-file.js';

/** What a finding is filed under whose rule is not known: a plain event is understood. */
const ANY_RULE = 'core.format.json';

/** Writes the finding as a file of vectors (`ce-conform schema vectors`). Throws a usage error for several, or for what no vector can say. */
export function writeFixture(findings: readonly ReadFinding[], path: string, io: Io): ExitCode {
  const [finding] = findings;
  if (finding === undefined || findings.length > 1) {
    throw usageError(
      'fixture.several',
      `failed to export a vector: there are ${findings.length} findings`,
      'name the file of one',
    );
  }
  writeOutput(path, stringify(vectorsOf(finding), { lineWidth: 0 }));
  io.err.write(`written: ${path}\n`);
  return EXIT.conformant;
}

function vectorsOf({ path, file: { finding }, trial }: ReadFinding): VectorFile {
  const requirement = finding.requirement ?? ANY_RULE;
  const [way] = finding.ways;
  if (trial.kind !== 'events' || way === undefined || way === 'evaluate' || way === 'filter') {
    throw usageError(
      'fixture.kind',
      `failed to export ${path}: what it tries is no valid event`,
      'replay tries it as it is',
    );
  }
  const events = trial.events.map(withToken);
  const [single] = events;
  const isBatch = events.length !== 1 || single === undefined;
  return {
    document: documentOf(requirement),
    section: 'Found by fuzzing',
    vectors: [
      {
        requirement,
        variant: `found-${finding.id}`,
        title: finding.title,
        carriers: [way],
        ...(isBatch ? { batch: events.map(patchOf) } : { event: patchOf(single) }),
        expect: isBatch ? { elements: events.map(expectationOf) } : { event: expectationOf(single) },
      },
    ],
  };
}

/** In a vector the token has a name. */
const withToken = ({ attributes, ...rest }: CloudEvent): CloudEvent => ({
  ...rest,
  attributes: new Map([...attributes, ['id', `{token}${String(attributes.get('id') ?? '')}`]]),
});

/** Everything that the base event has, and this one has not, is taken away. */
function patchOf(event: CloudEvent): EventPatch {
  const { attributes, data = 'none' } = expectationOf(event);
  return {
    set: attributes ?? {},
    ...(event.attributes.has('datacontenttype') ? {} : { unset: ['datacontenttype'] }),
    ...(data === 'some' ? {} : { data }),
  };
}
