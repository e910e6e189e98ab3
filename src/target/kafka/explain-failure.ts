// Why a cluster could not be opened: from what kafkajs threw and what was seen on the wire to a problem in plain words.
import { quote } from '../adapter/quote.js';
import { causesOf, nameOf, typeOf } from './causes.js';
import { type KafkaError, type KafkaProblem, kafkaError, kafkaProblemOf } from './kafka-problem.js';
import { NO_COORDINATOR } from './reader.js';
import type { KafkaSettings } from './types.js';
import type { WireFault } from './wire.js';
import { overrunOf } from './within.js';

export interface Attempt {
  readonly settings: KafkaSettings;
  readonly timeoutMs: number;
  /** What was tried, after `failed to`: `open Kafka at localhost:9092`. */
  readonly what: string;
}

/** The error for a user. A fault of the harness stays as it is. */
export function explainFailure(error: unknown, fault: WireFault | undefined, attempt: Attempt): unknown {
  if (kafkaProblemOf(error) !== undefined) return error;
  const told = (code: KafkaProblem['code'], seen: string, hint: string): KafkaError =>
    kafkaError({ code, message: `failed to ${attempt.what}: ${seen}`, hint }, error);
  const { timeoutMs, settings } = attempt;
  if (overrunOf(error) === 'aborted') return told('kafka.aborted', 'the run was ended', 'start it again');
  if (causesOf(error).some(({ name }) => name === 'KafkaJSSASLAuthenticationError')) {
    const how = settings.sasl?.mechanism ?? 'no mechanism';
    return told('kafka.auth', `the broker refused the user and password, or does not know ${how}`, AUTH_HINT);
  }
  const type = typeOf(error);
  if (type?.includes('SASL') === true) {
    const who = settings.sasl === undefined ? 'without a user' : `with ${settings.sasl.mechanism}`;
    return told('kafka.auth', `the listener lets nobody in ${who} (${type})`, AUTH_HINT);
  }
  if (type?.endsWith('_AUTHORIZATION_FAILED') === true) {
    return told('kafka.denied', `the broker does not allow it (${type})`, DENIED_HINT);
  }
  if (fault !== undefined) return faultError(fault, attempt, told);
  if (overrunOf(error) === 'late' || causesOf(error).some(({ name }) => name === 'KafkaJSRequestTimeoutError')) {
    return told('kafka.timeout', `the broker did not answer in full within ${timeoutMs} ms`, TIMEOUT_HINT);
  }
  if (nameOf(error) === NO_COORDINATOR) {
    return told('kafka.failed', 'the broker names no coordinator for the consumer group', COORDINATOR_HINT);
  }
  if (causesOf(error).some(({ name }) => name.startsWith('KafkaJS'))) {
    return told('kafka.failed', `the broker said ${nameOf(error)}`, 'look that up in the list of Kafka’s error codes');
  }
  return error;
}

type Told = (code: KafkaProblem['code'], seen: string, hint: string) => KafkaError;

function faultError({ kind, address, detail }: WireFault, { settings, timeoutMs }: Attempt, told: Told): KafkaError {
  const at = quote(address);
  const because = detail === '' ? '' : ` (${detail})`;
  const advertised = settings.brokers.includes(address)
    ? ''
    : `, which is where the broker says that it is reached (advertised.listeners)`;
  switch (kind) {
    case 'refused':
      return told('kafka.unreachable', `there is no connection to ${at}${because}${advertised}`, REACH_HINT);
    case 'unanswered':
      return told('kafka.unreachable', `nobody answers at ${at} within ${timeoutMs} ms${advertised}`, REACH_HINT);
    case 'tls':
      return told('kafka.tls', `there is no TLS with ${at}${because}${advertised}`, TLS_HINT);
    case 'silent':
      return told('kafka.protocol', `${at} takes the connection and says nothing${advertised}`, PROTOCOL_HINT);
    case 'foreign':
      return detail === 'TLS'
        ? told('kafka.tls', `${at} answers in TLS`, 'use kafkas:// or tls=true')
        : told('kafka.protocol', `what answers at ${at} is no Kafka broker: it looks like ${detail}`, PROTOCOL_HINT);
    case 'closed':
      return told('kafka.protocol', `${at} closed the connection${advertised}`, closedHint(settings));
  }
}

/** A listener of Kafka closes where something else is asked of it than it was made for. */
function closedHint({ tls, sasl }: KafkaSettings): string {
  const tries = [
    ...(tls ? [] : ['kafkas:// if this listener is TLS']),
    sasl === undefined
      ? 'USER:PASSWORD@ before the host if it wants to know who you are'
      : 'no user if it asks for none',
  ];
  return `see that a Kafka listener is at this port; try ${tries.join(', and ')}`;
}

const AUTH_HINT =
  'check USER:PASSWORD@ (special characters as %XX), sasl=plain, scram-sha-256 or scram-sha-512, and that this listener asks for users';
const DENIED_HINT =
  'let this user describe, write and read the topics, create and delete those that are missing, and read groups named ce-conform-*';
const COORDINATOR_HINT =
  'see that this user may read groups named ce-conform-*, and that the topic __consumer_offsets can have its replicas';
const REACH_HINT = 'see that the broker runs, and that this machine can reach all the addresses that it advertises';
const TLS_HINT =
  'use --ca FILE for an authority of your own, --insecure for none, or kafka:// where the listener has no TLS';
const PROTOCOL_HINT = 'give the port of a Kafka listener (often 9092)';
const TIMEOUT_HINT = 'raise --timeout, or see why the broker is slow';
