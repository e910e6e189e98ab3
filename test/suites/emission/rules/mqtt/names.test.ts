import { describe, test } from 'vitest';
import { DCT_PROP, NAMES, SECONDARY } from '../../../../../suites/emission/rules/mqtt/names.js';
import { binaryPublish } from '../../broker-examples.js';
import { ask, capture, event, expectSaid } from '../../examples.js';

describe('names of user properties', () => {
  const told = event({ ext: 'a' });

  test('are those of the attributes', () => {
    expectSaid(ask(NAMES, binaryPublish({ ext: 'a' }), told), 'kept');
    expectSaid(capture(NAMES, binaryPublish()), 'kept');
  });

  test.each(['ce_ext', 'ce-ext', 'CE_EXT', 'cloudEvents:ext', 'Ext'])('are not like %s', (name) => {
    expectSaid(
      ask(NAMES, binaryPublish({ [name]: 'a' }), told),
      'broken',
      `the user property of ext is called ${name}`,
    );
  });

  test('may be others beside their own', () => {
    expectSaid(ask(NAMES, binaryPublish({ ext: 'a', ce_ext: 'a', ce_other: 'b' }), told), 'kept');
  });

  test('do not show for what did not come out', () => {
    const bare = { specversion: undefined, id: undefined, source: undefined, type: undefined };
    expectSaid(ask(NAMES, binaryPublish(), event({ ...bare, ext: 'a' })), 'silent', 'ext did not come out');
    expectSaid(ask(NAMES, binaryPublish(), event({ ...bare, datacontenttype: 'a/b' })), 'silent');
  });

  test('show in captured messages for what every event carries', () => {
    expectSaid(capture(NAMES, binaryPublish({ id: undefined, ce_id: 'one' })), 'broken', 'id is called ce_id');
    expectSaid(capture(NAMES, binaryPublish({ ce_ext: 'a' })), 'kept');
  });
});

describe('a secondary mapping', () => {
  const told = event({ traceparent: '00-a' });

  test('stands beside the primary one', () => {
    expectSaid(ask(SECONDARY, binaryPublish({ traceparent: '00-a' }), told), 'kept');
    expectSaid(ask(SECONDARY, binaryPublish({ traceparent: '00-a', 'trace-parent': '00-a' }), told), 'kept');
  });

  test('does not replace it', () => {
    const text = 'the extension traceparent is in the user property trace-parent alone';
    expectSaid(ask(SECONDARY, binaryPublish({ 'trace-parent': '00-a' }), told), 'broken', text);
  });

  test('is none where nothing came out, or another value', () => {
    expectSaid(ask(SECONDARY, binaryPublish(), told), 'silent', 'did not come out at all');
    expectSaid(ask(SECONDARY, binaryPublish({ traceparent: '00-b' }), told), 'silent', 'another rule');
  });

  test('is known of some extensions alone, and does not show in captured messages', () => {
    expectSaid(ask(SECONDARY, binaryPublish({ other: 'a' }), event({ ext: 'a' })), 'silent', 'no such extension');
    expectSaid(capture(SECONDARY, binaryPublish({ 'trace-parent': '00-a' })), 'silent');
  });
});

describe('the type of the data as a user property', () => {
  test('is told', () => {
    expectSaid(ask(DCT_PROP, binaryPublish(), event()), 'kept');
    expectSaid(ask(DCT_PROP, binaryPublish({ datacontenttype: 'a/b' }), event()), 'broken', 'is a user property, too');
    expectSaid(capture(DCT_PROP, binaryPublish({ datacontenttype: 'a/b' })), 'broken');
  });
});
