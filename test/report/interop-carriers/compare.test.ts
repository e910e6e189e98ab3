import { describe, expect, test } from 'vitest';
import type { Carrier } from '../../../src/engine/carriers.js';
import type { AttributeValue, CloudEvent } from '../../../src/event/types.js';
import type { Decoded } from '../../../src/report/interop/observed.js';
import { partingsOf } from '../../../src/report/interop-carriers/compare.js';

const event = (more: Readonly<Record<string, AttributeValue>> = {}): CloudEvent => ({
  attributes: new Map<string, AttributeValue>(
    Object.entries({ specversion: '1.0', id: '1', source: '/s', type: 't', ...more }),
  ),
});

const read = (more: Readonly<Record<string, AttributeValue>> = {}): Decoded => ({
  kind: 'events',
  events: [event(more)],
});

const REFUSED: Decoded = { kind: 'refused', reason: 'no' };

const found = (told: CloudEvent, readings: Partial<Record<Carrier, Decoded>>) =>
  partingsOf(told, new Map(Object.entries(readings) as [Carrier, Decoded][])).map(
    ({ gap, where, elsewhere, there }) => ({
      part: gap.kind === 'attribute' ? `${gap.name} ${gap.change}` : gap.kind,
      where,
      elsewhere,
      ...(there && { there: true }),
    }),
  );

describe('one event', () => {
  test('that is read alike everywhere parts nowhere, whatever types a mode knows', () => {
    const told = event({ flag: true, count: 7 });
    const alike = {
      'http-binary': read({ flag: 'true', count: '7' }),
      'http-structured': read({ flag: true, count: 7 }),
    };
    expect(found(told, alike)).toEqual([]);
  });

  test('that is read wrongly in the same way everywhere parts nowhere', () => {
    expect(found(event({ subject: 'a' }), { 'http-binary': read(), 'kafka-binary': read() })).toEqual([]);
    expect(found(event(), { 'http-binary': REFUSED, 'kafka-binary': { kind: 'refused', reason: 'other' } })).toEqual(
      [],
    );
  });

  test('that loses an attribute in one carrier parts there', () => {
    const readings = {
      'http-binary': read({ subject: 'a' }),
      'kafka-binary': read(),
      'mqtt5-binary': read({ subject: 'a' }),
    };
    expect(found(event({ subject: 'a' }), readings)).toEqual([
      { part: 'subject lost', where: ['kafka-binary'], elsewhere: ['http-binary', 'mqtt5-binary'] },
    ]);
  });

  test('that is refused in one carrier parts there, and that carrier says nothing about parts', () => {
    const readings = { 'http-binary': read(), 'http-structured': read({ subject: 'a' }), 'kafka-structured': REFUSED };
    expect(found(event({ subject: 'a' }), readings)).toEqual([
      { part: 'subject lost', where: ['http-binary'], elsewhere: ['http-structured'] },
      { part: 'refused', where: ['kafka-structured'], elsewhere: ['http-binary', 'http-structured'] },
    ]);
  });

  test('that is as told nowhere stands once for each reading but the most common', () => {
    const readings = {
      'http-binary': read({ subject: 'b' }),
      'http-structured': read({ subject: 'c' }),
      'kafka-binary': read({ subject: 'b' }),
    };
    expect(found(event({ subject: 'a' }), readings)).toEqual([
      { part: 'subject changed', where: ['http-structured'], elsewhere: ['http-binary', 'kafka-binary'], there: true },
    ]);
  });

  test('of which two carriers read two things stands once: the first counts', () => {
    const readings = { 'http-binary': read({ subject: 'b' }), 'http-structured': read({ subject: 'c' }) };
    expect(found(event({ subject: 'a' }), readings)).toEqual([
      { part: 'subject changed', where: ['http-structured'], elsewhere: ['http-binary'], there: true },
    ]);
  });

  test('of which nothing came out anywhere stands once, where the reasons are two', () => {
    const failed: Decoded = { kind: 'failed', code: 'closed', message: 'exit code 7' };
    const readings = { 'http-binary': REFUSED, 'http-structured': failed };
    expect(found(event(), readings)).toEqual([
      { part: 'failed', where: ['http-structured'], elsewhere: ['http-binary'], there: true },
    ]);
  });

  test('whose added time is another each time parts nowhere', () => {
    const now = (second: number): Decoded => read({ time: `2026-01-01T00:00:0${second}Z` });
    expect(found(event(), { 'http-binary': now(1), 'kafka-binary': now(2) })).toEqual([]);
    expect(found(event(), { 'http-binary': now(1), 'kafka-binary': read() })).toEqual([
      { part: 'time added', where: ['http-binary'], elsewhere: ['kafka-binary'] },
    ]);
  });

  test('that was not asked about in a carrier says nothing there', () => {
    const readings: Partial<Record<Carrier, Decoded>> = {
      'http-binary': read(),
      'kafka-binary': { kind: 'not-asked' },
    };
    expect(found(event({ subject: 'a' }), readings)).toEqual([]);
  });
});
