import { describe, expect, test } from 'vitest';
import { causesOf, isDefect, isPassing, nameOf, typeOf } from '../../../src/target/kafka/causes.js';

const error = (name: string, parts: object = {}): Error =>
  Object.assign(new Error('of a broker: \u001b'), { name, ...parts });

describe('what is known of an error of kafkajs', () => {
  test('all that it is wrapped around, also where that goes in a circle', () => {
    const root = error('Root');
    const outer = error('Outer', { cause: error('Middle', { cause: root }) });
    expect(causesOf(outer).map(({ name }) => name)).toEqual(['Outer', 'Middle', 'Root']);
    Object.assign(root, { cause: outer });
    expect(causesOf(outer)).toHaveLength(3);
    expect(causesOf('no error')).toEqual([]);
  });

  test('the first of those in an aggregate', () => {
    const first = error('KafkaJSCreateTopicError', { type: 'TOPIC_AUTHORIZATION_FAILED' });
    expect(typeOf(error('KafkaJSAggregateError', { errors: [first, error('Other')] }))).toBe(
      'TOPIC_AUTHORIZATION_FAILED',
    );
  });

  test('the name that the protocol has for it, and else that of its class', () => {
    const protocol = error('KafkaJSProtocolError', { type: 'NOT_CONTROLLER' });
    expect(nameOf(error('KafkaJSNumberOfRetriesExceeded', { cause: protocol }))).toBe('NOT_CONTROLLER');
    expect(nameOf(error('Outer', { cause: error('KafkaJSConnectionError') }))).toBe('KafkaJSConnectionError');
    expect([nameOf(undefined), typeOf(error('X', { type: 'of a \u001b broker' }))]).toEqual([
      'an unknown error',
      undefined,
    ]);
  });

  test('whether it passes is what its root says, and a mistake does not', () => {
    const wrap = (cause: Error): Error => error('Outer', { retriable: false, cause });
    expect(isPassing(wrap(error('KafkaJSConnectionError', { retriable: true })))).toBe(true);
    expect(isPassing(wrap(error('KafkaJSProtocolError', { retriable: false })))).toBe(false);
    expect(isPassing(wrap(Object.assign(new TypeError('x'), { retriable: true })))).toBe(false);
    expect([isDefect(new TypeError('x')), isDefect(error('X'))]).toEqual([true, false]);
  });
});
