import type { AdapterExchange } from '../../target/adapter/protocol.js';
import type { Stray } from '../../target/adapter/watch.js';

/** Some requests that were made together, and everything that was seen of them. Lines are those of the pipes, cut. */
export interface Asked {
  readonly exchanges: readonly AdapterExchange[];
  readonly sent: readonly string[];
  readonly seen: readonly string[];
  readonly stray?: Stray;
}
