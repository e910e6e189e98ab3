// Results to render: a real one, one without a difference, and one in which all foreign text is hostile.

import type { Answer } from '../../../../src/report/interop-cesql/answer.js';
import { buildCesqlInterop } from '../../../../src/report/interop-cesql/build-cesql-interop.js';
import { groupFound } from '../../../../src/report/interop-cesql/groups.js';
import type { CesqlInterop, Engine } from '../../../../src/report/interop-cesql/types.js';
import { HOSTILE } from '../../interop/helpers/results.js';
import { gave, judged, posed } from './posed.js';

export const engine = (id: string, change: Partial<Engine> = {}): Engine => ({
  id,
  sdk: `npm ${id}`,
  name: id,
  version: '1.2.3',
  language: 'javascript',
  mode: 'operator',
  isDeclared: false,
  agreement: { complete: 8, 'fail-fast': 7, operator: 9 },
  asked: 10,
  differing: 1,
  ...change,
});

const RUN = {
  seed: 's',
  expressions: 10,
  timeoutMs: 1000,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 5,
  node: 'v20.20.0',
  platform: 'linux x64',
} as const;

const TOOL = { name: 'ce-conform', version: '0.1.0' };

const DIFFERENCES: readonly (readonly [subject: string, text: string, theirs: Answer])[] = [
  ['one', '5 / 0', gave(0)],
  ['two', '5 / 0', gave(0)],
  ['one', 'LENGTH(subject)', { kind: 'thrown', reason: 'it threw' }],
  ['two', "TRIM('\u00a0 a')", gave('\u00a0 a')],
  ['two', 'number * 2147483647', gave(-7)],
];

/** `one` and `two` differ in what the text settles and in what it leaves open. */
export const someDifferences = (change: Partial<CesqlInterop> = {}): CesqlInterop => ({
  ...buildCesqlInterop({
    tool: TOOL,
    run: RUN,
    subjects: [engine('one', { unsorted: 2 }), engine('two', { mode: 'complete', isDeclared: true })],
    notRun: [],
    groups: groupFound(
      DIFFERENCES.map(([subject, text, theirs]) => {
        const { how, what, ...rest } = judged(text, theirs);
        return { subject, posed: posed(text), from: posed(`(${text}) = 1`), difference: { how, what }, judged: rest };
      }),
    ).map((group) => ({
      ...group,
      answers: new Map<string, Answer>([
        [
          'one',
          DIFFERENCES.find(([, text]) => posed(text).expression.kind === group.example.posed.expression.kind)?.[2] ??
            gave(1),
        ],
        ['two', { kind: 'failed', code: 'closed', message: 'exit code 7' }],
        ['three', { kind: 'not-asked' }],
      ]),
    })),
  }),
  ...change,
});

export const noDifferences = (): CesqlInterop =>
  buildCesqlInterop({ tool: TOOL, run: RUN, subjects: [engine('one', { differing: 0 })], notRun: [], groups: [] });

/** Hostile text wherever it can come from outside. */
export function hostileResult(): CesqlInterop {
  const texts = { sdk: HOSTILE, name: HOSTILE, version: HOSTILE, language: HOSTILE, gaveUp: HOSTILE };
  const result = someDifferences();
  return {
    ...result,
    tool: { name: HOSTILE, version: HOSTILE },
    run: { ...RUN, seed: HOSTILE, stopped: HOSTILE },
    subjects: [engine('bad', { ...texts, unsorted: 1 })],
    notRun: [{ id: 'gone', sdk: HOSTILE, reason: HOSTILE, build: HOSTILE, install: HOSTILE }],
    causes: result.causes.map((cause) => ({
      ...cause,
      example: {
        expression: `id = ${HOSTILE}`,
        event: { attributes: { id: HOSTILE } },
        answers: [
          { id: 'bad', value: HOSTILE, errors: [HOSTILE] },
          { id: 'bad', failure: HOSTILE },
        ],
        from: HOSTILE,
      },
    })),
  };
}
