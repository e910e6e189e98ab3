import type { Form } from '../binding/encode-message.js';
import type {
  Binding,
  ContentMode,
  HeaderLine,
  HttpMessage,
  KafkaMessage,
  Message,
  MqttMessage,
} from '../binding/types.js';
import type { CloudEvent } from '../event/types.js';
import type { KeyChoice } from '../target/types.js';
import type { Emission } from './emission.js';
import type { EngineAnswer, EngineFault } from './engine-fault.js';
import type { Outcome } from './receiver.js';

/** Whose defect it is. A validator lets invalid events through that it claims to tell. */
export type FaultRole = 'receiver' | 'producer' | 'intermediary' | 'validator' | 'engine' | 'broker' | 'relay';

/**
 * A defect that can be switched on in the reference. It breaks one requirement, and as few others as the rule
 * allows, so that a check which cannot fail is found out.
 */
export interface Fault {
  /** The requirement it breaks, a slash, and how: `http.dec.once/twice`. */
  readonly name: string;
  readonly requirement: string;
  readonly role: FaultRole;
  /** Over which binding it shows. */
  readonly family: 'http' | 'kafka' | 'mqtt';
  /** What it does wrong, in one sentence. */
  readonly summary: string;
  /** Alters an HTTP message before it is received. */
  readonly message?: (message: HttpMessage) => HttpMessage;
  /** Alters what was made of an HTTP message; the message is the one that was received. */
  readonly outcome?: (outcome: Outcome, message: HttpMessage) => Outcome;
  /** An `outcome` that remembers earlier messages; it is made anew for each server, and nowhere else. */
  readonly createOutcome?: () => NonNullable<Fault['outcome']>;
  /** Makes a body of the pieces that it came in, at a server. */
  readonly joinBody?: (pieces: readonly Uint8Array[], headers: readonly HeaderLine[]) => Uint8Array;
  /** A server holds the message under way in one variable for all requests, and waits before it reads it again. */
  readonly sharesMessage?: true;
  /** What it does wrong as a producer. */
  readonly emit?: EmitFault;
  /** Alters an event that is passed on; the message is the one it came in. */
  readonly forward?: (event: CloudEvent, message: Message) => CloudEvent;
  /** What it does wrong with Kafka records alone. */
  readonly kafka?: BindingFault<KafkaMessage>;
  /** What it does wrong with messages of MQTT alone. */
  readonly mqtt?: BindingFault<MqttMessage>;
  /** What it does to messages as a broker; undefined where one is lost. */
  readonly relay?: (message: Message) => Message | undefined;
  /** What it does wrong as an engine of expressions. */
  readonly engine?: EngineFault;
  /** Decides anew whether an event passes a filter, given what the engine answers. */
  readonly passes?: (answer: EngineAnswer, isPassed: boolean) => boolean;
  /** A rule of the model whose breach is not noticed. */
  readonly tolerates?: string;
}

/** Changes of the messages of one binding, on their way in and on their way out. */
export interface BindingFault<Of extends Message> {
  /** Alters the message before it is received. */
  readonly message?: (message: Of) => Of;
  /** Alters what was made of it; the message is the one that was received. */
  readonly outcome?: (outcome: Outcome, message: Of) => Outcome;
  /** Alters the message that was encoded. */
  readonly emit?: (message: Of, asked: Asked) => Of;
  /** Alters the decision: emits what the reference refuses, or refuses what it emits. */
  readonly emission?: (emission: Emission, asked: Asked) => Emission;
}

/** What a producer was asked for. */
export interface Asked extends Form {
  readonly events: readonly CloudEvent[];
  readonly key?: KeyChoice;
}

/** Changes on the way out over HTTP. Each is optional; they apply in this order. */
export interface EmitFault {
  /** Alters the events before they are encoded, validity check included. */
  readonly events?: (events: readonly CloudEvent[], mode: ContentMode) => readonly CloudEvent[];
  /** Alters the decision: emits what the reference refuses, or refuses what it emits. */
  readonly emission?: (emission: Emission, events: readonly CloudEvent[], mode: ContentMode) => Emission;
  /** Alters the encoded message. */
  readonly message?: (message: HttpMessage, events: readonly CloudEvent[], mode: ContentMode) => HttpMessage;
}

/** A fault, with its requirement taken from its name. */
export function fault(
  name: string,
  summary: string,
  change: Partial<Omit<Fault, 'name' | 'requirement' | 'summary' | 'role' | 'family'>> & Partial<Pick<Fault, 'role'>>,
): Fault {
  const requirement = name.replace(/\/.*$/, '');
  return { name, requirement, summary, role: roleOf(change), family: familyOf(name, change), ...change };
}

function familyOf(name: string, { kafka, mqtt }: Partial<Fault>): Fault['family'] {
  if (kafka !== undefined || name.startsWith('kafka.')) return 'kafka';
  return mqtt !== undefined || name.startsWith('mqtt') ? 'mqtt' : 'http';
}

/** The bindings of each family. */
export const FAMILIES: Readonly<Record<Fault['family'], readonly Binding[]>> = {
  http: ['http'],
  kafka: ['kafka'],
  mqtt: ['mqtt5', 'mqtt3'],
};

function roleOf({ emit, forward, tolerates, engine, passes, relay, kafka, mqtt }: Partial<Fault>): FaultRole {
  if (relay !== undefined) return 'relay';
  for (const part of [kafka, mqtt]) {
    if (part !== undefined) return part.emit === undefined && part.emission === undefined ? 'receiver' : 'producer';
  }
  if (engine !== undefined) return 'engine';
  if (passes !== undefined) return 'broker';
  if (emit !== undefined) return 'producer';
  if (forward !== undefined) return 'intermediary';
  return tolerates === undefined ? 'receiver' : 'validator';
}

/** The rules whose breach these faults do not notice. */
export const toleratedBy = (faults: readonly Fault[]): readonly string[] =>
  faults.flatMap(({ tolerates }) => (tolerates === undefined ? [] : [tolerates]));
