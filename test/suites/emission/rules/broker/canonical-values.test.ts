import { describe, test } from 'vitest';
import { canonicalValues } from '../../../../../suites/emission/rules/broker/canonical-values.js';
import { binaryPublish, binaryRecord } from '../../broker-examples.js';
import { ask, capture, event, expectSaid } from '../../examples.js';

const KAFKA = canonicalValues('kafka.bin.canonical', 'kafka');
const MQTT = canonicalValues('mqtt5.bin.values', 'mqtt5');

describe('canonical values', () => {
  test.each([
    [5, '5'],
    [-2147483648, '-2147483648'],
    [true, 'true'],
    [false, 'false'],
  ])('%j comes out as %s', (value, text) => {
    expectSaid(ask(KAFKA, binaryRecord({ ce_ext: text }), event({ ext: value })), 'kept');
    expectSaid(ask(MQTT, binaryPublish({ ext: text }), event({ ext: value })), 'kept');
  });

  test.each([
    [5, '+5'],
    [5, '5.0'],
    [5, '"5"'.replaceAll('"', ' ')],
    [5, '\0\0\0\x05'],
    [true, 'True'],
    [true, '1'],
    [false, ''],
  ])('%j does not come out as %j', (value, text) => {
    expectSaid(
      ask(KAFKA, binaryRecord({ ce_ext: text }), event({ ext: value })),
      'broken',
      'ce_ext is not the canonical',
    );
    expectSaid(ask(MQTT, binaryPublish({ ext: text }), event({ ext: value })), 'broken', 'ext is not the canonical');
  });

  test('a time is a Timestamp, whatever its spelling, also beside extensions', () => {
    const told = event({ time: '2018-04-05T17:31:00Z', ext: 1 });
    const out = (time: string) => binaryRecord({ ce_time: time, ce_ext: '1' });
    expectSaid(ask(KAFKA, out('2018-04-05T17:31:00.000Z'), told), 'kept');
    expectSaid(ask(KAFKA, out('1522949460000'), told), 'broken', 'ce_time is not the canonical string');
    // Another instant is another value, and a blank between date and time is not ruled out.
    expectSaid(ask(KAFKA, out('2018-04-05T17:32:00Z'), told), 'kept');
    expectSaid(ask(KAFKA, out('2018-04-05 17:31:00Z'), told), 'kept');
  });

  test('what becomes of texts, of escapes and of what is missing are other rules', () => {
    expectSaid(ask(KAFKA, binaryRecord({ ce_ext: 'b' }), event({ ext: 'a' })), 'silent', 'another rule');
    expectSaid(ask(KAFKA, binaryRecord({ ce_ext: '"5"' }), event({ ext: 5 })), 'silent', 'how ext is encoded');
    expectSaid(ask(KAFKA, binaryRecord(), event({ ext: 5 })), 'silent', 'did not come out');
    expectSaid(ask(KAFKA, binaryRecord({ ce_ext: ['5', '6'] }), event({ ext: 5 })), 'silent', 'more than once');
    expectSaid(capture(KAFKA, binaryRecord({ ce_ext: 'True' })), 'silent', 'which type');
  });

  test('an event without extensions shows it by what every event carries', () => {
    expectSaid(ask(KAFKA, binaryRecord(), event()), 'kept');
  });
});
