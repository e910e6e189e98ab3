// How a place on a broker is shown, and told to programs: without user and password.
import type { MqttAddress } from './types.js';

/** The URL of a topic or a filter. `parseMqttUrl` reads it. */
export function mqttUrl({ host, port, tls, version }: MqttAddress, topic: string): URL {
  const levels = topic.split('/');
  // A level of dots would be taken for a way up or to nowhere.
  const path = encodeURIComponent(topic).replaceAll('%2F', levels.some(isDots) ? '%2F' : '/');
  return new URL(`mqtt${tls ? 's' : ''}://${hostPort({ host, port })}/${path}?version=${version}`);
}

/** `HOST:PORT`. */
export const hostPort = ({ host, port }: Pick<MqttAddress, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

const isDots = (level: string): boolean => level === '.' || level === '..';
