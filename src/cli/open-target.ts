// From `--target` to something that can be driven.
import type { HeaderLine } from '../binding/types.js';
import { allClaims, type Claims } from '../engine/claims.js';
import { usageError } from '../engine/error.js';
import { tasksOf } from '../engine/tasks.js';
import { faultNamed } from '../reference/faults/index.js';
import { serveReference } from '../reference/serve.js';
import { createHttpTarget } from '../target/http-target.js';
import { redactUrl } from '../target/redact.js';
import { isBrokerUrl } from './broker-url.js';
import { isRelay } from './is-relay.js';
import type { OpenedTarget } from './opened-target.js';
import { DEFAULTS, type RunSettings } from './options.js';
import { readCa } from './read-ca.js';

const FORMS =
  'use http://HOST:PORT/PATH, https://…, kafka://HOST:PORT/IN?reply=OUT, mqtt://HOST:PORT/IN?reply=OUT, reference: or reference:?fault=NAME; or --adapter -- ARGV…';

/** What a target is opened for. `sink`: where it may pass events on to. `claims`: what its user claims for it. */
export interface Opening {
  readonly sink?: URL;
  readonly signal?: AbortSignal;
  readonly claims?: Claims;
  /** For a program that is started. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens the target. Throws a usage error for a target that cannot be one. */
export async function openTarget(
  settings: RunSettings,
  { sink, signal, claims, env }: Opening = {},
): Promise<OpenedTarget> {
  const { target: text, adapter } = settings;
  if (adapter !== undefined) {
    const { openAdapter } = await import('./open-adapter.js');
    return openAdapter(adapter, {
      timeoutMs: settings.timeout ?? DEFAULTS.timeoutMs,
      maxTimeMs: (settings.maxTime ?? DEFAULTS.maxTimeS) * 1000,
      ...(signal && { signal }),
      ...(claims && { claims }),
      ...(env && { env }),
    });
  }
  if (text !== undefined && isBrokerUrl(text)) return openOverBroker(text, settings, signal);
  if (text === undefined) throw usageError('target.missing', 'failed to start: there is no --target', FORMS);
  const url = parseUrl(text);
  const headers = (settings.header ?? []).map(headerLine);
  const connections = settings.concurrency;
  const common = { headers, ...(connections === undefined ? {} : { connections }) };
  switch (url.protocol) {
    case 'reference:':
      return openReference(url, common, sink);
    case 'http:':
    case 'https:': {
      const ca = settings.ca === undefined ? undefined : readCa(settings.ca);
      const target = createHttpTarget({
        ...common,
        url,
        tls: { ...(ca === undefined ? {} : { ca }), insecure: settings.insecure === true },
      });
      const shown = redactUrl(url);
      const tasks = tasksOf(sink === undefined ? 'url' : settings.apply === undefined ? 'sink' : 'filtered-sink');
      return { target, name: url.host, kind: 'http', url: shown, tasks, close: () => target.close() };
    }
    default:
      throw usageError(
        'target.scheme',
        `failed to open the target: saw the scheme ${JSON.stringify(url.protocol.slice(0, -1))}`,
        FORMS,
      );
  }
}

async function openOverBroker(
  text: string,
  settings: RunSettings,
  signal: AbortSignal | undefined,
): Promise<OpenedTarget> {
  const { openBroker } = await import('./open-broker.js');
  return openBroker(text, {
    timeoutMs: settings.timeout ?? DEFAULTS.timeoutMs,
    ...(signal && { signal }),
    ...(settings.ca === undefined ? {} : { ca: readCa(settings.ca) }),
    ...(settings.insecure === undefined ? {} : { insecure: settings.insecure }),
    isRelay: isRelay(settings.profile),
  });
}

async function openReference(
  url: URL,
  common: { readonly headers: readonly HeaderLine[]; readonly connections?: number },
  sink?: URL,
): Promise<OpenedTarget> {
  const names = url.searchParams.getAll('fault');
  const served = await serveReference({
    faults: names.map(faultNamed),
    ...(sink === undefined ? {} : { forward: sink }),
  });
  // A fixed authority, so that the evidence of equal runs is equal.
  const target = createHttpTarget({ ...common, url: served.url, authority: 'reference.test' });
  return {
    target,
    name: names.length === 0 ? 'reference' : `reference with ${names.join(', ')}`,
    kind: 'reference',
    claims: allClaims('http'),
    tasks: tasksOf(sink === undefined ? 'url' : 'sink'),
    close: async () => {
      await target.close();
      await served.close();
    },
  };
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw usageError('target.url', `failed to open the target: ${JSON.stringify(text)} is no URL`, FORMS);
  }
}

function headerLine(text: string): HeaderLine {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return [match[1], Buffer.from(match[2], 'utf8').toString('latin1')];
  // The value may be a secret, so it is not printed.
  throw usageError(
    'header.syntax',
    'failed to read --header: it has not the form "Name: value"',
    'quote it: -H "Authorization: Bearer …"',
  );
}
