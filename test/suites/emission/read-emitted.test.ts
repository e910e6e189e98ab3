import { describe, expect, test } from 'vitest';
import { batch, binary, jsonEvent, message, structured } from './examples.js';

describe('a message that a producer emitted', () => {
  test('is read in the mode that was asked for, whatever its label says', () => {
    const mislabelled = structured('', { 'content-type': 'text/plain' });
    expect(mislabelled.mode).toBe('structured');
    expect(mislabelled.decoded.kind).toBe('decoded');
    expect(mislabelled.documents).toHaveLength(1);
  });

  test('is read as its label says where nobody asked', () => {
    expect(message({ 'content-type': 'application/cloudevents+json' }, jsonEvent()).mode).toBe('structured');
    expect(message({ 'content-type': 'application/cloudevents-batch+json' }, '[]').mode).toBe('batch');
    expect(message({ 'content-type': 'application/json' }, jsonEvent()).mode).toBe('binary');
    expect(message({}, '').mode).toBe('binary');
  });

  test('shows its members as they are spelt, where it is not binary', () => {
    expect(structured('"a":1.0').documents[0]?.at(-1)).toEqual({ name: 'a', text: '1.0', value: 1 });
    expect(batch(`[${jsonEvent()},${jsonEvent()}]`).documents).toHaveLength(2);
    expect(binary({}, jsonEvent()).documents).toEqual([]);
    expect(batch('nothing').documents).toEqual([]);
  });

  test('is decoded by our own decoder', () => {
    expect(binary({ 'ce-subject': 'a%20b' }).decoded).toMatchObject({ kind: 'decoded' });
    expect(binary({ 'ce-subject': '%FF' }).decoded).toMatchObject({ kind: 'rejected' });
    expect(batch('x').decoded).toMatchObject({ kind: 'rejected' });
  });
});
