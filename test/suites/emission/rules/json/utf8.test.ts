import { describe, test } from 'vitest';
import { ENV_UTF8 } from '../../../../../suites/emission/rules/json/utf8.js';
import { ask, capture, event, expectSaid, jsonEvent, message, structured, text } from '../../examples.js';

const label = { 'content-type': 'application/cloudevents+json' };
const sent = (members: string, encoding: BufferEncoding) =>
  message(label, Buffer.from(jsonEvent(members), encoding), 'structured');

describe('UTF-8', () => {
  const told = event({ subject: 'größe €' });

  test('is what the body is in, escaped or not', () => {
    expectSaid(ask(ENV_UTF8, structured('"subject":"größe €"'), told), 'kept');
    expectSaid(ask(ENV_UTF8, structured('"subject":"gr\\u00f6\\u00dfe \\u20ac"'), told), 'kept');
  });

  test('is nothing else, and has no mark before it', () => {
    expectSaid(ask(ENV_UTF8, sent('"subject":"größe"', 'latin1'), told), 'broken', 'not UTF-8');
    const marked = message(label, `\ufeff${jsonEvent()}`, 'structured');
    expectSaid(ask(ENV_UTF8, marked, told), 'broken', 'byte order mark');
    expectSaid(capture(ENV_UTF8, marked), 'broken', 'byte order mark');
  });

  test.each(['gr??e ?', 'gr\ufffd\ufffde \ufffd', 'grÃ¶Ã\u009fe â\u0082¬'])(
    'did not lose characters to %j',
    (subject) => {
      expectSaid(ask(ENV_UTF8, structured(`"subject":"${subject}"`), told), 'broken', 'wrong encoding');
    },
  );

  test('is not the rule where a value came out as another, or none outside ASCII was given', () => {
    expectSaid(ask(ENV_UTF8, structured('"subject":"x"'), told), 'silent');
    expectSaid(ask(ENV_UTF8, structured(), told), 'silent');
    expectSaid(ask(ENV_UTF8, structured(), event()), 'silent');
  });

  test('is asked of data that is one string', () => {
    expectSaid(ask(ENV_UTF8, structured('"data":"€"'), event({}, text('€'))), 'kept');
    expectSaid(ask(ENV_UTF8, structured('"data":"?"'), event({}, text('€'))), 'broken');
  });

  test('shows in a captured message with characters outside ASCII', () => {
    expectSaid(capture(ENV_UTF8, structured('"subject":"€"')), 'kept');
    expectSaid(capture(ENV_UTF8, structured()), 'silent');
  });
});
