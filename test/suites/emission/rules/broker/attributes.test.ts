import { describe, test } from 'vitest';
import { everyAttribute } from '../../../../../suites/emission/rules/broker/attributes.js';
import { binaryPublish, binaryRecord, IN_HEADERS, record } from '../../broker-examples.js';
import { ask, capture, event, expectSaid } from '../../examples.js';

const KAFKA = everyAttribute('kafka.bin.headers', 'kafka');
const MQTT = everyAttribute('mqtt5.bin.props', 'mqtt5');

describe('every attribute', () => {
  const told = event({ subject: 'a b', conformint: 5 });

  test('has a line of its own', () => {
    expectSaid(ask(KAFKA, binaryRecord({ ce_subject: 'a b', ce_conformint: '5' }), told), 'kept');
    expectSaid(ask(MQTT, binaryPublish({ subject: 'a b', conformint: '5' }), told), 'kept');
  });

  test('is not left out', () => {
    expectSaid(ask(KAFKA, binaryRecord({ ce_subject: 'a b' }), told), 'broken', 'conformint did not come out');
    expectSaid(ask(MQTT, binaryPublish({ conformint: '5' }), told), 'broken', 'subject did not come out');
  });

  test.each(['ce-subject', 'CE_SUBJECT', 'subject', 'cloudEvents:subject'])('does not go by the name %s', (name) => {
    const out = binaryRecord({ [name]: 'a b', ce_conformint: '5' });
    expectSaid(ask(KAFKA, out, told), 'broken', `the attribute subject came out as ${name}`);
  });

  test.each(['ce_subject', 'Subject'])('of MQTT does not go by the name %s', (name) => {
    expectSaid(ask(MQTT, binaryPublish({ [name]: 'a b', conformint: '5' }), told), 'broken', `came out as ${name}`);
  });

  test('is there once; a line that is repeated says one thing', () => {
    const twice = (...values: readonly string[]) => binaryRecord({ ce_subject: values, ce_conformint: '5' });
    expectSaid(ask(KAFKA, twice('a b', 'c'), told), 'broken', 'ce_subject is there more than once');
    expectSaid(ask(KAFKA, twice('a b', 'a b'), told), 'kept');
  });

  test('has its value', () => {
    const one = event({ subject: 'a' });
    expectSaid(ask(KAFKA, binaryRecord({ ce_subject: 'A' }), one), 'broken', 'ce_subject has another value');
    expectSaid(ask(MQTT, binaryPublish({ subject: '' }), one), 'broken', 'subject has another value');
  });

  test('has a place in no line where it is the type of the data', () => {
    expectSaid(ask(KAFKA, binaryRecord(), event({ datacontenttype: 'text/plain' })), 'kept');
  });

  test.each([
    ['percent escapes', 'ž b', '%C5%BE%20b'],
    ['plus signs', 'a b', 'a+b'],
    ['quotes', 'a', '"a"'],
    ['a question mark', 'ž', '?'],
    ['nothing for what was lost', 'a ž', 'a '],
  ])('in another encoding, %s, is the matter of another rule', (_, value, written) => {
    const one = event({ specversion: undefined, id: undefined, source: undefined, type: undefined, subject: value });
    expectSaid(ask(KAFKA, binaryRecord({ ce_subject: written }), one), 'silent', 'how subject is encoded');
  });

  test('of another type is spelt by the rule of the type', () => {
    const one = event({ specversion: undefined, id: undefined, source: undefined, type: undefined, conformint: 5 });
    expectSaid(ask(KAFKA, binaryRecord({ ce_conformint: '+5' }), one), 'silent', 'how conformint is spelt');
  });

  test('that is an instant may be spelt in another way', () => {
    const one = event({ time: '2018-04-05T17:31:00Z' });
    expectSaid(ask(KAFKA, binaryRecord({ ce_time: '2018-04-05T19:31:00+02:00' }), one), 'kept');
    expectSaid(ask(KAFKA, binaryRecord({ ce_time: '2018-04-05T17:32:00Z' }), one), 'broken', 'another value');
  });

  test('is not looked for where the event came out in structured mode', () => {
    const label = { 'content-type': 'application/cloudevents+json' };
    expectSaid(ask(KAFKA, record(label, '{}', 'binary'), told), 'silent', 'in structured mode');
  });
});

describe('of a captured record', () => {
  test('it shows that the required ones are there', () => {
    expectSaid(capture(KAFKA, binaryRecord()), 'kept');
    expectSaid(capture(KAFKA, binaryRecord({ ce_id: undefined })), 'silent', 'a required attribute is missing');
    expectSaid(capture(KAFKA, record({ ce_id: 'one' }, '')), 'silent', 'no event');
  });

  test('it shows that one goes by a name of another binding', () => {
    expectSaid(capture(KAFKA, binaryRecord({ ce_type: undefined, 'ce-type': 't' })), 'broken', 'came out as ce-type');
    expectSaid(capture(MQTT, binaryPublish({ type: undefined, ce_type: 't' })), 'broken', 'came out as ce_type');
  });

  test('a header of that name alone is something else', () => {
    expectSaid(capture(KAFKA, record({ ...IN_HEADERS, ce_type: undefined, type: 't' }, '')), 'silent');
  });
});
