import { adapterLives, type EndingAdapter, type LivesOptions } from './adapter-lives.js';
import { type SpawnOptions, spawnLink } from './spawn-link.js';

export interface StartOptions extends LivesOptions, SpawnOptions {}

/** The adapter program of this command line. It is started at the first request; `close` leaves no process behind. */
export function startAdapter(argv: readonly string[], options: StartOptions = {}): EndingAdapter {
  const { cwd, env } = options;
  const spawning = { ...(cwd !== undefined && { cwd }), ...(env !== undefined && { env }) };
  return adapterLives(() => spawnLink(argv, spawning), options);
}
