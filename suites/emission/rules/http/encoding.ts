// HTTP binding, 3.1.3.2: how attribute values are written in headers.
import { headersByName } from '../../../../src/binding/http/headers.js';
import type { EmissionRule } from '../../types.js';

/** A space is written as %20. */
export const ENC_SPACE: EmissionRule = {
  requirement: 'http.enc.space',
  modes: ['binary'],
  check({ message }, told) {
    const values = [...headersByName(message.headers)].filter(([name]) => name.startsWith('ce-'));
    const raw = values.find(([, value]) => value.includes(' '));
    if (raw !== undefined) {
      return {
        kind: 'broken',
        message: `a space stands unencoded in ${raw[0]}`,
        expected: { [raw[0]]: raw[1].replaceAll(' ', '%20') },
        actual: { [raw[0]]: raw[1] },
      };
    }
    const written = values.some(([, value]) => value.includes('%20'));
    if (written) return { kind: 'kept' };
    return { kind: 'silent', reason: told === undefined ? 'no attribute holds a space' : 'the value did not come out' };
  },
};
