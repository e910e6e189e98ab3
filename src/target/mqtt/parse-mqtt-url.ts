// Reads mqtt:// and mqtts:// URLs. Whatever a problem quotes of one is never its user and password.
import { quote } from '../adapter/quote.js';
import { type MqttProblem, mqttError, mqttProblemOf } from './mqtt-problem.js';
import { filterFlaw, topicFlaw } from './topic.js';
import type { MqttAddress, MqttVersion, Qos } from './types.js';

export type ParsedMqttUrl =
  | { readonly kind: 'address'; readonly address: MqttAddress }
  | { readonly kind: 'problem'; readonly problem: MqttProblem };

/** `target`: messages are published to its topic. `listen`: what is published to its topic, or filter, is captured. */
export type MqttUse = 'target' | 'listen';

const FORMS: Readonly<Record<MqttUse, string>> = {
  target: 'use mqtt://[USER:PASSWORD@]HOST[:PORT][/TOPIC][?reply=TOPIC&version=5&qos=1]',
  listen: 'use mqtt://[USER:PASSWORD@]HOST[:PORT]/TOPIC[?version=5]',
};

const PARAMETERS: Readonly<Record<MqttUse, readonly string[]>> = {
  target: ['reply', 'version', 'qos'],
  listen: ['version'],
};

/** A fragment would begin with #, which is a wildcard here. An @ further right may be that of a password with a slash in it. */
const PARTS = /^(mqtts?):\/\/(?:([^/?]*)@)?(\[[^\]/?@]*\]|[^:/?@]*)(?::([^/?@]*))?(?:\/([^?@]*))?(?:\?([^@]*))?$/is;

const DEFAULT_PORTS = { plain: 1883, tls: 8883 } as const;

/**
 * `mqtt://[user:password@]host[:port][/in][?reply=out&version=3|5&qos=0|1|2]`; `mqtts` is with TLS. Everything behind the first
 * slash is the topic: one that begins with a slash has two. Characters may be written as %XX.
 */
export function parseMqttUrl(url: string, use: MqttUse = 'target'): ParsedMqttUrl {
  try {
    return { kind: 'address', address: addressOf(url, use) };
  } catch (error) {
    const problem = mqttProblemOf(error);
    if (problem === undefined) throw error;
    return { kind: 'problem', problem: { ...problem, hint: FORMS[use] } };
  }
}

function addressOf(url: string, use: MqttUse): MqttAddress {
  const [, scheme, user, host = '', port, path = '', query = ''] = PARTS.exec(url) ?? [];
  if (scheme === undefined)
    throw wrong('it has not the form of one (a / or ? in a password is %2F or %3F, an @ in a topic %40)');
  const tls = scheme.toLowerCase() === 'mqtts';
  const parameters = parametersOf(query, PARAMETERS[use]);
  const [into, reply] = [decoded(path, 'the topic'), parameters.get('reply')];
  return {
    host: hostOf(host),
    port: port === undefined ? DEFAULT_PORTS[tls ? 'tls' : 'plain'] : portOf(port),
    tls,
    ...credentialsOf(user),
    version: versionOf(parameters.get('version')),
    qos: qosOf(parameters.get('qos')),
    ...(into !== '' && { in: checked(into, use === 'listen' ? filterFlaw : topicFlaw) }),
    ...(reply !== undefined && { reply: checked(reply, topicFlaw) }),
  };
}

function hostOf(text: string): string {
  const address = /^\[(.*)\]$/s.exec(text)?.[1];
  if (text === '') throw wrong('there is no host');
  if (address === undefined ? /^[\w.-]+$/.test(text) : /^[0-9a-f:.]*:[0-9a-f:.]*(%[\w.-]+)?$/i.test(address))
    return address ?? text;
  throw wrong(`${quote(text)} is no host`);
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return Number(text);
  throw wrong('a port is a number from 1 to 65535');
}

function credentialsOf(user: string | undefined): Pick<MqttAddress, 'username' | 'password'> {
  if (user === undefined) return {};
  const [, name = '', password] = /^([^:]*)(?::(.*))?$/s.exec(user) ?? [];
  if (name === '') throw wrong('before the @ stand a user, a colon and a password');
  return {
    username: decoded(name, 'the user'),
    ...(password !== undefined && { password: decoded(password, 'the password') }),
  };
}

function versionOf(text: string | undefined): MqttVersion {
  switch (text) {
    case undefined:
    case '5':
      return 5;
    case '3':
      return 3;
    default:
      throw wrong(`version is 3 (which is 3.1.1) or 5, and not ${quote(text)}`);
  }
}

function qosOf(text: string | undefined): Qos {
  const qos = ([0, 1, 2] as const).find((level) => String(level) === (text ?? '1'));
  if (qos === undefined) throw wrong('qos is 0, 1 or 2');
  return qos;
}

/** A plus sign is a plus sign: it is a wildcard, and no space. */
function parametersOf(query: string, known: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    if (!known.includes(name)) throw wrong(`there is no parameter ${quote(name)}, only ${known.join(', ')}`);
    if (found.has(name)) throw wrong(`the parameter ${name} is there twice`);
    found.set(name, decoded(value, name));
  }
  return found;
}

function checked(name: string, flawOf: (name: string) => string | undefined): string {
  const flaw = flawOf(name);
  if (flaw === undefined) return name;
  throw wrong(`the topic ${quote(name)} ${flaw}`);
}

function decoded(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(`${what} has a % that begins no escape`);
  }
}

const wrong = (why: string): Error =>
  mqttError({ code: 'mqtt.url', message: `failed to read the address of the MQTT broker: ${why}`, hint: '' });
