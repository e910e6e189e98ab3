// Faults of a producer against the HTTP binding.
import { type Fault, fault } from '../../fault.js';

export const HTTP_EMIT_FAULTS: readonly Fault[] = [
  fault('http.enc.space/plus', 'writes a space in a header value as a plus sign', {
    emit: {
      message: (message, _, mode) =>
        mode === 'binary'
          ? {
              ...message,
              headers: message.headers.map(([name, value]) => [
                name,
                /^ce-/i.test(name) ? value.replaceAll('%20', '+') : value,
              ]),
            }
          : message,
    },
  }),
];
