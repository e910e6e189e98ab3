import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWire } from '../../../src/event/wire.js';
import { requestProblem } from '../../../src/target/adapter/parse-reply.js';
import type { AdapterRequest } from '../../../src/target/adapter/protocol.js';
import { requestLine } from '../../../src/target/adapter/request-line.js';
import { anyEvent } from '../../event/any-event.js';

const validate = (id: string): AdapterRequest => ({ op: 'validate', event: { attributes: { id } } });

describe('requestLine', () => {
  it('is compact JSON, the id first', () => {
    expect(requestLine(7, validate('é'))).toBe('{"id":7,"op":"validate","event":{"attributes":{"id":"é"}}}');
  });

  it('holds no character that any language takes for the end of a line', () => {
    const ends = '\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029';
    const line = requestLine(1, validate(ends));
    expect(line).toContain('\\u0085\\u2028\\u2029');
    expect(line).not.toMatch(/[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
    expect(JSON.parse(line).event.attributes.id).toBe(ends);
  });

  it('keeps every event, and its own schema', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1 }), (events) => {
        const request: AdapterRequest = {
          op: 'encode',
          binding: 'http',
          mode: 'batch',
          format: 'json',
          events: events.map(toWire),
        };
        const back = JSON.parse(requestLine(3, request));
        expect(requestProblem(back)).toBeUndefined();
        expect(back).toEqual(JSON.parse(JSON.stringify({ id: 3, ...request })));
      }),
    );
  });
});
