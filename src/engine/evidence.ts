import type { HttpRequest, Reply, SinkMessage } from '../target/types.js';
import type { Observation } from './observed.js';

/** The bytes both ways of one case, and nothing that was concluded from them. */
export interface Evidence {
  readonly token: string;
  readonly observation: Observation;
  readonly requests: readonly HttpRequest[];
  /** One reply for each request, in the order of the requests. */
  readonly replies: readonly Reply[];
  /** What arrived at the harness's own listener, when that is the observation. */
  readonly arrived: readonly SinkMessage[];
  /** An event that was sent later on the same path did not arrive either: what is missing shows nothing. */
  readonly fence?: 'lost';
  readonly ms: number;
}
