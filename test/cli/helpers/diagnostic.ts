import { ConformError, type Diagnostic } from '../../../src/engine/error.js';

/** The diagnostic that a call ends with. Fails where the call succeeds, or throws anything else. */
export async function diagnosticOf(call: () => unknown): Promise<Diagnostic> {
  try {
    await call();
  } catch (error) {
    if (error instanceof ConformError) return error.diagnostic;
    throw error;
  }
  throw new Error('no error was thrown');
}
