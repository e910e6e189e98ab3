// What a reader has to know of a report before comparing it with another. The words are ours but for `foreign`.
import type { Matrix, Subject } from './types.js';

export interface Note {
  readonly text: string;
  /** Text of the report, unescaped, that belongs behind the words. */
  readonly foreign?: string;
}

/** Why a subject's column may say less than, or other than, its neighbours. */
export function notesOf(subject: Subject, matrix: Matrix): readonly Note[] {
  const { selection, stopped, tool, suite } = subject;
  const isMixed = (key: (one: Subject) => string): boolean => new Set(matrix.subjects.map(key)).size > 1;
  return [
    ...(selection === undefined ? [] : [{ text: `only ${selection.cases} of ${selection.of} cases were asked for` }]),
    ...(stopped === undefined ? [] : [{ text: 'stopped early:', foreign: stopped }]),
    ...(matrix.suites.length > 1
      ? [{ text: `suite ${suite.digest.slice(0, 12)} of CloudEvents ${suite.specVersion}` }]
      : []),
    ...(isMixed((one) => one.tool.version) ? [{ text: 'judged by', foreign: `${tool.name} ${tool.version}` }] : []),
  ];
}

/** What the subjects were observed by, in words. */
export const OBSERVATIONS: Readonly<Record<Subject['observation'], string>> = {
  status: 'status alone',
  reply: 'events in replies',
  sink: 'events at the sink',
  adapter: 'an adapter',
  capture: 'captured messages',
};

/** The first ten characters of a time stamp are its day. */
export const dayOf = ({ startedAt }: Subject): string => startedAt.slice(0, 10);
