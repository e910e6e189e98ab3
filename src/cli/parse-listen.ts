// Where `--listen` listens.
import { usageError } from '../engine/error.js';

export interface ListenAddress {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Without a host, nobody from outside of this machine can connect. */
const LOOPBACK = '127.0.0.1';

const FORMS = 'for example :0 (any free port of 127.0.0.1), :8080, 127.0.0.1:8080, [::1]:0 or 0.0.0.0:8080';

/** Reads `:PORT` or `HOST:PORT`, an IPv6 address in brackets. Throws a usage error that says what is wrong. */
export function parseListen(text: string): ListenAddress {
  const [, host = '', digits] = /^(.*):([^:\]]*)$/s.exec(text) ?? [];
  if (digits === undefined)
    throw wrong(text, /^\d+$/.test(text) ? 'a colon stands before the port' : 'there is no port');
  if (!/^\d{1,5}$/.test(digits) || Number(digits) > 65_535) throw wrong(text, 'a port is a number from 0 to 65535');
  return { host: host === '' ? LOOPBACK : bareHost(text, host), port: Number(digits) };
}

function bareHost(text: string, host: string): string {
  const address = /^\[(.*)\]$/s.exec(host)?.[1];
  if (address !== undefined) {
    if (/^[0-9a-f:.]*:[0-9a-f:.]*(%[\w.-]+)?$/i.test(address)) return address;
    throw wrong(text, 'an IPv6 address stands in brackets, and nothing else does');
  }
  if (/^[\w.-]+$/.test(host)) return host;
  throw wrong(
    text,
    host.includes('://') || host.includes('/')
      ? 'an address to listen on is no URL'
      : host.includes(':')
        ? 'an IPv6 address stands in brackets'
        : 'the host is no name and no address',
  );
}

const wrong = (text: string, why: string): Error =>
  usageError('listen.syntax', `failed to read --listen: saw ${JSON.stringify(text)}, and ${why}`, FORMS);
