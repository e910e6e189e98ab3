// What a baseline makes of a run: new failures and stale entries, which ask for something to be done, before what is known.
import type { BaselineReport, ListedEntry } from '../baseline/types.js';
import { count, hang, wrap } from './layout.js';
import { safe } from './safe.js';
import { MARKS, type Outcome } from './style.js';
import type { View } from './view.js';

/** Lines of one kind, unless everything is asked for. */
const MOST = 12;

/** Longest reason or message, in characters. */
const MOST_TEXT = 300;

export function baselineText(view: View): readonly string[] {
  const { baseline } = view.report;
  if (baseline === undefined) return [];
  const { style } = view;
  const { confirmed, stale, open } = baseline;
  const of = (list: ListedEntry['list']) => confirmed.filter(({ entry }) => entry.list === list);
  return [
    '',
    style.bold(`Baseline ${safe(baseline.file, style.width - 9)}`),
    ...part(newTitle(baseline), 'failed', baseline.new.map(newLine), view),
    ...part(
      `${count(stale.length, 'stale entry', 'stale entries')}, to be removed or changed`,
      'warned',
      stale.map(messageLine),
      view,
    ),
    ...part(openTitle(baseline), 'open', open.map(openLine), view),
    ...part(count(baseline.known.length, 'known failure'), 'observed', of('expected').map(knownLine), view),
    ...part(count(baseline.flaky.length, 'flaky case'), 'observed', of('flaky').map(knownLine), view),
  ];
}

function part(title: string, outcome: Outcome, rows: readonly string[], view: View): readonly string[] {
  if (rows.length === 0) return [];
  const { style, isVerbose } = view;
  const shown = isVerbose ? rows : rows.slice(0, MOST);
  const more = rows.length - shown.length;
  const paint = outcome === 'observed' ? style.dim : undefined;
  return [
    ...hang(`  ${style.outcome[outcome](MARKS[outcome])} `, 4, wrap(title, style.width - 4)),
    ...shown.flatMap((row) => hang('      ', 8, wrap(row, style.width - 8), paint)),
    ...(more === 0 ? [] : [`      ${style.dim(`and ${more} more (--verbose)`)}`]),
  ];
}

const newTitle = ({ new: news }: BaselineReport): string =>
  `${count(news.length, 'new failure')}; --update-baseline lists ${news.length === 1 ? 'it' : 'them'}`;

const newLine = ({ case: id, fingerprint }: BaselineReport['new'][number]): string =>
  `${safe(id, MOST_TEXT)} (fingerprint ${safe(fingerprint, 16)})`;

function openTitle({ open }: BaselineReport): string {
  const excused = new Set(open.flatMap(({ cases }) => cases)).size;
  const title = `${count(open.length, 'entry', 'entries')} that this run neither confirms nor disproves`;
  return excused === 0 ? title : `${title}, with ${count(excused, 'undecided case')} that the exit code leaves out`;
}

const openLine = ({ entry, message, cases }: BaselineReport['open'][number]): string =>
  `${place(entry)}${cases.length === 0 ? '' : ` (${count(cases.length, 'case')})`} — ${safe(message, MOST_TEXT)}`;

const messageLine = ({ entry, message }: BaselineReport['stale'][number]): string =>
  `${place(entry)} — ${safe(message, MOST_TEXT)}`;

const place = ({ line, case: glob }: ListedEntry): string => `line ${line}: ${safe(glob, MOST_TEXT)}`;

function knownLine({ entry, cases }: BaselineReport['confirmed'][number]): string {
  const ticket = entry.ticket === undefined ? '' : ` (${safe(entry.ticket, MOST_TEXT)})`;
  return `${place(entry)} (${count(cases.length, 'case')}) — ${safe(entry.reason, MOST_TEXT)}${ticket}`;
}
