// The end of a report, which is what a terminal shows first: counts, profiles, and the verdict in words.
import type { ExitCode } from '../../engine/error.js';
import type { Verdict } from '../../engine/verdict.js';
import type { BaselineReport } from '../baseline/types.js';
import { SUMMARY_KEYS } from '../summary.js';
import type { ProfileReport } from '../types.js';
import { exitSentence } from './exit-sentence.js';
import { count, hang, pad, wrap, wrapList } from './layout.js';
import { safe } from './safe.js';
import type { Paint } from './style.js';
import { verdictSentence } from './verdict-sentence.js';
import type { View } from './view.js';

export function totals(view: View): readonly string[] {
  const { report, style } = view;
  const widest = Math.max(0, ...report.profiles.map(({ id }) => id.length));
  const verdict = style.verdict[report.verdict];
  return [
    '',
    ...hang(style.bold('Cases     '), 10, wrapList(statuses(view), ', ', style.width - 10)),
    ...report.profiles.flatMap((profile, index) =>
      hang(
        index === 0 ? style.bold('Profiles  ') : '          ',
        10,
        wrap(profileText(profile, widest), style.width - 10),
        style.verdict[profile.verdict],
      ),
    ),
    ...(report.run.stopped === undefined ? [] : stopped(view)),
    ...(report.summary.harnessError === 0 ? [] : ownFault(view)),
    '',
    ...hang(
      style.bold('Verdict   '),
      10,
      wrap(`${report.verdict}: ${verdictSentence(view)}`, style.width - 10),
      emphasis(verdict, style.bold),
    ),
    ...(report.baseline === undefined ? [] : exit(report.baseline, view)),
  ];
}

// Beside the verdict, which a baseline leaves as it is.
function exit(baseline: BaselineReport, { report, style }: View): readonly string[] {
  const text = `${baseline.exit}: ${exitSentence(baseline, report.cases)}`;
  const color = style.verdict[IMPRESSION[baseline.exit]];
  return hang(style.bold('Exit      '), 10, wrap(text, style.width - 10), emphasis(color, style.bold));
}

/** The verdict whose colour an exit code has. */
const IMPRESSION: Readonly<Record<ExitCode, Verdict>> = {
  0: 'conformant',
  1: 'nonconformant',
  2: 'nonconformant',
  3: 'inconclusive',
  4: 'nonconformant',
  5: 'inconclusive',
};

/** Says that a run ended early: what it shows is true, but not everything. */
export function stopped({ report, style }: View): readonly string[] {
  const reason = safe(report.run.stopped ?? '', 300);
  const text = `STOPPED EARLY: ${reason}. ${count(report.summary.notRun, 'case was', 'cases were')} not run.`;
  return ['', ...wrap(text, style.width).map(emphasis(style.outcome.failed, style.bold))];
}

function ownFault({ report, style }: View): readonly string[] {
  const text = `${count(report.summary.harnessError, 'case')} could not be carried out. That is a fault of the harness, not of the target: please report it.`;
  return ['', ...wrap(text, style.width).map(emphasis(style.outcome.failed, style.bold))];
}

// All ten, zeros too: a reader may look for the one that is not there.
const statuses = ({ report }: View): readonly string[] =>
  Object.entries(SUMMARY_KEYS).map(([status, key]) => `${report.summary[key]} ${status}`);

function profileText({ id, verdict, requirements }: ProfileReport, widest: number): string {
  const { applicable, verified, failed } = requirements;
  const broken = failed === 0 ? '' : `, ${failed} failed`;
  return `${pad(safe(id, 60), widest)}  ${verdict}, ${verified}/${applicable} MUST requirements verified${broken}`;
}

const emphasis =
  (color: Paint, bold: Paint): Paint =>
  (text) =>
    bold(color(text));
