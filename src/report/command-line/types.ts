// A message as a line that a person can paste, and where that line sends it.
import type { MqttVersion } from '../../target/mqtt/types.js';

/** Where a message is sent. What it takes to be let in (users, certificates) is no part of it, nor of the line. */
export type Where =
  /** Without user and password. */
  | { readonly kind: 'http'; readonly url: string }
  /** `HOST:PORT`, several with a comma between them. */
  | { readonly kind: 'kafka'; readonly brokers: string; readonly topic: string }
  | {
      readonly kind: 'mqtt';
      readonly host: string;
      readonly port: number;
      readonly topic: string;
      readonly version: MqttVersion;
    };

export type Tool = 'curl' | 'kcat' | 'mosquitto_pub';

export type CommandLine =
  /** One line of printable ASCII, without a line break, for any POSIX shell. */
  | { readonly kind: 'line'; readonly tool: Tool; readonly line: string }
  /** The tool cannot send exactly this message. `reason` is a sentence without its full stop, and safe to print. */
  | { readonly kind: 'none'; readonly tool: Tool; readonly reason: string };
