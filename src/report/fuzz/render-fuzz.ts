// The text of a fuzzing run: what was tried, and each defect with the smallest input that shows it.
import type { Observation } from '../../engine/observed.js';
import type { Requirement } from '../../engine/requirement.js';
import { inert } from '../text/inert.js';
import { count, hang, wrap } from '../text/layout.js';
import { safe } from '../text/safe.js';
import { createStyle, type Style } from '../text/style.js';
import { caseDetailLines } from './finding-lines.js';
import { type FuzzFinding, type FuzzReport, isRobustness, type Merged } from './types.js';

export interface FuzzRendering {
  readonly colors: boolean;
  readonly columns: number;
  readonly requirements: ReadonlyMap<string, Pick<Requirement, 'rule'>>;
  /** The files of findings, by their ids. */
  readonly files: ReadonlyMap<string, string>;
}

/** Findings that are told in full. */
const MOST = 20;

/** The text of a report. Nothing in it can do anything to a terminal. */
export function renderFuzz(report: FuzzReport, rendering: FuzzRendering): string {
  const style = createStyle(rendering.colors, rendering.columns);
  const { findings } = report;
  const conformance = findings.filter((one) => !isRobustness(one.class));
  const robustness = findings.filter((one) => isRobustness(one.class));
  const lines = [
    ...head(report, style),
    ...section('Findings', conformance, style, rendering),
    ...section('Robustness (no rule asks for it)', robustness, style, rendering),
    ...(report.fixed.length > 0
      ? [
          '',
          `${count(report.fixed.length, 'saved finding no longer fails', 'saved findings no longer fail')}: ${report.fixed.join(', ')}`,
        ]
      : []),
    ...(report.more > 0 ? ['', `${count(report.more, 'more cause', 'more causes')} beyond those told`] : []),
    '',
    ...wrap(conclusion(report), style.width),
    '',
  ];
  return inert(lines.join('\n'));
}

function head({ target, run, merged, totals, cells }: FuzzReport, style: Style): readonly string[] {
  const perSecond = Math.round(totals.messages / Math.max(0.001, run.durationMs / 1000));
  const shard = run.shard.of > 1 ? `, part ${run.shard.index + 1} of ${run.shard.of}` : '';
  const row = (text: string, content: string): readonly string[] =>
    hang(style.dim(text.padEnd(LABEL)), LABEL, wrap(content, style.width - LABEL));
  return [
    style.bold(`ce-conform fuzz: ${safe(target.name, 100)}`),
    ...row('seed', `${safe(run.seed, 100)}${shard}`),
    ...(merged === undefined ? [] : row('parts', partsOf(merged))),
    ...row(
      'sent',
      `${count(totals.messages, 'message')} of ${count(totals.trials, 'trial')} in ${(run.durationMs / 1000).toFixed(1)} s (${perSecond} a second, ${run.concurrency} at a time)`,
    ),
    ...row(
      'answers',
      `${totals.accepted} accepted, ${totals.refused} refused, ${totals.undecided} undecided, ${totals.unanswered} unanswered`,
    ),
    ...row('seen', SEEN[run.observation]),
    ...row('cells', `${cells.reached} of ${cells.total} requirements by message form were reached`),
    ...(run.stopped === undefined ? [] : row('stopped', safe(run.stopped, 200))),
  ];
}

/** Columns of a label. */
const LABEL = 10;

/** Parts that are named. */
const MOST_PARTS = 20;

/** Counted from one, as `--shard` does. */
function partsOf({ of, parts, missing }: Merged): string {
  const named = missing.slice(0, MOST_PARTS).map((index) => index + 1);
  const more = missing.length > MOST_PARTS ? ` and ${missing.length - MOST_PARTS} more` : '';
  return `${parts.length} of ${of}${missing.length === 0 ? '' : `; missing: ${named.join(', ')}${more}`}`;
}

const SEEN: Readonly<Record<Observation, string>> = {
  status: 'the status of answers alone: what was decoded is not visible',
  reply: 'the event in each answer',
  sink: 'the events that arrive at the sink',
  adapter: 'everything that the adapter tells',
  capture: 'what was captured',
};

function section(
  title: string,
  findings: readonly FuzzFinding[],
  style: Style,
  rendering: FuzzRendering,
): readonly string[] {
  if (findings.length === 0) return [];
  return [
    '',
    style.bold(title),
    ...findings.slice(0, MOST).flatMap((finding, index) => ['', ...told(finding, index + 1, style, rendering)]),
    ...(findings.length > MOST ? ['', `  and ${findings.length - MOST} more, in the JSON report`] : []),
  ];
}

function told(
  finding: FuzzFinding,
  number: number,
  style: Style,
  { requirements, files }: FuzzRendering,
): readonly string[] {
  const lead = `  ${number}. `;
  const row = (label: string, text: string): readonly string[] =>
    hang(`     ${style.dim(label.padEnd(11))}`, 16, wrap(text, style.width - 16));
  const file = files.get(finding.id);
  const { requirement } = finding;
  return [
    ...hang(
      `  ${style.outcome.failed(`${number}.`)} `,
      lead.length,
      wrap(`${safe(finding.title, 200)}${often(finding)}`, style.width - lead.length),
      style.bold,
    ),
    ...(requirement === undefined ? [] : row('breaks', ruleOf(finding, requirements))),
    ...row('over', finding.ways.join(', ')),
    ...row('again', again(finding)),
    ...caseDetailLines(finding, style).flatMap(([label, lines]) =>
      hang(`     ${style.dim(label.padEnd(11))}`, 16, lines),
    ),
    ...row(
      'found',
      `after ${count(finding.after, 'message')}; ${finding.bytes.met} bytes shrunk to ${finding.bytes.smallest}`,
    ),
    ...(file === undefined ? [] : row('saved', safe(file, 200))),
  ];
}

const often = ({ count: times }: FuzzFinding): string => (times === 1 ? '' : ` (${times} times)`);

function ruleOf({ requirement = '', level }: FuzzFinding, requirements: FuzzRendering['requirements']): string {
  const rule = requirements.get(requirement)?.rule;
  return `${requirement}${level === undefined ? '' : ` (${level.toUpperCase()})`}${rule === undefined ? '' : `: ${rule}`}`;
}

function again({ again: { hits, of }, flaky, beside }: FuzzFinding): string {
  if (beside !== undefined)
    return `only beside ${count(beside, 'other message')} on the way: ${hits} of ${count(of, 'round')}`;
  if (flaky === true)
    return of === 0
      ? 'it could not be tried again'
      : `flaky, and of no input in particular: ${hits} of ${of} times when tried again alone`;
  return 'every time';
}

function conclusion({ findings, totals, run, merged }: FuzzReport): string {
  if (totals.messages === 0) return 'Nothing was sent.';
  const missing = merged?.missing.length ?? 0;
  if (findings.length > 0)
    return `${count(findings.length, 'finding')}. ce-conform replay tries each again; --export-fixture makes a vector of one.`;
  const nothing = `Nothing found in ${count(totals.messages, 'message')}${run.observation === 'status' ? ', as far as a status shows' : ''}`;
  return missing === 0
    ? `${nothing}.`
    : `${nothing}; what ${count(missing, 'missing part')} would have found is not known.`;
}
