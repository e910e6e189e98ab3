// A header value that cannot be decoded, and came out just as it was sent.
import type { Judgement } from '../../engine/judgement.js';
import type { JsonValue } from '../../event/types.js';
import type { Violation } from '../../generate/violation/types.js';

/** The judgement of a violation. That no header values are decoded is what valid events show, and no defect of its own here. */
export function asSent({ damage, form }: Violation, judgement: Judgement): Judgement {
  if (judgement.status !== 'fail' || damage.kind !== 'line' || form.binding !== 'http') return judgement;
  return memberOf(judgement.actual, damage.attribute) === damage.value
    ? { status: 'inconclusive', message: 'the value came out as it was sent: header values are not decoded' }
    : judgement;
}

const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([own]) => own === name)?.[1] : undefined;
