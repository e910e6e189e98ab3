// Events of which exactly one rule is broken, and what broke it. Plain data.
import type { Arbitrary } from 'fast-check';
import type { Form } from '../../binding/encode-message.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';

/** What is done to an event, or to its message. */
export type Damage =
  /** The attribute is left out. */
  | { readonly kind: 'unset'; readonly attribute: string }
  /** The attribute has this value, written as any other. A name that is none is possible. */
  | { readonly kind: 'set'; readonly attribute: string; readonly value: AttributeValue }
  /** Members of the JSON object, of which the value is the JSON text; in place of those of the name, else after all others. */
  | {
      readonly kind: 'members';
      readonly set: readonly (readonly [name: string, json: string])[];
      readonly drop?: readonly string[];
    }
  /** The line of the attribute in binary mode, in place of the one there is; a character of the value is a byte. */
  | { readonly kind: 'line'; readonly attribute: string; readonly value: string }
  /** One more line, whatever there is. */
  | { readonly kind: 'one-more-line'; readonly attribute: string; readonly value: string }
  /** A record header of Kafka whose value is null. */
  | { readonly kind: 'null-line'; readonly attribute: string }
  /** The body ends after so many thousandths of it. */
  | { readonly kind: 'cut'; readonly at: number }
  /** Bytes, one for each character, before the bracket that ends the JSON object of the event, or behind all. */
  | { readonly kind: 'insert'; readonly where: 'inside' | 'behind'; readonly bytes: string }
  /** Another body. */
  | { readonly kind: 'body'; readonly text: string }
  /** Brackets of an array around the body, or around the only event of a batch. */
  | { readonly kind: 'bracketed' }
  /** The only event of a batch, without its brackets. */
  | { readonly kind: 'bare' }
  /** A second event in the batch, of another version of the specification. */
  | { readonly kind: 'second-version'; readonly specversion: string };

/** One rule, and the ways to break it. */
export interface ViolationKind {
  /** In the registry. */
  readonly requirement: string;
  readonly title: string;
  readonly forms: readonly Form[];
  /** What must not come out with a made-up value: the attribute, or those of the whole event where all of it is invalid. */
  readonly attributes: readonly string[];
  readonly arbitrary: Arbitrary<Damage>;
  /** What becomes of it is open, even for who validates: it is no violation that a refusal could be asked for. */
  readonly isOpen?: true;
}

/** A valid event, and what makes it invalid. */
export interface Violation {
  readonly requirement: string;
  readonly form: Form;
  readonly event: CloudEvent;
  readonly damage: Damage;
}
