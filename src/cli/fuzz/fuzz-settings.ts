// The flags of `ce-conform fuzz` beside those that say what the target is.
import { usageError } from '../../engine/error.js';
import type { RunFlags, RunSettings } from '../options.js';

export interface FuzzFlags extends RunFlags {
  readonly runs?: number;
  readonly rate?: number;
  /** `i/n`, from 1. */
  readonly shard?: string;
  /** Of load mode: `30s`. */
  readonly duration?: string;
  /** Where findings are kept. */
  readonly findings?: string;
  /** False with `--no-save`. */
  readonly save?: boolean;
}

export const FUZZ_DEFAULTS = { concurrency: 16, timeoutMs: 5_000, runs: 10_000, maxTimeS: 86_400 } as const;

export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** Which part of the seed: `2/8` is the second of eight. Throws a usage error for anything else. */
export function parseShard(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, of: 1 };
  const [, part = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(part) - 1, of: Number(of) };
  if (part !== '' && shard.index >= 0 && shard.index < shard.of) return shard;
  throw usageError(
    'shard.syntax',
    `failed to read --shard ${JSON.stringify(text)}: it is no part of a whole`,
    'the second of eight parts is --shard 2/8',
  );
}

/** A producer and a filter, which a configuration can name, are nothing that events are sent to. Throws a usage error. */
export function assertFuzzable({ listen, apply }: Pick<RunSettings, 'listen' | 'apply'>): void {
  const named = listen === undefined ? (apply === undefined ? undefined : 'apply') : 'listen';
  if (named === undefined) return;
  throw usageError(
    'fuzz.target',
    `failed to start: the configuration says ${named}, and fuzz sends events to a target`,
    'name the target: --target URL, or --adapter -- ARGV…',
  );
}
