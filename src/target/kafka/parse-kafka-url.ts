// Reads kafka:// and kafkas:// URLs. They name several hosts, so no URL of the platform can hold them. Whatever a problem
// quotes of one is never its user and password.
import { quote } from '../adapter/quote.js';
import { type KafkaProblem, kafkaError, kafkaProblemOf } from './kafka-problem.js';
import { type KafkaAddress, SASL_MECHANISMS } from './types.js';

export type ParsedKafkaUrl =
  | { readonly kind: 'address'; readonly address: KafkaAddress }
  | { readonly kind: 'problem'; readonly problem: KafkaProblem };

const FORM = 'use kafka://[USER:PASSWORD@]HOST:PORT[,HOST:PORT…][/TOPIC][?reply=TOPIC&tls=true&sasl=plain]';

const PARTS = /^(kafkas?):\/\/(?:([^/?#]*)@)?([^@/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/i;

/** What Kafka itself allows: at most 249 of these characters, and neither `.` nor `..`. */
const TOPIC = /^(?!\.{1,2}$)[\w.-]{1,249}$/;

const DEFAULT_PORT = 9092;

const PARAMETERS: readonly string[] = ['reply', 'tls', 'sasl'];

/** `kafka://[user:password@]host[:port][,host[:port]…][/in][?reply=out&tls=true&sasl=MECHANISM]`; `kafkas` is with TLS. */
export function parseKafkaUrl(url: string): ParsedKafkaUrl {
  try {
    return { kind: 'address', address: addressOf(url) };
  } catch (error) {
    const problem = kafkaProblemOf(error);
    if (problem === undefined) throw error;
    return { kind: 'problem', problem };
  }
}

function addressOf(url: string): KafkaAddress {
  const [, scheme, user, hosts = '', path = '', query = ''] = PARTS.exec(url) ?? [];
  if (scheme === undefined) throw wrong('it has not the form of one');
  const parameters = parametersOf(query);
  const [into, reply] = [decoded(path, 'the topic'), parameters.get('reply')];
  const sasl = saslOf(user, parameters.get('sasl'));
  return {
    brokers: hosts.split(',').map(brokerOf),
    tls: tlsOf(scheme.toLowerCase() === 'kafkas', parameters.get('tls')),
    ...(sasl !== undefined && { sasl }),
    ...(into !== '' && { in: topicOf(into) }),
    ...(reply !== undefined && { reply: topicOf(reply) }),
  };
}

function brokerOf(text: string): string {
  if (/[[\]]|:.*:/.test(text)) throw wrong('a host is an IPv6 address, which the client library cannot take; name it');
  const [, host = '', port = String(DEFAULT_PORT)] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host === '') throw wrong(text === '' ? 'there is no host' : `${quote(text)} is no HOST:PORT`);
  if (Number(port) < 1 || Number(port) > 65_535) throw wrong(`${quote(text)} has a port that is none`);
  return `${host}:${port}`;
}

function topicOf(name: string): string {
  if (TOPIC.test(name)) return name;
  throw wrong(`${quote(name)} is no name of a topic: those have at most 249 letters, digits, dots, _ and -`);
}

function parametersOf(query: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!PARAMETERS.includes(name)) throw wrong(`there is no parameter ${quote(name)}, only ${PARAMETERS.join(', ')}`);
    if (found.has(name)) throw wrong(`the parameter ${name} is there twice`);
    found.set(name, value);
  }
  return found;
}

function tlsOf(isSecure: boolean, value: string | undefined): boolean {
  if (value === undefined) return isSecure;
  if (value !== 'true' && value !== 'false') throw wrong('tls is true or false');
  if (isSecure && value === 'false') throw wrong('kafkas:// is TLS, and tls=false is not');
  return value === 'true';
}

function saslOf(user: string | undefined, asked: string | undefined): KafkaAddress['sasl'] {
  const mechanism = SASL_MECHANISMS.find((known) => known === (asked ?? 'plain').toLowerCase());
  if (mechanism === undefined) throw wrong(`sasl is one of ${SASL_MECHANISMS.join(', ')}`);
  if (user === undefined) {
    if (asked !== undefined) throw wrong('sasl needs a user and a password before the host');
    return undefined;
  }
  const [, name = '', password = ''] = /^([^:]*)(?::(.*))?$/s.exec(user) ?? [];
  if (name === '' || password === '') throw wrong('before the @ stand a user, a colon and a password');
  return { mechanism, username: decoded(name, 'the user'), password: decoded(password, 'the password') };
}

function decoded(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(`${what} has a % that begins no escape`);
  }
}

const wrong = (why: string): Error =>
  kafkaError({ code: 'kafka.url', message: `failed to read the address of Kafka: ${why}`, hint: FORM });
