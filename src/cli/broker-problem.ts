// What went wrong with a broker, as the command line tells it.
import { ConformError, EXIT } from '../engine/error.js';

/** A problem as the drivers tell it. `code` begins with the name of the driver. */
interface BrokerProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The error for an address that can be none (exit 2), or for a broker that cannot be used (exit 3). */
export const brokerError = ({ code, message, hint }: BrokerProblem): ConformError =>
  new ConformError({ code, message, hint, exit: code.endsWith('.url') ? EXIT.usage : EXIT.inconclusive });
