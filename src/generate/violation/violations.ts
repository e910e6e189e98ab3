import fc from 'fast-check';
import type { Form } from '../../binding/encode-message.js';
import { REQUIRED_ATTRIBUTES } from '../../event/names.js';
import { ordinaryEvent } from './ordinary-event.js';
import type { Violation, ViolationKind } from './types.js';

/**
 * Violations of a rule, in those of these forms that it can be broken in; there has to be one. What the rule is about is not
 * in the valid event, unless every event has it: a target that drops the value is then told from one that mends it.
 */
export function violations(kind: ViolationKind, forms: readonly Form[]): fc.Arbitrary<Violation> {
  const possible = kind.forms.filter((form) =>
    forms.some((one) => one.binding === form.binding && one.mode === form.mode),
  );
  const absent = kind.attributes.filter((name) => !REQUIRED_ATTRIBUTES.includes(name));
  return fc
    .tuple(fc.constantFrom(...possible), ordinaryEvent(absent), kind.arbitrary)
    .map(([form, event, damage]) => ({ requirement: kind.requirement, form, event, damage }));
}
