// What goes wrong with the attributes that every event carries, and with repeated ones.
import type { CloudEvent } from '../../../../event/types.js';
import { validate } from '../../../../event/validate.js';
import { type Fault, fault } from '../../../fault.js';
import { onObjects } from '../json/rewrite.js';
import { unchecked } from './unchecked.js';

const isValid = (event: CloudEvent | undefined): boolean => event !== undefined && validate(event, 'main').length === 0;

/** Whether two names differ in nothing but case. */
function hasDoubles({ attributes }: CloudEvent): boolean {
  const names = [...attributes.keys()].map((name) => name.toLowerCase());
  return new Set(names).size < names.length;
}

export const PRESENCE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'core.attr.required/unchecked',
    'emits events without what every event carries',
    unchecked(['core.attr.missing'], { only: ([event]) => !isValid(event) }),
  ),
  fault(
    'core.attr.required/first-alone',
    'looks for what every event carries in the first event of a batch alone',
    unchecked(['core.attr.missing'], { only: ([event]) => isValid(event) }),
  ),
  fault(
    'core.attr.unique/member',
    'writes specversion once before the other members and once behind them',
    onObjects((members) => [...members, ...members.filter(([name]) => name === 'specversion')]),
  ),
  fault(
    'core.attr.unique/case',
    'writes a header for each of two names that differ in case alone',
    unchecked(['core.name.bad-charset'], { only: (events) => events.every(hasDoubles) }),
  ),
];
