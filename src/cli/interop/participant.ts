// Whoever encodes and decodes: a program behind the adapter protocol, or the reference in this process.
import { decodeHttp } from '../../binding/http/decode.js';
import type { ContentMode, HttpMessage, Message } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';
import { emitWith } from '../../reference/producer.js';
import type { Decoded, Encoded } from '../../report/interop/observed.js';
import { REFERENCE, type Subject } from '../../report/interop/types.js';
import { version } from '../version.js';

/** None of its functions ever rejects. */
export interface Participant {
  readonly subject: Omit<Subject, 'gaveUp'>;
  encode(events: readonly CloudEvent[], mode: ContentMode): Promise<Encoded>;
  decode(message: HttpMessage, mode: ContentMode): Promise<Decoded>;
  /** Why it could not be asked everything; undefined while it can. */
  gaveUp(): string | undefined;
  close(): Promise<void>;
}

const ALL_MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

/** The built-in implementation. It shows which side a loss is on. */
export function referenceParticipant(): Participant {
  return {
    subject: {
      id: REFERENCE,
      sdk: 'built in',
      name: 'ce-conform',
      version: version(),
      language: 'javascript',
      encodes: ALL_MODES,
      decodes: ALL_MODES,
    },
    encode: async (events, mode) => {
      const emission = emitWith({ binding: 'http', mode, events }, []);
      return emission.kind === 'message' ? { kind: 'message', message: httpOf(emission.message) } : emission;
    },
    // As the reference receiver, but for validity: what came out invalid differs from what was told, and that says more
    // than a refusal.
    decode: async (message) => {
      const decoded = decodeHttp(message);
      return decoded.kind === 'decoded'
        ? { kind: 'events', events: decoded.value.events }
        : { kind: 'refused', reason: decoded.reason };
    },
    gaveUp: () => undefined,
    close: async () => undefined,
  };
}

function httpOf(message: Message): HttpMessage {
  if (message.binding !== undefined) throw new Error(`a message of ${message.binding} was not asked for`);
  return message;
}
