import { describe, test } from 'vitest';
import { SECONDARY } from '../../../../../suites/emission/rules/http/secondary.js';
import { ask, binary, capture, event, expectSaid } from '../../examples.js';

describe('a secondary mapping', () => {
  const told = event({ traceparent: '00-a' });

  test('stands beside the ce- header', () => {
    expectSaid(ask(SECONDARY, binary({ 'ce-traceparent': '00-a', traceparent: '00-a' }), told), 'kept');
    expectSaid(ask(SECONDARY, binary({ 'ce-traceparent': '00-a' }), told), 'kept');
  });

  test('does not replace it', () => {
    const text = 'the extension traceparent is in the header traceparent alone';
    expectSaid(ask(SECONDARY, binary({ traceparent: '00-a' }), told), 'broken', text);
    expectSaid(ask(SECONDARY, binary({ TraceParent: '00-a' }), told), 'broken', text);
  });

  test('is none where the header belongs to the request', () => {
    expectSaid(ask(SECONDARY, binary({ traceparent: '00-of-the-request' }), told), 'silent', 'did not come out');
    expectSaid(ask(SECONDARY, binary(), told), 'silent', 'did not come out');
  });

  test('is known of the trace context alone', () => {
    expectSaid(ask(SECONDARY, binary({ ext: 'x' }), event({ ext: 'x' })), 'silent', 'no extension');
  });

  test('shows in a captured message only where both headers say the same', () => {
    expectSaid(capture(SECONDARY, binary({ 'ce-traceparent': '00-a', traceparent: '00-a' })), 'kept');
    expectSaid(capture(SECONDARY, binary({ 'ce-traceparent': '00-a', traceparent: '00-b' })), 'silent');
    expectSaid(capture(SECONDARY, binary({ traceparent: '00-a' })), 'silent');
    expectSaid(capture(SECONDARY, binary({ 'ce-ext': 'x', ext: 'x' })), 'silent');
  });
});
