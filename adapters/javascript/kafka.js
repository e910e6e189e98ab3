// The SDK's binding of Kafka, between what kafkajs gives and what it takes, as in the SDK's Kafka example.
import { isUtf8 } from 'node:buffer';
import { Kafka } from 'cloudevents';
import { bytesOf, eventOf, fromBytes, linesOf, shown, written } from './wire.js';

// The value is a Buffer, as kafkajs gives it. A header is its toString(): of null '', of a repeated one, which kafkajs
// gives as an array, the values with commas between them. A key can be a string or a Buffer: what a string can carry is one.
export function decode({ headers: lines, key, body }) {
  const values = new Map();
  for (const [name, value] of lines) values.set(name, [...(values.get(name) ?? []), value && bytesOf(value)]);
  const record = {
    headers: Object.fromEntries(Array.from(values, ([name, all]) => [name, all.toString()])),
    key: key && textOrBytes(bytesOf(key)),
    value: body && bytesOf(body),
  };
  return { events: [Kafka.toEvent(record)].flat().map(shown) };
}

const textOrBytes = (bytes) => (isUtf8(bytes) ? bytes.toString() : bytes);

// The SDK makes a key of partitionkey, asked or not, and takes no other.
export function encode(mode, event, key) {
  if (key?.value) return { unsupported: true };
  const record = Kafka[mode](eventOf(event));
  const value = mode === 'binary' ? written(record.value, event) : record.value;
  return { message: { headers: linesOf(record.headers), key: orNull(record.key), body: orNull(value) } };
}

const orNull = (value) => (value === undefined ? null : fromBytes(value));
