// The head of a diff: who was judged by what, and in what the two runs were not alike.
import { count, hang, pad, wrap } from '../../text/layout.js';
import { safe } from '../../text/safe.js';
import type { Paint, Style } from '../../text/style.js';
import type { Diff, Side } from '../types.js';
import { DIFFERENCES, differenceValue } from '../words.js';

export function header(diff: Diff, style: Style): readonly string[] {
  const row = (label: string, text: string, paint?: Paint): readonly string[] =>
    hang(`  ${style.dim(pad(label, 11))}`, 13, wrap(text, style.width - 13), paint);
  const { withdrawn, added } = diff.claims;
  return [
    style.bold('ce-conform diff'),
    '',
    ...row('old', sideText(diff.old)),
    ...row('new', sideText(diff.new)),
    ...diff.differences
      .filter(({ what }) => what !== 'version' && what !== 'tool')
      .flatMap((one) => {
        const [was, is] = [one.old, one.new].map((value) => safe(differenceValue(one, value), 120));
        return row('note', `${DIFFERENCES[one.what]}: ${was} → ${is}`);
      }),
    ...(withdrawn.length === 0
      ? []
      : row('withdrawn', withdrawn.map((claim) => safe(claim, 80)).join(', '), style.outcome.open)),
    ...(added.length === 0 ? [] : row('claimed', added.map((claim) => safe(claim, 80)).join(', '))),
    ...(
      [
        ['old', diff.old],
        ['new', diff.new],
      ] as const
    ).flatMap(([which, { stopped }]) =>
      stopped === undefined
        ? []
        : row('note', `the ${which} run was stopped early: ${safe(stopped, 200)}`, style.outcome.failed),
    ),
  ];
}

function sideText({ name, version, language, verdict, cases, tool, suite, startedAt }: Side): string {
  const who = [name, version, language === undefined ? undefined : `(${language})`].filter(
    (part) => part !== undefined,
  );
  return `${safe(who.join(' '), 120)}: ${verdict}, ${count(cases, 'case')}, CloudEvents ${safe(suite.specVersion, 20)}, ${safe(`${tool.name} ${tool.version}`, 60)}, ${safe(startedAt.slice(0, 10), 10)}`;
}
