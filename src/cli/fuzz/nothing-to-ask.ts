import { ConformError, EXIT } from '../../engine/error.js';
import { safe } from '../../report/text/safe.js';

/** The error of a target that takes no plain event in any message form, so that nothing generated could show anything. */
export const nothingToAsk = (name: string): ConformError =>
  new ConformError({
    code: 'fuzz.nothing',
    message: `failed to fuzz ${safe(name, 100)}: no message form got a plain event through`,
    hint: 'run ce-conform with the same target first, which says why; or say with --claims what it takes',
    exit: EXIT.inconclusive,
  });
