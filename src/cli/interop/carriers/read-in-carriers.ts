// Each event, written by the reference in every carrier, read by a subject in each that it claims.
import { decodeMessage } from '../../../binding/decode-message.js';
import type { Message } from '../../../binding/types.js';
import { CARRIERS, type Carrier, formOf } from '../../../engine/carriers.js';
import { emitWith } from '../../../reference/producer.js';
import type { Told } from '../../../report/interop/build-interop.js';
import type { Decoded } from '../../../report/interop/observed.js';
import { REFERENCE } from '../../../report/interop/types.js';
import type { Reader } from '../../../report/interop-carriers/build-carriers-interop.js';
import type { Readings } from '../../../report/interop-carriers/compare.js';
import { toAdapterMessage } from '../../../target/adapter/adapter-message.js';
import type { Adapter, AdapterHello } from '../../../target/adapter/protocol.js';
import type { SubjectEntry } from '../../subjects-file.js';
import { version } from '../../version.js';
import { decodedOf } from '../answers.js';
import { type AskingOptions, asking } from '../asking.js';
import { inParallel } from '../in-parallel.js';

/** Whoever reads messages. `read` never rejects. */
export interface CarrierReader {
  readonly subject: Omit<Reader, 'readings' | 'gaveUp'>;
  read(message: Message, carrier: Carrier): Promise<Decoded>;
  gaveUp(): string | undefined;
  close(): Promise<void>;
}

/** One event in each carrier that has a form for it. */
export interface Carried {
  readonly told: Told;
  readonly messages: ReadonlyMap<Carrier, Message>;
}

/** Events under way at a time; each program limits its own requests further. */
const AT_A_TIME = 16;

// On 1.0.2 the text does not say what the value of a record without data is (position A43).
const isSettled = (carrier: Carrier, { events }: Told): boolean =>
  carrier !== 'kafka-binary' || events.every(({ data }) => data !== undefined);

/** The events of a run that are alone, as the reference writes them. */
export const carriedBy = (all: readonly Told[]): readonly Carried[] =>
  all
    .filter(({ events }) => events.length === 1)
    .map((told) => ({
      told,
      messages: new Map(
        CARRIERS.filter((carrier) => isSettled(carrier, told)).flatMap(
          (carrier): readonly (readonly [Carrier, Message])[] => {
            const emission = emitWith({ ...formOf(carrier), events: told.events }, []);
            return emission.kind === 'message' ? [[carrier, emission.message]] : [];
          },
        ),
      ),
    }));

/** The built-in implementation: what it does not agree with itself about is a defect of ours. */
export function referenceReader(): CarrierReader {
  return {
    subject: {
      id: REFERENCE,
      sdk: 'built in',
      name: 'ce-conform',
      version: version(),
      language: 'javascript',
      claims: CARRIERS,
    },
    async read(message) {
      const decoded = decodeMessage(message);
      return decoded.kind === 'decoded'
        ? { kind: 'events', events: decoded.value.events }
        : { kind: 'refused', reason: decoded.reason };
    },
    gaveUp: () => undefined,
    close: async () => undefined,
  };
}

/** A program that has said hello. */
export function adapterReader(
  { id, sdk }: Pick<SubjectEntry, 'id' | 'sdk'>,
  adapter: Adapter,
  { name, version: own, language, supports }: AdapterHello,
  options: AskingOptions,
): CarrierReader {
  const { ask, gaveUp } = asking(adapter, options);
  return {
    subject: {
      id,
      sdk,
      name,
      version: own,
      language,
      claims: CARRIERS.filter((carrier) => supports.includes(`decode:${carrier}`)),
    },
    read: async (message, carrier) =>
      decodedOf(
        await ask({ op: 'decode', binding: formOf(carrier).binding, message: toAdapterMessage(message) }),
        `decode:${carrier}`,
      ),
    gaveUp,
    close: () => adapter.close(),
  };
}

/** All events through one reader, in every carrier that it claims. */
export async function readAll(
  reader: CarrierReader,
  carried: readonly Carried[],
  { signal, onRead }: { readonly signal: AbortSignal; readonly onRead: () => void },
): Promise<Reader> {
  const readings = await inParallel(carried, AT_A_TIME, signal, async ({ told, messages }) => {
    const own = reader.subject.claims.flatMap((carrier) => {
      const message = messages.get(carrier);
      return message === undefined ? [] : [{ carrier, message }];
    });
    const decoded = await Promise.all(
      own.map(async ({ carrier, message }) => [carrier, await reader.read(message, carrier)] as const),
    );
    onRead();
    return [told.name, new Map(decoded) as Readings] as const;
  });
  const gaveUp = reader.gaveUp();
  return {
    ...reader.subject,
    readings: new Map(readings.filter((one) => one !== undefined)),
    ...(gaveUp !== undefined && { gaveUp }),
  };
}
