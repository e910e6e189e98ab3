import type { Arbitrary } from 'fast-check';
import type { Form } from '../../binding/encode-message.js';
import type { CloudEvent } from '../../event/types.js';
import type { Spelling } from '../writing/types.js';

/** What makes a valid event exercise a requirement, in the forms that the requirement is about. */
export interface Trait {
  /** In the registry: of receivers, who have to understand what has the trait. */
  readonly requirement: string;
  readonly forms: readonly Form[];
  /** Events that surely have it. */
  readonly event: Arbitrary<CloudEvent>;
  /** How an event has to be spelt for it, where the event alone does not decide. */
  readonly spelling?: Partial<Spelling>;
  /** Whether this attribute, or the data, exercises it. Without a spelling, the plain one is meant. */
  readonly has: (event: CloudEvent, form: Form, attribute: string, spelling?: Spelling) => boolean;
  /** Of which events the requirement is no more than a SHOULD, as it is of their vectors. */
  readonly isShould?: (event: CloudEvent) => boolean;
}
