// The settings of a run, from flags and configuration. Flags win.
import type { Observation } from '../engine/observed.js';
import type { SpecVersion } from '../event/types.js';

export interface RunSettings {
  readonly target?: string;
  /** The command line of a program that speaks the adapter protocol, instead of a target. */
  readonly adapter?: readonly string[];
  /** Where to listen for what a producer sends, instead of a target: `:0`. */
  readonly listen?: string;
  /** The command line of the producer, of the reader of a topic, or of a container. */
  readonly program?: readonly string[];
  /** The command line that sets the filter of the target to an expression. */
  readonly apply?: readonly string[];
  readonly count?: number;
  /** A duration: `30s`. */
  readonly for?: string;
  /** How a target over HTTP is seen; what is behind an adapter or a listener shows itself. */
  readonly observe?: Exclude<Observation, 'adapter' | 'capture'> | 'auto';
  readonly sinkPort?: number;
  readonly sinkHost?: string;
  readonly claims?: readonly string[];
  readonly profile?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly spec?: SpecVersion;
  readonly seed?: string;
  readonly concurrency?: number;
  readonly timeout?: number;
  readonly maxTime?: number;
  readonly header?: readonly string[];
  readonly ca?: string;
  readonly insecure?: boolean;
  /** Brokers to start in containers: `kafka`, `mqtt`. */
  readonly with?: readonly string[];
  readonly kafkaImage?: string;
  readonly mqttImage?: string;
  /** The image of the target, which is started as a container. */
  readonly image?: string;
  /** The port that it serves HTTP at. */
  readonly imagePort?: number;
  readonly showSecrets?: boolean;
  readonly report?: readonly string[];
  /** A file of known failures. */
  readonly baseline?: string;
}

/** The flags of the run command: settings, and what only the command line can say. */
export interface RunFlags extends Omit<RunSettings, 'adapter' | 'apply' | 'program'> {
  /** What stands behind two dashes is the command line of an adapter. */
  readonly adapter?: boolean;
  /** What stands behind two dashes sets the filter of the target. */
  readonly apply?: boolean;
  readonly config?: string;
  readonly updateBaseline?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export const DEFAULTS = { concurrency: 8, timeoutMs: 5_000, maxTimeS: 600 } as const;
