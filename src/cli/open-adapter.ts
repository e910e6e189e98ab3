// From `--adapter -- ARGV…` to something that can be driven.
import { type Claims, claimsOf, listClaims, overruled } from '../engine/claims.js';
import { ConformError, EXIT, usageError } from '../engine/error.js';
import { tasksOf } from '../engine/tasks.js';
import { safe } from '../report/text/safe.js';
import { createAdapterTarget } from '../target/adapter/adapter-target.js';
import { greet } from '../target/adapter/greet.js';
import { startAdapter } from '../target/adapter/start-adapter.js';
import type { OpenedTarget } from './opened-target.js';

/** A program may have to be compiled or to start a virtual machine before it can say hello, in milliseconds. */
const HELLO_MS = 60_000;

export interface AdapterOpening {
  /** The deadline of one reply. */
  readonly timeoutMs: number;
  /** The deadline of the run. */
  readonly maxTimeMs: number;
  readonly signal?: AbortSignal;
  /** What its user claims for it. */
  readonly claims?: Claims;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the program and greets it. Throws (exit 3) for one that says no hello, or answers without reading. */
export async function openAdapter(
  argv: readonly string[],
  { timeoutMs, maxTimeMs, signal, claims: given, env }: AdapterOpening,
): Promise<OpenedTarget> {
  const adapter = startAdapter(argv, env === undefined ? {} : { env: { ...process.env, ...env } });
  const patience = Math.min(Math.max(timeoutMs, HELLO_MS), maxTimeMs);
  const greeting = await greet(adapter, { timeoutMs: patience, ...(signal && { signal }) });
  if (greeting.kind === 'problem') {
    await adapter.close();
    throw new ConformError({
      code: `adapter.${greeting.code}`,
      message: `failed to greet the adapter: ${greeting.message}`,
      hint: greeting.hint,
      exit: EXIT.inconclusive,
    });
  }
  const { hello } = greeting;
  const claims = overruled(claimsOf(hello.supports), given);
  if (listClaims(claims).length === 0) {
    await adapter.close();
    throw usageError(
      'adapter.claims',
      `failed to judge ${safe(hello.name, 200)}: its hello claims nothing that can be judged`,
      'ce-conform adapter check -- with the same command line leads on from here',
    );
  }
  const target = createAdapterTarget(adapter, { ...hello, supports: listClaims(claims) });
  const { name, version, language } = hello;
  return {
    target,
    kind: 'adapter',
    name,
    version,
    language,
    claims,
    tasks: tasksOf('adapter'),
    close: () => target.close(),
  };
}
