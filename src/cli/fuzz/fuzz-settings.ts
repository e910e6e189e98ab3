// The flags of `ce-conform fuzz` beside those that say what the target is.
import { usageError } from '../../engine/error.js';
import type { RunFlags } from '../options.js';

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

/** What `fuzz` cannot do with a target. Throws a usage error. */
export function assertFuzzable({ listen, apply, profile, only, skip, baseline, updateBaseline }: FuzzFlags): void {
  const named = Object.entries({
    '--listen': listen,
    '--apply': apply,
    '--profile': profile,
    '--only': only,
    '--skip': skip,
    '--baseline': baseline,
    '--update-baseline': updateBaseline,
  }).find(([, value]) => value !== undefined && value !== false);
  if (named === undefined) return;
  throw usageError(
    'fuzz.flag',
    `failed to start: fuzz has no ${named[0]}`,
    'it takes what says what the target is, and the flags of ce-conform help fuzz',
  );
}
