// Results to render: one with losses of every kind, and one in which all foreign text is hostile.
import { json, plain } from '../../../../src/generate/telling/telling.js';
import { buildInterop } from '../../../../src/report/interop/build-interop.js';
import type { Cell, Interop, Loss, LossKind } from '../../../../src/report/interop/types.js';
import { altered, decodeAsReference, inputOf, message, RUN, subject, told } from './inputs.js';

const one = plain({ subject: 's', datacontenttype: 'application/json' }, json({ a: 1 }));

/** `drops` loses the subject, `picky` refuses what has one, `good` does all well. */
export const someLosses = (change: Partial<Interop> = {}): Interop => ({
  ...buildInterop(
    inputOf(
      {
        good: {},
        drops: { encode: ([event]) => message(altered(event ?? one, { subject: undefined })) },
        picky: {
          decode: (received) => {
            const decoded = decodeAsReference(received);
            const hasSubject =
              decoded.kind === 'events' && decoded.events.some(({ attributes }) => attributes.has('subject'));
            return hasSubject ? { kind: 'refused', reason: 'no <subject>, please' } : decoded;
          },
        },
      },
      [told('emoji in subject', one), told('required attributes alone', plain())],
    ),
  ),
  ...change,
});

export const noLosses = (): Interop => buildInterop(inputOf({ good: {} }, [told('plain', plain())]));

export const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror=alert(1)> "\'><b> `x` ``y`` | a\\|b @octocat #1 https://evil.example www.evil.example [l](javascript:alert(1)) \u001b[31m\u202e\n# heading\n- item';

/** Every kind of loss, with hostile text wherever it can stand. */
export function hostileResult(): Interop {
  const kinds: readonly LossKind[] = [
    { kind: 'attribute', name: HOSTILE, change: 'changed', told: HOSTILE, seen: HOSTILE, wrote: HOSTILE },
    { kind: 'data', change: 'changed', told: HOSTILE, seen: HOSTILE },
    { kind: 'count', told: 1, seen: 2 },
    { kind: 'refused', by: 'decoder', reason: HOSTILE },
    { kind: 'failed', by: 'encoder', code: 'protocol', message: HOSTILE },
  ];
  const losses = kinds.map((kind): Loss => ({ ...kind, side: 'open' }));
  const cell = (decoder: string): Cell => ({
    decoder,
    outcome: 'lost',
    kept: 0,
    of: 1,
    lost: [{ event: 'plain', losses }],
  });
  const ids = ['reference', 'bad'];
  return {
    ...noLosses(),
    tool: { name: HOSTILE, version: HOSTILE },
    run: { ...RUN, seed: HOSTILE, stopped: HOSTILE },
    subjects: ids.map((id) =>
      subject(id, ['binary'], { sdk: HOSTILE, name: HOSTILE, version: HOSTILE, language: HOSTILE, gaveUp: HOSTILE }),
    ),
    notRun: [{ id: 'gone', sdk: HOSTILE, reason: HOSTILE, build: HOSTILE, install: HOSTILE }],
    modes: [{ mode: 'binary', rows: ids.map((encoder) => ({ encoder, cells: ids.map(cell) })) }],
    causes: losses.map((loss) => ({
      side: 'open',
      subjects: ids,
      what: 'subject changed',
      modes: ['binary'],
      events: ['plain'],
      partners: ids,
      example: { mode: 'binary', event: 'plain', encoder: 'bad', decoder: 'reference', loss },
    })),
  };
}
