import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../../../src/report/command-line/command-line.js';
import type { Where } from '../../../src/report/command-line/types.js';
import type { Stimulus } from '../../../src/target/types.js';

const HTTP: Where = { kind: 'http', url: 'http://localhost:8080/in' };
const KAFKA: Where = { kind: 'kafka', brokers: 'localhost:9092', topic: 'in' };
const MQTT5: Where = { kind: 'mqtt', host: 'localhost', port: 1883, topic: 'in', version: 5 };
const MQTT3: Where = { ...MQTT5, version: 3 };
const body = Buffer.from('{}');
const SENT = {
  http: { method: 'POST', via: 'client', headers: [], body },
  kafka: { binding: 'kafka', headers: [], body },
  mqtt5: { binding: 'mqtt5', headers: [], body },
  mqtt3: { binding: 'mqtt3', headers: [], body },
} as const satisfies Record<string, Stimulus>;

describe('the line of a message', () => {
  test('is one of the tool of its binding', () => {
    expect([
      commandLine(SENT.http, HTTP),
      commandLine(SENT.kafka, KAFKA),
      commandLine(SENT.mqtt5, MQTT5),
      commandLine(SENT.mqtt3, MQTT3),
    ]).toEqual([
      {
        kind: 'line',
        tool: 'curl',
        line: `curl -sS -i --http1.1 -A '' -H Accept: -H Content-Type: --data-raw '{}' http://localhost:8080/in`,
      },
      { kind: 'line', tool: 'kcat', line: `printf '{}' | kcat -P -b localhost:9092 -t in` },
      {
        kind: 'line',
        tool: 'mosquitto_pub',
        line: `mosquitto_pub -h localhost -p 1883 -V mqttv5 -q 1 -t in -m '{}'`,
      },
      {
        kind: 'line',
        tool: 'mosquitto_pub',
        line: `mosquitto_pub -h localhost -p 1883 -V mqttv311 -q 1 -t in -m '{}'`,
      },
    ]);
  });

  test.each<[string, Stimulus, Where, string]>([
    ['HTTP to Kafka', SENT.http, KAFKA, 'kcat'],
    ['Kafka to HTTP', SENT.kafka, HTTP, 'curl'],
    ['MQTT 5 to HTTP', SENT.mqtt5, HTTP, 'curl'],
    ['MQTT 5 to MQTT 3.1.1', SENT.mqtt5, MQTT3, 'mosquitto_pub'],
    ['MQTT 3.1.1 to MQTT 5', SENT.mqtt3, MQTT5, 'mosquitto_pub'],
  ])('is none from %s', (_, stimulus, where, tool) => {
    expect(commandLine(stimulus, where)).toEqual({
      kind: 'none',
      tool,
      reason: 'the message is of another binding than the target',
    });
  });

  test('is one printable line, or a printable reason, whatever the message and the target hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('a', 'ce-id', "'", '$(a)', '\n', '\0', '\x1b[2J', '\ud800'),
    );
    const bytes = fc.uint8Array({ maxLength: 12 });
    const parts = { headers: fc.array(fc.tuple(text, text), { maxLength: 3 }), body: bytes };
    const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
      fc.record({ ...parts, method: fc.oneof(fc.constant('POST'), text), via: fc.constantFrom('client', 'raw') }),
      fc.record({ ...parts, binding: fc.constant('kafka'), key: bytes, nullHeaders: fc.array(text, { maxLength: 2 }) }),
      fc.record({ ...parts, binding: fc.constant('mqtt5'), contentType: text }),
    );
    const url = fc.oneof(
      text,
      fc.tuple(fc.webUrl({ withQueryParameters: true }), text).map((both) => both.join('')),
    );
    const where: fc.Arbitrary<Where> = fc.oneof(
      fc.record({ kind: fc.constant('http'), url }),
      fc.record({ kind: fc.constant('kafka'), brokers: text, topic: text }),
      fc.record({ kind: fc.constant('mqtt'), host: text, port: fc.nat(), topic: text, version: fc.constant(5) }),
    );
    fc.assert(
      fc.property(stimulus, where, (message, target) => {
        const made = commandLine(message, target);
        expect(made.kind === 'line' ? made.line : made.reason).toMatch(/^[\x20-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });
});
