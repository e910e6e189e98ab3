// What was seen when one program encoded and another decoded. Kept in memory only: the result holds what differs.
import type { ContentMode, HttpMessage } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';

export type Role = 'encoder' | 'decoder';

/** It gave a reason for not doing it. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** It gave no answer that can be used. `message` is one sentence, safe to print. */
export interface Failed {
  readonly kind: 'failed';
  readonly code: FailureCode;
  readonly message: string;
}

export type FailureCode =
  | 'timeout' // no answer in time, though it was asked alone
  | 'closed' // it ended while it was asked alone
  | 'protocol' // its answer breaks the adapter protocol
  | 'unsendable'; // its message holds what no HTTP message can

/** It was not asked: the run ended, or the program could not be started again. It says nothing about anybody. */
export interface NotAsked {
  readonly kind: 'not-asked';
}

export type Encoded = { readonly kind: 'message'; readonly message: HttpMessage } | Refused | Failed | NotAsked;
export type Decoded = { readonly kind: 'events'; readonly events: readonly CloudEvent[] } | Refused | Failed | NotAsked;

/** One encoder, asked for one event in one mode, and all who read its message, by id. */
export interface Observation {
  readonly encoder: string;
  readonly mode: ContentMode;
  /** The name of the event. */
  readonly event: string;
  readonly encoded: Encoded;
  readonly decoded: ReadonlyMap<string, Decoded>;
}
