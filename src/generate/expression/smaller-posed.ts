import type { CloudEvent } from '../../event/types.js';
import { nodesOf } from './nodes.js';
import type { Posed } from './posed.js';
import { smaller, smallerValues } from './smaller.js';

/** No event is without them. */
const REQUIRED = new Set(['specversion', 'id', 'source', 'type']);

/**
 * Smaller ones: written plainly, a smaller expression, an event without an attribute, an event with a smaller value.
 * Shrinking ends, and the event stays valid.
 */
export function* smallerPosed(posed: Posed): Generator<Posed> {
  const { expression, event, spelling } = posed;
  if (spelling !== 0) yield { ...posed, spelling: 0 };
  const bare = withoutStrangers(posed);
  if (bare !== undefined) yield bare;
  for (const one of smaller(expression)) yield { ...posed, expression: one };
  for (const one of smallerEvents(event)) yield { ...posed, event: one };
}

/** Without the attributes that the expression does not speak about. */
function withoutStrangers(posed: Posed): Posed | undefined {
  const named = new Set<string>(REQUIRED);
  for (const node of nodesOf(posed.expression))
    if (node.kind === 'attribute' || node.kind === 'exists') named.add(node.name);
  const kept = [...posed.event.attributes].filter(([name]) => named.has(name));
  return kept.length === posed.event.attributes.size ? undefined : { ...posed, event: { attributes: new Map(kept) } };
}

function* smallerEvents({ attributes }: CloudEvent): Generator<CloudEvent> {
  const optional = [...attributes].filter(([name]) => !REQUIRED.has(name));
  for (const [name] of optional) yield { attributes: new Map([...attributes].filter(([other]) => other !== name)) };
  for (const [name, value] of optional) {
    // What is not free text has a form to keep.
    if (FORMED.has(name)) continue;
    for (const one of smallerValues(value))
      if (typeof one === typeof value && one !== '') yield { attributes: new Map([...attributes, [name, one]]) };
  }
}

const FORMED = new Set(['time', 'datacontenttype', 'dataschema']);
