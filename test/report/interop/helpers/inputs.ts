// Small runs: two programs beside the reference, and what each made of a few events.
import { decodeHttp } from '../../../../src/binding/http/decode.js';
import { encodeHttp } from '../../../../src/binding/http/encode.js';
import type { ContentMode, HttpMessage } from '../../../../src/binding/types.js';
import type { AttributeValue, CloudEvent } from '../../../../src/event/types.js';
import { plain } from '../../../../src/generate/telling/telling.js';
import type { InteropInput, Told } from '../../../../src/report/interop/build-interop.js';
import type { Decoded, Encoded, Observation } from '../../../../src/report/interop/observed.js';
import { REFERENCE, type Run, type Subject } from '../../../../src/report/interop/types.js';

export const RUN: Run = {
  seed: 's',
  generated: 0,
  timeoutMs: 1000,
  startedAt: '2026-01-02T03:04:05.000Z',
  durationMs: 10,
  node: 'v20',
  platform: 'linux x64',
};

export const subject = (
  id: string,
  modes: readonly ContentMode[] = ['binary'],
  rest: Partial<Subject> = {},
): Subject => ({
  id,
  sdk: `npm ${id}`,
  name: id,
  version: '1.0.0',
  language: 'javascript',
  encodes: modes,
  decodes: modes,
  ...rest,
});

export const told = (name: string, ...events: readonly CloudEvent[]): Told => ({ name, origin: 'telling', events });

export const message = (...events: readonly CloudEvent[]): Encoded => ({
  kind: 'message',
  message: encodeHttp(events, 'binary'),
});
export const events = (...all: readonly CloudEvent[]): Decoded => ({ kind: 'events', events: all });

/** The event with these attributes set otherwise; one that is undefined is lost. */
export function altered(event: CloudEvent, change: Readonly<Record<string, AttributeValue | undefined>>): CloudEvent {
  const attributes = new Map(event.attributes);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  return { ...event, attributes };
}

/** What a program does: nothing but what the reference does, where it is not said. */
export interface Behaviour {
  readonly encode?: (events: readonly CloudEvent[], mode: ContentMode) => Encoded;
  readonly decode?: (message: HttpMessage) => Decoded;
}

const encodeAsReference = (all: readonly CloudEvent[], mode: ContentMode): Encoded => ({
  kind: 'message',
  message: encodeHttp(all, mode),
});
export const decodeAsReference = (received: HttpMessage): Decoded => {
  const decoded = decodeHttp(received);
  return decoded.kind === 'decoded'
    ? { kind: 'events', events: decoded.value.events }
    : { kind: 'refused', reason: decoded.reason };
};

/** A run in binary mode of programs that behave so, beside the reference. */
export function inputOf(
  behaviours: Readonly<Record<string, Behaviour>>,
  all: readonly Told[] = [told('plain', plain({ subject: 's' }))],
  modes: readonly ContentMode[] = ['binary'],
): InteropInput {
  const programs: readonly (readonly [string, Behaviour])[] = [[REFERENCE, {}], ...Object.entries(behaviours)];
  const observations = modes.flatMap((mode) =>
    all.flatMap((one) =>
      programs.map(([encoder, { encode = encodeAsReference }]): Observation => {
        const encoded = encode(one.events, mode);
        const decoded = new Map<string, Decoded>();
        for (const [decoder, { decode = decodeAsReference }] of programs) {
          if (encoded.kind === 'message') decoded.set(decoder, decode(encoded.message));
        }
        return { encoder, mode, event: one.name, encoded, decoded };
      }),
    ),
  );
  return {
    tool: { name: 'ce-conform', version: '0.0.0' },
    run: RUN,
    subjects: programs.map(([id]) => subject(id, modes)),
    notRun: [],
    told: all,
    observations,
  };
}
