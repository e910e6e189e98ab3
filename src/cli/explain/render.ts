// An explanation as text.

import { hang, wrap } from '../../report/text/layout.js';
import { safe } from '../../report/text/safe.js';
import { createStyle, type Style } from '../../report/text/style.js';
import type { Io } from '../io.js';
import type { ExplainedCase, ExplainedPosition, ExplainedRequirement } from './explanation.js';
import { renderMessage } from './render-message.js';

/** Width of the column of labels, with its indentation. */
const LABEL = 14;

/** The explanation for a reader, as wide as the terminal. */
export function renderExplanation(
  explained: ExplainedPosition | ExplainedRequirement,
  { hasColors, columns }: Pick<Io['out'], 'hasColors' | 'columns'>,
): string {
  const style = createStyle(hasColors, columns);
  const lines =
    explained.kind === 'position'
      ? positionLines(explained, style)
      : [
          ...requirementLines(explained.requirement, style),
          ...(explained.cases.length === 0 ? noCases(explained, style) : []),
          ...explained.cases.flatMap((item) => ['', ...caseLines(item, style)]),
        ];
  return `${lines.join('\n')}\n`;
}

function positionLines({ id, problem, position, requirements }: ExplainedPosition, style: Style): readonly string[] {
  return [
    `${style.bold(id)}  where the specification is silent or contradicts itself`,
    ...field('problem', problem, style),
    ...field('position', position, style),
    ...field('influences', requirements.length === 0 ? 'no requirement' : requirements.join(' '), style),
  ];
}

function requirementLines(item: ExplainedRequirement['requirement'], style: Style): readonly string[] {
  return [
    style.bold(item.id),
    ...wrap(item.rule, style.width - 2).map((line) => `  ${line}`),
    '',
    ...field('level', `${item.level.value.toUpperCase()}: ${item.level.meaning}`, style),
    ...(item.inferred ? field('', 'the text has the rule without a keyword of that strength', style) : []),
    ...field('code', `${item.code.value}: ${item.code.meaning}`, style),
    ...field('binds', item.role.meaning, style),
    ...field('seen by', item.needs.meaning, style),
    ...field('since', item.since.meaning, style),
    ...item.sections.flatMap(({ spec, title, url }) => [
      ...field('section', `${spec}: ${title}`, style),
      `${' '.repeat(LABEL)}${url}`,
    ]),
    ...item.statements.flatMap(({ spec, id, keyword }) => field('statement', `${spec}: ${id} (${keyword})`, style)),
    ...(item.statements.length === 0 ? field('statement', 'none: the text has no keyword for it', style) : []),
    ...field('tested by', item.how, style),
    ...item.positions.flatMap(({ id, problem, position }) => [
      ...field(id, problem, style),
      ...field('', position, style),
    ]),
  ];
}

function noCases({ requirement }: ExplainedRequirement, style: Style): readonly string[] {
  const { role } = requirement;
  const isDriven = role.value === 'receiver' || role.value === 'any';
  const reason =
    requirement.withoutCase ?? (isDriven ? 'none is written' : `this version does not drive ${role.meaning}`);
  return field('cases', `none: ${reason}`, style);
}

function caseLines(item: ExplainedCase, style: Style): readonly string[] {
  const rests = item.requires.map(({ id, outcome }) => `${id}, which must be ${outcome}`);
  return [
    style.bold(item.id),
    ...field('title', `${item.title} (${item.level})`, style),
    ...field('carrier', item.carrier, style),
    ...item.expectation.flatMap((line, index) => field(index === 0 ? 'expected' : '', line, style)),
    ...field('why', item.why ?? '', style),
    ...field('twin', item.twin ?? '', style),
    ...rests.flatMap((line, index) => field(index === 0 ? 'rests on' : '', line, style)),
    ...sentLines(item, style),
  ];
}

function sentLines({ sent, token }: ExplainedCase, style: Style): readonly string[] {
  const [first, ...others] = sent;
  if (first === undefined) return field('sent', 'nothing', style);
  const isRepeated = others.every((message) => JSON.stringify(message) === JSON.stringify(first));
  const shown = isRepeated ? [first] : sent;
  const times = sent.length === 1 || !isRepeated ? '' : `${sent.length} times, `;
  return [
    ...field('sent', `${times}with the token ${token}; the transport adds Host and the length`, style),
    ...shown.flatMap((message, index) => [
      ...(index === 0 ? [] : ['']),
      ...renderMessage(message).map((line) => (line === '' ? '' : `    ${line}`)),
    ]),
  ];
}

/** A label and its text. Leading blanks of the text are kept; without a text there is no line. */
function field(label: string, text: string, style: Style): readonly string[] {
  if (text === '') return [];
  const indent = ' '.repeat(text.length - text.trimStart().length);
  const lines = wrap(safe(text.trimStart()), Math.max(20, style.width - LABEL - indent.length));
  return hang(
    style.dim(`  ${label}`.padEnd(LABEL)),
    LABEL,
    lines.map((line) => `${indent}${line}`),
  );
}
