// Takes secrets out of what becomes evidence. Attributes of events are never touched: they are what is judged.
import type { Binding, HeaderLine } from '../binding/types.js';

/** What stands in place of a secret. */
export const REDACTED = '[redacted]';

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
]);
const SECRET_HEADER = /token|secret|password|api-?key/i;
const SECRET_PARAMETER = /token|secret|password|api[-_]?key|^(?:auth|code|key|pass|pwd|sig|signature)$/i;

/**
 * The same lines, with the values of secret ones replaced. Lines of event attributes stay as they are: those of HTTP and Kafka
 * have a prefix; in MQTT, where nothing tells them apart, only the names that HTTP has for secrets are.
 */
export function redactHeaders(lines: readonly HeaderLine[], binding: Binding = 'http'): readonly HeaderLine[] {
  const isHidden = (name: string): boolean => isSecret(name, binding);
  return lines.some(([name]) => isHidden(name))
    ? lines.map((line) => (isHidden(line[0]) ? [line[0], REDACTED] : line))
    : lines;
}

/**
 * The same URL or path, with user and password and the values of secret parameters (in query and fragment) replaced.
 * Everything else stays byte for byte. `access_token` is how the web hook specification (3.2) carries a secret.
 */
export function redactUrl(url: URL | string): string {
  return String(url)
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${REDACTED}@`)
    .replace(/([?&#])([^=&#?]*)=([^&#]*)/g, (whole: string, mark: string, name: string) =>
      SECRET_PARAMETER.test(decoded(name)) ? `${mark}${name}=${REDACTED}` : whole,
    );
}

function isSecret(name: string, binding: Binding): boolean {
  const lower = name.toLowerCase();
  if (binding === 'mqtt5' || binding === 'mqtt3') return SECRET_HEADERS.has(lower);
  return !/^ce[-_]/.test(lower) && (SECRET_HEADERS.has(lower) || SECRET_HEADER.test(lower));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
