// A header value that cannot be decoded, and came out just as it was sent: of who decodes no header values, that says nothing new.
import type { Cause, Judgement } from '../../engine/judgement.js';
import type { JsonValue } from '../../event/types.js';
import type { Violation } from '../../generate/violation/types.js';

/** As the judge of vectors calls it where a valid value comes out so. */
const AS_SENT: Cause = { key: 'header as sent', title: 'Header values are not percent-decoded' };

/** The judgement of a violation; its cause is that no header value is decoded, where that is what it shows. */
export function asSent({ damage, form }: Violation, judgement: Judgement): Judgement {
  if (judgement.status !== 'fail' || damage.kind !== 'line' || form.binding !== 'http') return judgement;
  return memberOf(judgement.actual, damage.attribute) === damage.value ? { ...judgement, cause: AS_SENT } : judgement;
}

const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([own]) => own === name)?.[1] : undefined;
