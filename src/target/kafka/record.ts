// Messages as kafkajs takes and gives them. It keeps headers in an object, which has no order among names that repeat, takes
// no null and cannot hold every name. Here nothing is lost: see `exactHeaders` and `headerLines`.
import type { IHeaders, Message, KafkaMessage as Received } from 'kafkajs';
import type { HeaderLine, KafkaMessage } from '../../binding/types.js';

/** The record that kafkajs is to send. */
export function toRecord({ headers, nullHeaders = [], body, isNull, key }: KafkaMessage): Message {
  return {
    key: key === undefined ? null : bufferOf(key),
    value: isNull === true ? null : bufferOf(body),
    ...(headers.length + nullHeaders.length > 0 && { headers: exactHeaders(headers, nullHeaders) }),
  };
}

/** A record that kafkajs gave. Its bytes are copied: they are a part of all that was fetched with it. */
export function fromRecord({ headers, value, key }: Pick<Received, 'headers' | 'value' | 'key'>): KafkaMessage {
  const [lines, nullHeaders] = headerLines(headers ?? {});
  return {
    binding: 'kafka',
    headers: lines,
    ...(nullHeaders.length > 0 && { nullHeaders }),
    body: new Uint8Array(value ?? []),
    ...(value === null && { isNull: true as const }),
    ...(key !== null && { key: new Uint8Array(key) }),
  };
}

interface RecordHeader {
  readonly key: string;
  readonly value: Buffer | string | null;
}

/**
 * kafkajs 2.2.4 makes a list of its object by `map` over the values of a name that repeats (protocol/recordBatch/record/v0).
 * So one entry is enough, whose `map` gives the whole list, in order and under any name.
 */
function exactHeaders(lines: readonly HeaderLine[], nulls: readonly string[]): IHeaders {
  const list = (): RecordHeader[] => [
    ...lines.map(([key, value]) => ({ key, value: Buffer.from(value, 'latin1') })),
    ...nulls.map(nullHeader),
  ];
  return { all: Object.assign<Buffer[], object>([], { map: list }) };
}

/** kafkajs 2.2.4 can write a null, and not measure it: it asks for the length first, and an empty text has the same. */
function nullHeader(key: string): RecordHeader {
  let isMeasured = false;
  return {
    key,
    get value() {
      if (isMeasured) return null;
      isMeasured = true;
      return '';
    },
  };
}

/**
 * The header lines, and the names of those that are null. Values are parts of one buffer, that of the record, and their places
 * in it tell their order. Of names that JavaScript has a meaning for, kafkajs takes that meaning for a first value.
 */
function headerLines(headers: IHeaders): readonly [lines: readonly HeaderLine[], nulls: readonly string[]] {
  const found: { readonly name: string; readonly value: Buffer }[] = [];
  const nulls: string[] = [];
  for (const [name, values] of Object.entries(headers)) {
    for (const value of Array.isArray(values) ? values : [values]) {
      if (Buffer.isBuffer(value)) found.push({ name, value });
      else if (value === null) nulls.push(name);
    }
  }
  found.sort((one, other) => one.value.byteOffset - other.value.byteOffset);
  return [found.map(({ name, value }) => [name, value.toString('latin1')]), nulls];
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
