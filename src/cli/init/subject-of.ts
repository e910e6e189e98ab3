// From flags to what is judged; and what can be told of an address before anything is reached.
import { usageError } from '../../engine/error.js';
import { safe } from '../../report/text/safe.js';
import { redactUrl } from '../../target/redact.js';
import { isBrokerUrl } from '../broker-url.js';
import { parseListen } from '../parse-listen.js';
import type { InitFlags, Subject } from './types.js';

const PROTOCOLS = ['http:', 'https:', 'kafka:', 'kafkas:', 'mqtt:', 'mqtts:', 'reference:'];

/** What the flags say is judged; undefined where they say nothing. Throws a usage error for what cannot be judged. */
export function subjectOf(
  argv: readonly string[],
  { target, adapter, listen }: Pick<InitFlags, 'target' | 'adapter' | 'listen'>,
): Subject | undefined {
  const named = [target, adapter, listen].filter((one) => one !== undefined && one !== false).length;
  if (named > 1) {
    throw usageError(
      'target.two',
      'failed to start: more than one of --target, --adapter and --listen is given',
      'a run judges one thing: give one of them',
    );
  }
  if (adapter === true) return adapterOf(argv);
  if (listen !== undefined) return { kind: 'producer', listen: listenOf(listen), program: argv };
  if (argv.length > 0) {
    throw usageError(
      'arguments.stray',
      `failed to start: nothing takes ${argv.map((word) => JSON.stringify(word)).join(' ')}`,
      'the command line of a program stands behind two dashes: --adapter -- node adapter.js',
    );
  }
  return target === undefined ? undefined : { kind: 'target', target: targetOf(target) };
}

function adapterOf(argv: readonly string[]): Subject {
  if (argv.length > 0) return { kind: 'adapter', adapter: argv };
  throw usageError(
    'adapter.missing',
    'failed to start the adapter: there is no command line',
    'put it behind two dashes: --adapter -- node adapter.js',
  );
}

/** The address as it was given. Throws a usage error for one that no run could use, or that holds a secret. */
export function targetOf(text: string): string {
  const protocol = protocolOf(text);
  if (protocol === undefined || !PROTOCOLS.includes(protocol)) {
    throw usageError(
      'target.url',
      `failed to read the target: ${JSON.stringify(safe(text, 200))} is no address of one`,
      'use http://HOST:PORT/PATH, https://…, kafka://HOST:PORT/IN?reply=OUT, mqtt://HOST:PORT/IN?reply=OUT or reference:',
    );
  }
  return withoutSecret(text);
}

/** Where a producer sends to. Throws a usage error for a place where nothing can listen, or that holds a secret. */
export function listenOf(text: string): string {
  if (isBrokerUrl(text)) return targetOf(text);
  parseListen(text);
  return text;
}

function protocolOf(text: string): string | undefined {
  // What an address leaves out of itself is not what was meant.
  if (/[\s\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).protocol;
}

// Files of a repository are read by many.
function withoutSecret(text: string): string {
  if (redactUrl(text) === text) return text;
  throw usageError(
    'target.secret',
    `failed to write the target: ${redactUrl(text)} holds a secret`,
    'leave it out here, and give the whole address as --target where it runs',
  );
}
