// The workflow that `init` writes: a job of its own that runs what the configuration says, and keeps the report.
import { safe } from '../../report/text/safe.js';
import { FILES } from './files.js';
import type { Ci, Plan, Subject } from './types.js';

/** Actions of GitHub, pinned so that nobody can change what they are. */
const PINNED = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  node: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  upload: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
} as const;

/** The text of the workflow; undefined where none is asked for. */
export function workflowText({ ci, subject }: Pick<Plan, 'ci' | 'subject'>, version: string): string | undefined {
  const TEXTS: Readonly<Record<Ci, () => string | undefined>> = {
    github: () => github(subject, version),
    gitlab: () => gitlab(subject, version),
    none: () => undefined,
  };
  return TEXTS[ci]();
}

const github = (subject: Subject, version: string): string => `name: conformance
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  cloudevents:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: ${PINNED.checkout}
      - uses: ${PINNED.node}
        with:
          node-version: 22
${toStart(subject, '      ').join('')}      - name: CloudEvents conformance
        run: npx --yes ce-conform@${version}
      - name: Keep the report, also of a run that failed
        if: always()
        uses: ${PINNED.upload}
        with:
          name: ce-conform
          path: ${FILES.report}
          if-no-files-found: ignore
`;

const gitlab = (subject: Subject, version: string): string => `conformance:
  image: node:22
  timeout: 20m
  script:
${toStart(subject, '    ').join('')}    - npx --yes ce-conform@${version}
  artifacts:
    when: always
    paths:
      - ${FILES.report}
    reports:
      junit: ${FILES.junit}
`;

// What has to be there before; how it is started nobody knows but its owner.
function toStart(subject: Subject, indent: string): readonly string[] {
  switch (subject.kind) {
    case 'target':
      return subject.target.startsWith('reference:')
        ? []
        : [`${indent}# Here, start in the background what takes events at ${safe(subject.target, 200)}\n`];
    case 'adapter':
      return [`${indent}# Here, install and build what the adapter needs: ${safe(subject.adapter.join(' '), 200)}\n`];
    case 'producer':
      return subject.program.length === 0
        ? [`${indent}# Here, start in the background what sends to ${safe(subject.listen, 200)}\n`]
        : [`${indent}# Here, install and build what the producer needs: ${safe(subject.program.join(' '), 200)}\n`];
  }
}
