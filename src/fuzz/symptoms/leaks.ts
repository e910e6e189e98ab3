// What belongs to another event, known by its token.
import type { Observed } from '../../engine/observed.js';
import { canonical } from '../../event/canonical.js';
import type { Shot } from '../shot.js';
import type { Symptom } from '../symptom.js';

/** A token, as the harness makes them. */
const TOKEN = /t[0-9a-z]{12}/g;

/** The first attribute of an answer that holds the token of another event, which this message did not hold. */
export function leaks(
  { way }: Shot,
  { outputs, token, requests, observation }: Observed,
  isIssued: (token: string) => boolean,
): readonly Symptom[] {
  // Where others' events arrive too, another token is no surprise.
  if (observation === 'sink' || observation === 'status') return [];
  for (const { decoded } of outputs) {
    if (decoded.kind !== 'decoded') continue;
    for (const { attributes } of decoded.value.events) {
      for (const [name, value] of attributes) {
        if (typeof value !== 'string') continue;
        // Its own token is before nearly every id.
        const others = value.startsWith(token) ? value.slice(token.length) : value;
        if (others.length < token.length) continue;
        const foreign = others.match(TOKEN)?.find((one) => one !== token && isIssued(one));
        if (foreign === undefined || requests.some((one) => holds(one.body, foreign) || inHeaders(one, foreign)))
          continue;
        return [
          {
            class: 'leaked',
            way,
            names: [name],
            title: 'An answer holds what belongs to another event',
            message: `${name} is that of another event, which was sent in a message of its own`,
            expected: 'the event that was sent',
            actual: { [name]: canonical(value) },
            detail: '',
          },
        ];
      }
    }
  }
  return [];
}

const holds = (body: Uint8Array, text: string): boolean => Buffer.from(body).includes(text);
const inHeaders = ({ headers }: Observed['requests'][number], text: string): boolean =>
  headers.some(([, value]) => value.includes(text));
