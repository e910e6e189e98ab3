import { canonical } from '../../event/canonical.js';
import { isCoreAttribute } from '../../event/names.js';
import type { Gap } from './gaps.js';
import type { Cause } from './types.js';

/**
 * What is lost, in a few words that are the same for all events that lose it: extensions by their type, because every
 * event has other names.
 */
export function whatIsLost(gap: Gap, side: Cause['side']): string {
  switch (gap.kind) {
    case 'attribute':
      return `${attribute(gap)} ${gap.change}`;
    case 'data':
      return gap.told === undefined ? `data ${gap.change}` : `data of kind ${KINDS[gap.told.kind]} ${gap.change}`;
    case 'count':
      return gap.seen < gap.told ? 'fewer events than told' : 'more events than told';
    case 'refused':
      if (gap.by === 'encoder') return 'a valid event refused';
      return side === 'encoder' ? 'its message is refused' : 'a message with a valid event refused';
    case 'failed':
      return FAILURES[gap.code];
  }
}

const KINDS = { json: 'JSON', text: 'text', binary: 'bytes' } as const;

const FAILURES = {
  timeout: 'no answer in time',
  closed: 'the program ends',
  protocol: 'an answer that breaks the adapter protocol',
  unsendable: 'a message that HTTP cannot carry',
} as const;

function attribute({ name, told }: Extract<Gap, { readonly kind: 'attribute' }>): string {
  if (isCoreAttribute(name)) return name;
  switch (typeof told) {
    case 'boolean':
      return 'Boolean extension';
    case 'number':
      return 'Integer extension';
    case 'string':
      return canonical(told) === '' ? 'empty extension' : 'string extension';
    default:
      return 'unknown attribute';
  }
}
