// What producers are judged by: a message that was emitted, and rules that say what it shows.
import type { Binding, ContentMode, Message } from '../../src/binding/types.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import type { RawMember } from '../../src/format/raw-members.js';
import type { Decoded } from '../../src/format/types.js';
import type { KeyChoice } from '../../src/target/types.js';

/** A message that a producer emitted, read once for all rules. */
export interface Emitted<Emission extends Message = Message> {
  readonly message: Emission;
  /** The mode that was asked for; of a captured message, the one that its Content-Type says. */
  readonly mode: ContentMode;
  /** What our own decoder makes of it, event by event. */
  readonly decoded: Decoded<readonly CloudEvent[]>;
  /**
   * The members of each event as they are spelt, repeated ones too. Empty in binary mode, and where the body is no JSON
   * object (structured) or array of objects (batch).
   */
  readonly documents: readonly (readonly RawMember[])[];
}

/**
 * What a message shows about a rule. `silent`: the rule is about something that is not in this message, so it is neither
 * kept nor broken.
 */
export type Shown =
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'broken';
      /** One sentence for a reader: what is wrong. */
      readonly message: string;
      readonly expected: JsonValue;
      readonly actual: JsonValue;
      /** Failures of one root carry the same words, whatever the values. Default: the requirement. */
      readonly root?: string;
    }
  | { readonly kind: 'silent'; readonly reason: string };

/** The check of one requirement. Pure; throws for nothing that a producer emits. */
export interface EmissionRule<Emission extends Message = Message> {
  readonly requirement: string;
  /** The bindings that the rule speaks about. Default: all of them. */
  readonly bindings?: readonly Binding[];
  /** The modes that the rule speaks about. */
  readonly modes: readonly ContentMode[];
  /**
   * `told`: the events that the producer was asked to emit, in their order; absent for captured messages, where a rule
   * says what the message shows by itself, and is `silent` where only a comparison could tell. `key`: how the record key
   * was to come about, where that was said.
   */
  readonly check: (emitted: Emitted<Emission>, told?: readonly CloudEvent[], key?: KeyChoice) => Shown;
}

/** The check of a requirement that no single message shows: repeated ids, batches nobody asked for. */
export interface StreamRule {
  readonly requirement: string;
  /** The bindings that the rule speaks about. Default: all of them. */
  readonly bindings?: readonly Binding[];
  readonly check: (emitted: readonly Emitted[], asked?: Asked) => Shown;
}

/** What a producer is known to have been asked for before it emitted anything. */
export interface Asked {
  /** Whether somebody asked for batches, in whatever way. */
  readonly batches: boolean;
}
