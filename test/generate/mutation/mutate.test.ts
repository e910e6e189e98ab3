import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../src/binding/decode-message.js';
import { BINDINGS, type HttpMessage, type Message } from '../../../src/binding/types.js';
import { anyEvent } from '../../../src/generate/any-event.js';
import { mutate } from '../../../src/generate/mutation/mutate.js';
import { mutations } from '../../../src/generate/mutation/mutations.js';
import type { Step } from '../../../src/generate/mutation/types.js';
import { sample } from '../../../src/generate/sample.js';
import { write } from '../../../src/generate/writing/write.js';
import { writings } from '../../../src/generate/writing/writings.js';
import { FORMS } from '../helpers/forms.js';

const sizeOf = ({ headers, body }: Message): number =>
  headers.reduce((size, [name, value]) => size + name.length + value.length, body.length);

const message: HttpMessage = {
  headers: [
    ['ce-id', 'a'],
    ['Content-Type', 'application/cloudevents+json'],
  ],
  body: Buffer.from('{ "id" : "a" }'),
};
const damagedBy = (...steps: readonly Step[]): Message => mutate(message, { steps, delivery: {} }).message;
const bodyAfter = (...steps: readonly Step[]): string => Buffer.from(damagedBy(...steps).body).toString('latin1');

describe.each(BINDINGS)('mutations of %s', (binding) => {
  const forms = FORMS.filter((form) => form.binding === binding);

  it('never throw, are bounded, and can be repeated', () => {
    fc.assert(
      fc.property(anyEvent, writings(forms), mutations(binding), (event, writing, mutation) => {
        const whole = write([event], writing);
        const damaged = mutate(whole, mutation);
        expect(sizeOf(damaged.message)).toBeLessThan(256 * 1024);
        const again = mutate(whole, mutation);
        expect(again.message.headers).toEqual(damaged.message.headers);
        expect(Buffer.compare(again.message.body, damaged.message.body)).toBe(0);
        expect(() => decodeMessage(damaged.message)).not.toThrow();
        expect(damaged.message.binding).toBe(whole.binding);
      }),
      { numRuns: 100 },
    );
  });

  it('are data that a file can keep', () => {
    for (const mutation of sample(mutations(binding), 'json', 200))
      expect(JSON.parse(JSON.stringify(mutation))).toEqual(mutation);
  });
});

describe('mutations of HTTP', () => {
  const drawn = sample(mutations('http'), 'kinds', 2000);

  it('never split a request', () => {
    for (const mutation of drawn) {
      const { headers } = mutate(message, mutation).message;
      expect(headers.flat().filter((text) => /[\r\n\0]|[^\x00-\xff]/.test(text))).toEqual([]);
    }
  });

  it('are of every kind, and in every delivery', () => {
    const kinds = new Set(drawn.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    expect(kinds.size).toBe(13);
    const deliveries = new Set(drawn.flatMap(({ delivery }) => Object.keys(delivery)));
    expect([...deliveries].sort()).toEqual(['cutAt', 'framing', 'lengthDelta', 'pieces']);
    expect(drawn.some(({ delivery }) => Object.keys(delivery).length === 0)).toBe(true);
  });

  it('have no body where nothing frames it', () => {
    expect(mutate(message, { steps: [], delivery: { framing: 'none' } }).message.body).toHaveLength(0);
  });
});

describe('a step', () => {
  it.each<[Step, string]>([
    [{ kind: 'flip', at: 0, mask: 1 }, 'z "id" : "a" }'],
    [{ kind: 'flip', at: 1000, mask: 1 }, '{ "id" : "a" |'],
    [{ kind: 'insert', at: 1000, bytes: ',', times: 3 }, '{ "id" : "a" },,,'],
    [{ kind: 'delete', at: 0, length: 2 }, '"id" : "a" }'],
    [{ kind: 'double', at: 500, length: 1 }, '{ "id" :: "a" }'],
    [{ kind: 'truncate', at: 500 }, '{ "id" '],
    [{ kind: 'member', name: 'id', json: '1e400' }, '{ "id" : "a" , "id" : 1e400 }'],
    [{ kind: 'nest', levels: 3, bracket: 'array', member: 'data' }, '{ "id" : "a" , "data" : [[[]]] }'],
    [{ kind: 'nest', levels: 2, bracket: 'object' }, '{"a":{"a":1}}'],
    [{ kind: 'nest', levels: 4, bracket: 'open' }, '[[[['],
  ])('%j changes the body', (step, body) => {
    expect(bodyAfter(step)).toBe(body);
  });

  it.each<[Step, Message['headers']]>([
    [{ kind: 'drop-line', at: 0 }, [message.headers[1] ?? ['', '']]],
    [{ kind: 'double-line', at: 0 }, [...message.headers, ['ce-id', 'a']]],
    [{ kind: 'value', line: 0, at: 1000, text: '%', times: 2 }, [['ce-id', 'a%%'], ...message.headers.slice(1)]],
    [{ kind: 'name', line: 0, style: 'upper' }, [['CE-ID', 'a'], ...message.headers.slice(1)]],
    [{ kind: 'new-lines', name: 'ce-x', value: 'v', count: 2 }, [...message.headers, ['ce-x', 'v'], ['ce-x1', 'v']]],
    [{ kind: 'media-type', type: null }, message.headers.slice(0, 1)],
  ])('%j changes the lines', (step, headers) => {
    expect(damagedBy(step).headers).toEqual(headers);
  });

  it('is harmless where there is nothing to change', () => {
    const nothing: Message = { binding: 'kafka', headers: [], body: new Uint8Array(), isNull: true };
    const steps: readonly Step[] = [
      { kind: 'flip', at: 3, mask: 4 },
      { kind: 'drop-line', at: 0 },
      { kind: 'double-line', at: 0 },
      { kind: 'value', line: 5, at: 5, text: 'a', times: 1 },
    ];
    const { message: left, delivery } = mutate(nothing, { steps, delivery: { cutAt: 1 } });
    expect({ ...left, body: left.body.length, delivery }).toEqual({ ...nothing, body: 0, delivery: {} });
  });

  it('stays within bounds, however large it is', () => {
    const steps = Array.from({ length: 20 }, (): Step => ({ kind: 'insert', at: 0, bytes: 'abc', times: 1e9 }));
    const lines = Array.from({ length: 20 }, (): Step => ({ kind: 'value', line: 0, at: 0, text: 'abc', times: 1e9 }));
    expect(sizeOf(damagedBy(...steps, ...lines))).toBeLessThan(256 * 1024);
  });
});
