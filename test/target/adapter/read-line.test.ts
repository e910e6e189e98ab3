import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readLine } from '../../../src/target/adapter/read-line.js';

const read = (text: string): unknown => readLine(Buffer.from(text));

describe('readLine', () => {
  test.each([
    ['{"id":1}', 1],
    ['  {"events":[],"id":42}\t', 42],
    ['\ufeff{"id":7}', 7],
    ['{"id":1,"id":2}', 2],
    ['{"id":-1}', -1],
    ['{"id":1e2}', 100],
  ])('%s is a message', (text, id) => {
    expect(read(text)).toEqual({ kind: 'message', id, json: expect.objectContaining({ id }) });
  });

  test.each(['', ' ', '\t\t', '\u00a0'])('%j is blank', (text) => {
    expect(read(text)).toEqual({ kind: 'blank' });
  });

  test.each([
    ['starting…', 'a line that is no JSON: "starting…"'],
    ['"id"', String.raw`a line that is no JSON object: "\"id\""`],
    ['null', 'a line that is no JSON object: "null"'],
    ['[{"id":1}]', String.raw`a line that is no JSON object: "[{\"id\":1}]"`],
    ['{}', 'a reply without an id: "{}"'],
    ['{"ID":1}', String.raw`a reply without an id: "{\"ID\":1}"`],
    ['{"id":null}', String.raw`a reply whose id is "null" and no number: "{\"id\":null}"`],
    ['{"id":1.5}', String.raw`a reply whose id is "1.5" and no number: "{\"id\":1.5}"`],
    ['{"id":1e400}', String.raw`a reply whose id is "null" and no number: "{\"id\":1e400}"`],
    ['\u001b[31m', String.raw`a line that is no JSON: "\u001b[31m"`],
  ])('%j is garbage', (text, why) => {
    expect(read(text)).toMatchObject({ kind: 'garbage', why });
  });

  it('knows garbage from a reply that lacks its id', () => {
    expect([read('x'), read('[]'), read('{}'), read('{"id":"1"}')]).toMatchObject(
      ['no-json', 'no-json', 'no-id', 'no-id'].map((fault) => ({ fault })),
    );
  });

  test.each([
    ['{"id":12,"events":[NaN]}', 12],
    [' { "id" : 12 , "events":', 12],
    ['{"id":12}}', 12],
    ['{"id":12', undefined],
    ['{"id":123456789012345678,"x', undefined],
    ['{"events":[NaN],"id":12}', undefined],
  ])('of %j, which is spoilt, the id is %s', (text, id) => {
    const line = readLine(Buffer.from(text));
    expect(line).toMatchObject({ kind: 'garbage', why: expect.stringContaining('no JSON') });
    expect(line.kind === 'garbage' ? line.id : 'none').toBe(id);
  });

  it('knows bytes that are no UTF-8', () => {
    expect(readLine(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual({
      kind: 'garbage',
      fault: 'no-json',
      why: 'a line that is no UTF-8: "{ÿ}"',
    });
  });

  it('never throws, and never says more than fits on a screen', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          const line = readLine(bytes);
          if (line.kind === 'garbage') expect(line.why.length).toBeLessThan(1000);
        },
      ),
    );
  });
});
