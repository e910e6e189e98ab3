// Readers of a topic that implement nothing. A harness that is satisfied with one of them can be fooled.
import { encodeMessage } from '../binding/encode-message.js';
import { bindingOf, type Message } from '../binding/types.js';
import type { Consumer } from './broker-in-memory.js';
import type { Fault } from './fault.js';

export interface NullConsumer {
  readonly name: string;
  readonly summary: string;
  readonly family: Exclude<Fault['family'], 'http'>;
  /** A consumer that has read nothing yet. */
  readonly createConsumer: () => Consumer;
}

/** An event that was published by nobody. */
const FIXED = new Map([
  ['specversion', '1.0'],
  ['id', 'fixed'],
  ['source', '/fixed'],
  ['type', 'org.example.fixed'],
]);

const fixed = (message: Message): Message =>
  encodeMessage([{ attributes: FIXED }], { binding: bindingOf(message), mode: 'structured' });

/** So many messages behind. */
const LATE = 16;

const KINDS: readonly Omit<NullConsumer, 'family'>[] = [
  { name: 'silent', summary: 'reads, and publishes nothing', createConsumer: () => () => [] },
  { name: 'mirror', summary: 'publishes each message again as it is', createConsumer: () => (message) => [message] },
  {
    name: 'mirror-twice',
    summary: 'publishes each message again, twice',
    createConsumer: () => (message) => [message, message],
  },
  {
    name: 'garbage',
    summary: 'publishes bytes that are nothing',
    createConsumer: () => (message) => [{ ...message, body: Buffer.from([0xff, 0xfe, 0x00]) }],
  },
  {
    name: 'fixed-event',
    summary: 'publishes the same event for everything',
    createConsumer: () => (message) => [fixed(message)],
  },
  {
    name: 'late',
    summary: `publishes each message again, but ${LATE} messages later`,
    createConsumer: () => {
      const held: Message[] = [];
      return (message) => (held.push(message) > LATE ? held.splice(0, 1) : []);
    },
  },
  {
    name: 'other-correlation',
    summary: 'publishes the attributes of one message with the payload of the one before',
    createConsumer: () => {
      let before: Message | undefined;
      return (message) => {
        const mixed = { ...message, body: before?.body ?? new Uint8Array() };
        before = message;
        return [mixed];
      };
    },
  },
];

export const NULL_CONSUMERS: readonly NullConsumer[] = (['kafka', 'mqtt'] as const).flatMap((family) =>
  KINDS.map((kind) => ({ ...kind, name: `${family}-${kind.name}`, family })),
);
