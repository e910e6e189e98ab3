// The diff as a comment under a pull request: the decision and what needs action on top, the rest folded.
import { cellCode, code, nameCell } from '../../markdown/code.js';
import { link } from '../../markdown/link.js';
import { prose } from '../../markdown/prose.js';
import { markdownTable } from '../../markdown/table.js';
import { count } from '../../text/layout.js';
import { MARKS } from '../../text/style.js';
import { middleCut } from '../middle-cut.js';
import { movesOf, type Row, type Section, sectionsOf } from '../sections.js';
import type { Diff, FindingChange, Side } from '../types.js';
import { comparedSentence, DIFFERENCES, differenceValue, findingCounts, headline, stateText } from '../words.js';
import { type Block, within } from './within.js';

/** GitHub takes 65,536 characters; some room is left for what a workflow adds. Counted in bytes, of which there are never fewer. */
export const MOST_BYTES = 60_000;

/** The diff as GitHub's Markdown, of at most `MOST_BYTES`. Every string of a report stands in a code span, or is a plain word. */
export function renderDiffMarkdown(diff: Diff): string {
  return within(
    [
      { head: top(diff), rows: [], foot: [] },
      ...sectionsOf(diff).map(sectionBlock),
      ...findingBlocks(diff),
      ...profileBlock(diff),
    ],
    MOST_BYTES,
  );
}

const OUTCOME_MARKS: Readonly<Record<Diff['outcome'], string>> = {
  regression: MARKS.failed,
  undecided: MARKS.open,
  'no-regression': MARKS.verified,
};

function top(diff: Diff): readonly string[] {
  const { old, new: now, counts } = diff;
  return [
    `## ${OUTCOME_MARKS[diff.outcome]} CloudEvents conformance: ${sideName(old)} → ${sideName(now)}`,
    '',
    `**${headline(diff)}.** Verdict: ${old.verdict} → ${now.verdict}. ${comparedSentence(diff)}`,
    ...table(counts),
    ...notes(diff),
  ];
}

function table(counts: Diff['counts']): readonly string[] {
  const rows = ROWS.filter((one) => counts[one].cases > 0);
  if (rows.length === 0) return [];
  const cells = rows.map((one) => [NAMES[one], `${counts[one].cases}`, `${counts[one].weighty}`]);
  return ['', ...markdownTable(['', 'cases', 'of a MUST in a profile'], cells)];
}

const NAMES = {
  regressed: 'regressed',
  lost: 'no longer shown to hold',
  appeared: 'newly seen to break',
  fixed: 'fixed',
  shown: 'newly shown to hold',
  hidden: 'no longer seen to break, nor to hold',
  changed: 'changed, and still undecided or broken',
  added: 'added',
  removed: 'removed',
} as const;
const ROWS = Object.keys(NAMES) as (keyof typeof NAMES)[];

function sideName({ name, version, language }: Side): string {
  const parts = [
    name,
    ...(version === undefined ? [] : [version]),
    ...(language === undefined ? [] : [`(${language})`]),
  ];
  return nameCell(parts.join(' '));
}

function notes({ differences, claims: { withdrawn, added }, old, new: now }: Diff): readonly string[] {
  const claims = (list: readonly string[]): string =>
    list
      .slice(0, 30)
      .map((claim) => code(claim, 80))
      .join(', ');
  const told = [
    ...differences
      .filter(({ what }) => what !== 'version' && what !== 'tool')
      .map((one) => {
        const [was, is] = [one.old, one.new].map((value) => code(differenceValue(one, value), 120));
        return `${DIFFERENCES[one.what]}: ${was} → ${is}`;
      }),
    ...(withdrawn.length === 0 ? [] : [`**claims withdrawn:** ${claims(withdrawn)}`]),
    ...(added.length === 0 ? [] : [`claims added: ${claims(added)}`]),
    ...(old.stopped === undefined ? [] : [`the old run was stopped early: ${code(old.stopped)}`]),
    ...(now.stopped === undefined ? [] : [`**the new run was stopped early:** ${code(now.stopped)}`]),
  ];
  return told.length === 0 ? [] : ['', ...told.map((line) => `- ${line}`)];
}

function sectionBlock(section: Section): Block {
  const { title, meaning, weight, rows, cases, look } = section;
  const name = `${MARKS[look]} ${title}: ${count(cases, 'case')} of ${count(rows.length, 'requirement')}`;
  const head =
    weight === 'open'
      ? ['', `### ${name}`, '', `${capital(meaning)}.`, '']
      : ['', '<details>', `<summary>${name}</summary>`, '', `${capital(meaning)}.`, ''];
  return {
    head,
    rows: rows.map(weight === 'brief' ? briefLine : fullLine),
    foot: weight === 'open' ? [] : ['', '</details>'],
  };
}

const briefLine = (row: Row): string =>
  `- ${code(row.id, 120)} (${row.level.toUpperCase()}), ${count(row.cases, 'case')}: ${movesOf(row)}`;

function fullLine(row: Row): string {
  const outcome = row.outcome === undefined ? '' : `; the requirement: ${row.outcome}`;
  const revised = row.revised.length === 0 ? '' : `; **the case changed too** (${row.revised.join(', ')})`;
  const rule = row.rule === undefined ? '' : ` ${prose(row.rule)}`;
  const { id, message } = row.example;
  const example = message === undefined ? code(id, 160) : `${code(id, 160)}: ${code(middleCut(message, 200), 400)}`;
  return `- ${link(code(row.id, 120), row.href)} (${row.level.toUpperCase()})${rule}<br>${count(row.cases, 'case')}: ${movesOf(row)}${outcome}${revised}, such as ${example}`;
}

function findingBlocks({ findings }: Diff): readonly Block[] {
  return [
    findingBlock('New causes of failures and warnings', findings.new),
    findingBlock('Causes that are gone', findings.gone),
    findingBlock('Causes that remain', findings.remaining),
  ].flat();
}

function findingBlock(title: string, all: readonly FindingChange[]): readonly Block[] {
  if (all.length === 0) return [];
  return [
    {
      head: ['', '<details>', `<summary>${title}: ${all.length}</summary>`, ''],
      rows: all.map((one) => `- ${code(one.title, 200)}: ${findingCounts(one)}, ${requirementsOf(one)}`),
      foot: ['', '</details>'],
    },
  ];
}

/** Requirements named of one finding. */
const MOST_NAMED = 4;

function requirementsOf({ requirements }: FindingChange): string {
  const named = requirements.slice(0, MOST_NAMED).map((id) => code(id, 120));
  const more = requirements.length - named.length;
  return `breaks ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`;
}

function profileBlock({ profiles }: Diff): readonly Block[] {
  if (profiles.length === 0) return [];
  const [head = '', rule = '', ...rows] = markdownTable(
    ['Profile', 'old', 'new'],
    profiles.map((one) => [cellCode(one.id, 80), stateText(one.old), stateText(one.new)]),
  );
  return [
    {
      head: [
        '',
        '<details>',
        `<summary>Profiles that changed: ${profiles.length}</summary>`,
        '',
        'MUST requirements verified, of those that apply.',
        '',
        head,
        rule,
      ],
      rows,
      foot: ['', '</details>'],
    },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
