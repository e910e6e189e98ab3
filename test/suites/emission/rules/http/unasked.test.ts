import { describe, test } from 'vitest';
import { BATCH_UNASKED, BATCH_UNASKED_STREAM } from '../../../../../suites/emission/rules/http/unasked.js';
import {
  ask,
  batch,
  binary,
  capture,
  event,
  expectSaid,
  jsonEvent,
  message,
  said,
  structured,
} from '../../examples.js';

const BATCH = { 'content-type': 'application/cloudevents-batch+json' };
const many = `[${jsonEvent()}]`;

describe('a batch that nobody asked for', () => {
  test('does not come out for one event', () => {
    expectSaid(ask(BATCH_UNASKED, binary(), event()), 'kept');
    expectSaid(ask(BATCH_UNASKED, structured(), event()), 'kept');
  });

  test.each([
    ['binary', BATCH, many],
    ['structured', BATCH, many],
    ['structured', BATCH, '[]'],
    ['structured', { 'content-type': 'application/cloudevents+json' }, many],
  ] as const)('is wrong where %s mode was asked for: %j %s', (mode, headers, body) => {
    expectSaid(ask(BATCH_UNASKED, message(headers, body, mode), event()), 'broken', 'nobody asked for');
  });

  test('is no array in the body of a binary message', () => {
    expectSaid(ask(BATCH_UNASKED, binary({ 'content-type': 'application/json' }, many), event()), 'kept');
  });

  test('shows nothing without an event, or in one captured message', () => {
    expectSaid(ask(BATCH_UNASKED, message({}, 'x', 'binary'), event()), 'silent');
    expectSaid(capture(BATCH_UNASKED, message(BATCH, many)), 'silent');
    expectSaid(capture(BATCH_UNASKED, structured()), 'silent');
  });
});

describe('over all that was captured', () => {
  test('no batch at all is right', () => {
    expectSaid(said(BATCH_UNASKED_STREAM.check([binary(), structured()])), 'kept');
    expectSaid(said(BATCH_UNASKED_STREAM.check([binary()], { batches: true })), 'kept');
  });

  test('a batch is wrong where it is known that nobody asked', () => {
    expectSaid(said(BATCH_UNASKED_STREAM.check([binary(), batch(many)], { batches: false })), 'broken');
  });

  test('a batch shows nothing where somebody asked, or nobody knows', () => {
    expectSaid(said(BATCH_UNASKED_STREAM.check([batch(many)], { batches: true })), 'silent', 'were asked for');
    expectSaid(said(BATCH_UNASKED_STREAM.check([batch(many)])), 'silent', 'does not show');
  });

  test('nothing shows without events', () => {
    expectSaid(said(BATCH_UNASKED_STREAM.check([])), 'silent', 'no event');
    expectSaid(said(BATCH_UNASKED_STREAM.check([message({}, 'x')])), 'silent', 'no event');
  });
});
