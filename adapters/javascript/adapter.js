// The npm package `cloudevents` behind adapter protocol 1 (docs/adapters.md), by its public API. It repairs nothing.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import * as http from './http.js';
import * as kafka from './kafka.js';
import * as mqtt5 from './mqtt.js';
import { eventOf } from './wire.js';

const { name, version } = createRequire(import.meta.url)('cloudevents/package.json');
const bindings = new Map(Object.entries({ http, kafka, mqtt5 }));
// The SDK reads batches of HTTP; it has nothing that writes one. It reads batches of Kafka, too, which has none.
const supports = [
  'decode:http-binary',
  'decode:http-structured',
  'decode:http-batch',
  'encode:http-binary',
  'encode:http-structured',
  ...['kafka', 'mqtt5'].flatMap((one) => [`decode:${one}-binary`, `decode:${one}-structured`]),
  ...['kafka', 'mqtt5'].flatMap((one) => [`encode:${one}-binary`, `encode:${one}-structured`]),
  'encode:kafka-mapper',
  'validate',
];
const hello = { protocol: 1, name, version, language: 'javascript', supports };

function answer({ op, binding, mode, message, events, key, event }) {
  const on = bindings.get(binding);
  if (op === 'hello') return hello;
  if (op === 'decode' && on) return on.decode(message);
  if (op === 'encode' && on && mode !== 'batch') return on.encode(mode, events[0], key);
  if (op !== 'validate') return { unsupported: true };
  return eventOf(event).validate() ? { valid: true } : { valid: false, reason: 'validate() gives false' };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...request } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ id, ...answer(request) }));
  } catch ({ message: reason }) {
    const refusal = request.op === 'validate' ? { valid: false, reason } : { rejected: { reason } };
    console.log(JSON.stringify({ id, ...refusal }));
  }
}
