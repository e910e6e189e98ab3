import { code } from '../markdown/code.js';
import { prose } from '../markdown/prose.js';
import { VERDICT_MARKS } from '../matrix/marks.js';
import type { Decision } from '../render/decision.js';
import { SUMMARY_KEYS } from '../summary.js';
import { count } from '../text/layout.js';
import { safe } from '../text/safe.js';
import type { Report } from '../types.js';

/** The verdict, why, and of what. */
export function headBlock(report: Report, { verdict, sentence, exit, notes }: Decision): readonly string[] {
  const { tool, suite, target, summary, cases, selection } = report;
  const name = target.version === undefined ? target.name : `${target.name} ${target.version}`;
  const told = Object.entries(SUMMARY_KEYS).flatMap(([status, key]) =>
    summary[key] === 0 ? [] : [`${summary[key]} ${status}`],
  );
  return [
    `## ${VERDICT_MARKS[verdict]} CloudEvents: ${verdict}`,
    '',
    `${code(name, 200)} is **${verdict}**: ${words(sentence)}`,
    ...notes.flatMap((note) => ['', `**${words(note)}**`]),
    '',
    `${count(cases.length, 'case')} (${prose(told.join(', ') || 'none')}) by ${code(safe(`${tool.name} ${tool.version}`, 100))}, ` +
      `CloudEvents ${suite.specVersion}${selection === undefined ? '' : `, ${selection.cases} of ${selection.of} cases asked for`}. Exit code ${exit}.`,
  ];
}

/** Words of ours alone hold nothing that Markdown reads; a sentence that repeats somebody's stands in a code span. */
const words = (sentence: string): string =>
  /^[\w ,.;:()-]*$/.test(sentence) && !/\bwww\.|\bgh-\d|:\w+:|\b[0-9a-f]{7,}\b/i.test(sentence)
    ? prose(sentence)
    : code(sentence, 600);
