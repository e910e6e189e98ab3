// The shape of a language-neutral vector, as the YAML files in `fixtures/` hold it (schema: `ce-conform schema vectors`).
// In every string, `{token}` stands for a fresh lower-case token that marks the events of one run of one vector.
import type { ContentMode } from '../../src/binding/types.js';
import type { Carrier } from '../../src/engine/carriers.js';
import type { AttributeValue, JsonValue } from '../../src/event/types.js';

/** A carrier, or a mode: that mode of every binding that has it. */
export type CarrierName = Carrier | ContentMode;

/** Bytes: UTF-8 text, base64, or a filler of so many bytes. */
export type ByteSource = { readonly text: string } | { readonly base64: string };

/** Data of an event, as in the adapter protocol, or `none`. */
export type DataSource = { readonly json: JsonValue } | ByteSource | { readonly fill: number };

/** An event as a change of the base event of `fixtures/base.yaml`. */
export interface EventPatch {
  readonly set?: Readonly<Record<string, AttributeValue>>;
  readonly unset?: readonly string[];
  readonly data?: DataSource | 'none';
  /** The exact JSON text of the event, instead of a change; for structured and batch carriers. */
  readonly json?: string;
}

/** A change of the encoded message: what no valid event, or no polite client, would give. */
export interface MessagePatch {
  /** Header lines that replace all lines of the same name. A character is a byte. */
  readonly set?: readonly (readonly [string, string])[];
  /** Header lines that are appended, also beside a line of the same name. */
  readonly add?: readonly (readonly [string, string])[];
  readonly remove?: readonly string[];
  /** `null`: the null value of a Kafka record. */
  readonly body?: ByteSource | null;
  /** The record key, of Kafka alone. */
  readonly key?: ByteSource;
  /** Headers whose value is null, of Kafka alone. */
  readonly nullHeaders?: readonly string[];
  /** The Content Type property, of MQTT 5 alone; `null` leaves it out. */
  readonly contentType?: string | null;
  /** The Payload Format Indicator, of MQTT 5 alone. */
  readonly payloadFormat?: 0 | 1;
  /** The quality of service, of MQTT alone. */
  readonly qos?: 0 | 1 | 2;
  readonly method?: string;
  readonly via?: 'client' | 'raw';
  readonly framing?: 'content-length' | 'chunked' | 'none';
  readonly pieces?: number;
}

/** What is expected of one event that comes out. Only what is named is compared. */
export interface EventExpectation {
  /** Compared as canonical strings, `time` as an instant. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Attributes that must not be there. */
  readonly absent?: readonly string[];
  /** Values that the attribute must not have, whether or not it is there. */
  readonly not?: Readonly<Record<string, readonly AttributeValue[]>>;
  /** The values that the attribute may have, if it is there at all. */
  readonly only?: Readonly<Record<string, readonly AttributeValue[]>>;
  /** The attribute is there, with one of these values. */
  readonly oneOf?: Readonly<Record<string, readonly AttributeValue[]>>;
  /** Compared by meaning: JSON as a value, text and bytes as bytes. */
  readonly data?: DataSource | 'none' | 'some';
}

export type Expectation =
  /** Acceptance is all that is asked. */
  | { readonly accepted: true }
  /** Exactly this event comes out. `elements` for a batch: each is found by its id. */
  | { readonly event: EventExpectation }
  | { readonly elements: readonly EventExpectation[] }
  /** No event with a made-up value of these attributes comes out: refused, or the value is dropped. */
  | { readonly refused: { readonly attributes: readonly string[] } };

export interface Vector {
  readonly requirement: string;
  readonly variant: string;
  readonly title: string;
  readonly carriers: readonly CarrierName[];
  readonly event?: EventPatch;
  /** The events of a batch, instead of one. */
  readonly batch?: readonly EventPatch[];
  readonly message?: MessagePatch;
  /** A weaker level than the requirement's, where the text backs only that much for this variant. */
  readonly level?: 'should' | 'may' | 'info';
  /** The level on main, where its text backs more of this variant than 1.0.2 does. */
  readonly levelOnMain?: 'must' | 'should';
  /** For intermediaries: what this is about is passed on in this mode. */
  readonly passedOn?: 'binary' | 'structured';
  /** What a target that claims to validate must do with it: nothing with these values may come out. */
  readonly validation?: 'refused';
  /** How often the same message is sent. */
  readonly times?: number;
  /** Absent: the outcome is recorded, whatever it is. */
  readonly expect?: Expectation;
  /** Besides what is expected, a refusal is legal too: the case then does not apply. */
  readonly mayRefuse?: true;
  /** Attributes (or `data`) whose outcome is worth recording when nothing is expected. */
  readonly watch?: readonly string[];
  /** `requirement/variant` of the same input without the defect. */
  readonly twin?: string;
  /**
   * `requirement/variant` that must have been accepted over the same carrier; `+requirement/variant`: that must have
   * passed. With `@carrier` behind it, it is asked for over that carrier alone. `~requirement/variant@mode`: over that mode
   * of the binding, whatever the carrier. An empty list rests on nothing, not even on the plainest event.
   */
  readonly requires?: readonly string[];
  /** Why this input, and what is easily got wrong. */
  readonly why?: string;
}

/** As much of a vector as its judgement looks at; of the events that were sent, no more than their ids. */
export interface JudgedVector
  extends Pick<
    Vector,
    'requirement' | 'title' | 'expect' | 'times' | 'watch' | 'mayRefuse' | 'event' | 'batch' | 'passedOn'
  > {
  /** What is passed on is judged, not what is understood. */
  readonly through?: true;
  /** The target claims to validate: what is invalid has to be refused. */
  readonly validating?: true;
}

/** A file of vectors for receivers, or for intermediaries. */
export interface VectorFile {
  readonly document: string;
  readonly section: string;
  readonly exchange?: 'forward';
  readonly vectors: readonly Vector[];
}

/** Events that a producer is asked to emit; the rule of the requirement is applied to the message that comes out. */
export interface EncodeVector
  extends Pick<
    Vector,
    | 'requirement'
    | 'variant'
    | 'title'
    | 'carriers'
    | 'event'
    | 'batch'
    | 'level'
    | 'levelOnMain'
    | 'twin'
    | 'requires'
    | 'why'
    | 'mayRefuse'
  > {
  /** The mode that is asked for, where it is not that of the carrier. */
  readonly asked?: ContentMode;
  /** How the record key is to come about, over Kafka alone: given by the user, or by the opt-in mapper. */
  readonly key?: { readonly given: ByteSource } | { readonly mapper: 'partitionkey' };
  /** The events break a rule: a refusal is right too, and only what breaks this rule on the wire is wrong. */
  readonly invalid?: true;
}

/** A message that a broker is to hand on as it is. */
export interface RelayVector
  extends Pick<Vector, 'requirement' | 'variant' | 'title' | 'carriers' | 'event' | 'message' | 'level' | 'why'> {}

/** A file of vectors for brokers. */
export interface RelayFile {
  readonly document: string;
  readonly section: string;
  readonly exchange: 'relay';
  readonly vectors: readonly RelayVector[];
}

/** A file of vectors for producers. */
export interface EncodeFile {
  readonly document: string;
  readonly section: string;
  readonly exchange: 'encode';
  readonly vectors: readonly EncodeVector[];
}
