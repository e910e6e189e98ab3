import { usageError } from '../engine/error.js';

/** Whether a broker itself is judged, and not who reads from it. Throws a usage error for profiles of both. */
export function isRelay(profiles: readonly string[] = []): boolean {
  const brokers = profiles.filter((id) => id.endsWith('-broker'));
  if (brokers.length === 0 || brokers.length === profiles.length) return brokers.length > 0;
  throw usageError(
    'profile.mixed',
    'failed to select profiles: a broker by itself and who reads from it are judged in runs of their own',
    `give ${brokers.join(' or ')} alone`,
  );
}
