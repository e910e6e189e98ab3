// From a message to a damaged one. Pure, total, the same at every time, and never more than 256 KiB.
import type { Message } from '../../binding/types.js';
import { MOST_BODY } from './bounds.js';
import { mutateBody } from './mutate-body.js';
import { mutateLines } from './mutate-lines.js';
import type { Delivery, Mutation, Step } from './types.js';

/** The message after all steps, and how it is sent. Bindings other than HTTP have no delivery of their own. */
export function mutate(
  message: Message,
  { steps, delivery }: Mutation,
): { readonly message: Message; readonly delivery: Delivery } {
  const damaged = steps.reduce(mutated, { ...message, body: message.body.subarray(0, MOST_BODY) });
  if (damaged.binding !== undefined) return { message: damaged, delivery: {} };
  // Without framing there is no body that could be sent.
  return { message: delivery.framing === 'none' ? { ...damaged, body: new Uint8Array() } : damaged, delivery };
}

function mutated(message: Message, step: Step): Message {
  switch (step.kind) {
    case 'drop-line':
    case 'double-line':
    case 'value':
    case 'name':
    case 'new-lines':
      return { ...message, headers: mutateLines(message, step) };
    case 'media-type':
      return withType(message, step.type);
    case 'flip':
    case 'insert':
    case 'delete':
    case 'double':
    case 'truncate':
    case 'member':
    case 'nest':
      return withBody(message, mutateBody(message.body, step));
  }
}

// What is null has no bytes: a record with some is not null.
function withBody(message: Message, body: Uint8Array): Message {
  if (message.binding !== 'kafka' || message.isNull !== true || body.length === 0) return { ...message, body };
  const { isNull: _, ...rest } = message;
  return { ...rest, body };
}

function withType(message: Message, type: string | null): Message {
  switch (message.binding) {
    case undefined:
    case 'kafka': {
      const others = message.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
      return { ...message, headers: type === null ? others : [...others, ['content-type', type]] };
    }
    case 'mqtt5': {
      const { contentType: _, ...rest } = message;
      return type === null ? rest : { ...rest, contentType: type };
    }
    case 'mqtt3':
      return message;
  }
}
