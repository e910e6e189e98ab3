import type { ProfileReport, Report } from '../types.js';
import { count } from './layout.js';
import { safe } from './safe.js';
import type { Outcome } from './style.js';
import type { View } from './view.js';

/** Why the verdict is what it is, in one sentence, and for how much of the target it speaks. */
export function verdictSentence({ report, failures }: View): string {
  switch (report.verdict) {
    case 'conformant':
      return `${count(musts(report, 'verified'), 'MUST requirement')} seen to hold, none seen to break${scope(report)}.${occasions(report)}${part(report)}`;
    case 'nonconformant':
      return `${count(failures.length, 'finding breaks', 'findings break')} ${count(musts(report, 'failed'), 'MUST requirement')}.`;
    case 'inconclusive':
      return inconclusive(report);
  }
}

// A green over a part must not read like a green over the whole.
function part({ selection }: Report): string {
  return selection === undefined ? '' : ` Only ${selection.cases} of ${selection.of} cases were asked for.`;
}

// A captured producer shows what it had occasion to.
function occasions({ capture, requirements }: Report): string {
  const without = requirements.filter(({ level, outcome }) => level === 'must' && outcome === 'not-applicable').length;
  if (capture === undefined || without === 0) return '';
  return ` ${count(without, 'more had', 'more had')} no occasion in ${count(capture.messages.length, 'captured message')}.`;
}

function scope({ profiles, unseen }: Report): string {
  if (unseen.length === 0) return '';
  const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => safe(id, 80)).join(', ');
  return `, as far as ${ids(profiles)} goes (not seen: ${ids(unseen)})`;
}

const musts = ({ requirements }: Report, outcome: Outcome): number =>
  requirements.filter((one) => one.level === 'must' && one.outcome === outcome).length;

function inconclusive({ profiles }: Report): string {
  const open = profiles.find(
    (profile): profile is ProfileReport & { readonly reason: string } =>
      profile.verdict === 'inconclusive' && profile.reason !== undefined,
  );
  return open === undefined ? 'nothing was decided.' : `in ${safe(open.id, 80)}, ${safe(open.reason, 300)}.`;
}
