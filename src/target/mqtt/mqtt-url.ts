// How a place on a broker is shown, and told to programs: without user and password.
import type { MqttAddress } from './types.js';

/** The URL of a topic or a filter. `parseMqttUrl` reads it. */
export function mqttUrl({ host, port, tls, version }: MqttAddress, topic: string): URL {
  const path = topic.split('/').map(encodeURIComponent).join('/');
  return new URL(`mqtt${tls ? 's' : ''}://${hostPort({ host, port })}/${path}?version=${version}`);
}

/** `HOST:PORT`. */
export const hostPort = ({ host, port }: Pick<MqttAddress, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
