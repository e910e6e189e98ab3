// Judges what a producer emitted: one message against one rule, or everything that was captured against one rule.
import type { ContentMode, Message } from '../../src/binding/types.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { CloudEvent } from '../../src/event/types.js';
import type { KeyChoice } from '../../src/target/types.js';
import type { Asked, EmissionRule, Emitted, Shown, StreamRule } from './types.js';

/** The judgement of a message that was asked for. `title` names what was asked, for grouping. */
export function judgeEmitted<Emission extends Message>(
  rule: EmissionRule<Emission>,
  emitted: Emitted<Emission>,
  told: readonly CloudEvent[],
  title: string,
  key?: KeyChoice,
): Judgement {
  return judgementOf(rule.requirement, rule.check(emitted, told, key), title);
}

/** The judgement over captured messages of one mode: the first that breaks the rule decides, else the first that keeps it. */
export function judgeCaptured<Emission extends Message>(
  rule: EmissionRule<Emission>,
  captured: readonly Emitted<Emission>[],
  mode: ContentMode,
  title: string,
): Judgement {
  const shown = captured.filter((emitted) => emitted.mode === mode).map((emitted) => rule.check(emitted));
  const decisive = shown.find(({ kind }) => kind === 'broken') ?? shown.find(({ kind }) => kind === 'kept') ?? shown[0];
  return judgementOf(
    rule.requirement,
    decisive ?? { kind: 'silent', reason: `no captured message is in ${mode} mode` },
    title,
  );
}

/** The judgement over everything that was captured. `asked` is absent where nobody knows. */
export const judgeStream = (rule: StreamRule, captured: readonly Emitted[], title: string, asked?: Asked): Judgement =>
  judgementOf(rule.requirement, rule.check(captured, asked), title);

function judgementOf(requirement: string, shown: Shown, title: string): Judgement {
  switch (shown.kind) {
    case 'kept':
      return { status: 'pass' };
    case 'silent':
      return { status: 'inconclusive', message: shown.reason };
    case 'broken': {
      const { message, expected, actual, root } = shown;
      const cause = { key: `emitted ${requirement} ${root ?? ''}`, title: `${message}: ${title}` };
      return { status: 'fail', expected, actual, message, cause };
    }
  }
}
