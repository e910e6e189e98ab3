// Why a port cannot be listened on, in words for whoever chose it.
import { ConformError, EXIT } from '../engine/error.js';

export interface ListenAttempt {
  readonly code: string;
  readonly host: string;
  readonly port: number;
  /** What to do where the host cannot be had. */
  readonly hostHint: string;
  /** What to do where the port cannot. */
  readonly portHint: string;
}

/** The usage error (exit 2) for an error of the socket. */
export function listenError(error: unknown, { code, host, port, hostHint, portHint }: ListenAttempt): ConformError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isAboutHost = reason === 'ENOTFOUND' || reason === 'EADDRNOTAVAIL';
  return new ConformError(
    {
      code,
      message: `failed to listen at ${host}, port ${port}: ${REASONS[reason] ?? String(error)}`,
      hint: isAboutHost ? hostHint : portHint,
      exit: EXIT.usage,
    },
    { cause: error },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use',
  EACCES: 'there is no permission to take this port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
};
