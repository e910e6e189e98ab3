// Kafka binding, 3.1: where the record key comes from.
import type { KafkaMessage } from '../../../../src/binding/types.js';
import { canonical } from '../../../../src/event/canonical.js';
import type { CloudEvent, JsonValue } from '../../../../src/event/types.js';
import type { KeyChoice } from '../../../../src/target/types.js';
import { ofKafka } from '../../of-binding.js';
import { broken, KEPT, silent } from '../../say.js';
import type { EmissionRule, Emitted, Shown } from '../../types.js';
import { linesByAttribute } from '../broker/lines.js';
import { documentsOf, setMember, textOf } from '../json/documents.js';
import { isMeantAsEvent } from '../json/labels.js';

type Look = (
  message: KafkaMessage,
  event: CloudEvent,
  key: KeyChoice | undefined,
  emitted: Emitted<KafkaMessage>,
) => Shown;

const keyRule = (requirement: string, look: Look): EmissionRule =>
  ofKafka({
    requirement,
    modes: ['binary', 'structured'],
    check(emitted, told, key) {
      const [event] = told ?? [];
      return event === undefined
        ? silent('which key was meant does not show')
        : look(emitted.message, event, key, emitted);
    },
  });

/** The key that its user gives is the record key, byte for byte. */
export const KEY_DEFAULT: EmissionRule = keyRule('kafka.key.default', (message, _, key) => {
  if (key?.kind !== 'given') return silent('no key was given');
  return isSame(message.key, key.key)
    ? KEPT
    : broken('the key that was given is not the record key', shown(key.key), shown(message.key));
});

/** The opt-in mapper makes partitionkey the record key, as it is. */
export const KEY_PARTITIONKEY: EmissionRule = keyRule('kafka.key.partitionkey', (message, event, key) => {
  const value = partitionKeyOf(event);
  if (key?.kind !== 'mapper' || value === undefined) return silent('no mapper was opted in to');
  return isSame(message.key, value)
    ? KEPT
    : broken('the record key is not the partitionkey', shown(value), shown(message.key));
});

/** Without a key and without a mapper, partitionkey does not become the record key. */
export const KEY_OPT_IN: EmissionRule = keyRule('kafka.key.opt-in', (message, event, key) => {
  const value = partitionKeyOf(event);
  if (key !== undefined || value === undefined) return silent('a mapper was opted in to, or there is no partitionkey');
  if (message.key === undefined) return KEPT;
  return isSame(message.key, value)
    ? broken('partitionkey is the record key, though nobody opted in to that', null, shown(message.key))
    : silent('the record key is another one');
});

/** partitionkey stays in the event, mapper or not. */
export const KEY_KEEP: EmissionRule = keyRule('kafka.key.keep', (message, event, key, emitted) => {
  const value = event.attributes.get('partitionkey');
  if (key?.kind !== 'mapper' || value === undefined) return silent('no mapper was opted in to');
  if (!isSame(message.key, partitionKeyOf(event))) return silent('the mapper did not set the record key');
  const names = namesOut(emitted);
  if (names === undefined) return silent('no event came out in this mode');
  return names.has('partitionkey') ? KEPT : broken('partitionkey is not in the event any more', canonical(value), null);
});

/** A key that comes from outside of the event adds nothing to it. */
export const KEY_NO_ADD: EmissionRule = keyRule('kafka.key.no-add', (message, event, key, emitted) => {
  if (key?.kind !== 'given') return silent('no key was given');
  if (!isSame(message.key, key.key)) return silent('the key that was given is not the record key');
  const names = namesOut(emitted);
  if (names === undefined) return silent('no event came out in this mode');
  const texts = (['utf8', 'base64'] as const).map((encoding) => Buffer.from(key.key).toString(encoding));
  const added = [...names]
    .filter(([name, value]) => !event.attributes.has(name) && value !== undefined && texts.includes(value))
    .map(([name]) => name);
  return added.length === 0 ? KEPT : broken('the key came out as an attribute, too', [], added);
});

/** The attributes that came out, with their texts; undefined where no event did. */
function namesOut(emitted: Emitted<KafkaMessage>): ReadonlyMap<string, string | undefined> | undefined {
  if (emitted.mode === 'binary') {
    const lines = linesByAttribute(emitted.message);
    const text = (raw: string | undefined): string | undefined =>
      raw === undefined ? undefined : Buffer.from(raw, 'latin1').toString('utf8');
    return lines.size === 0 ? undefined : new Map([...lines].map(([name, [raw]]) => [name, text(raw)]));
  }
  const attributes = documentsOf(emitted)
    .find(isMeantAsEvent)
    ?.filter(({ name }) => name !== 'data' && name !== 'data_base64');
  return attributes && new Map(attributes.map(({ name }) => [name, textOf(setMember(attributes, name))]));
}

function partitionKeyOf({ attributes }: CloudEvent): Uint8Array | undefined {
  const value = attributes.get('partitionkey');
  return value === undefined ? undefined : Buffer.from(canonical(value), 'utf8');
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;

const shown = (key: Uint8Array | undefined): JsonValue =>
  key === undefined ? null : { key: Buffer.from(key).toString('utf8') };
