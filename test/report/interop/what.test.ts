import { describe, expect, test } from 'vitest';
import { bytes, json, text } from '../../../src/generate/telling/telling.js';
import type { Gap } from '../../../src/report/interop/gaps.js';
import { whatIsLost } from '../../../src/report/interop/what.js';

const attribute = (rest: object): Gap => ({ kind: 'attribute', name: 'ext', change: 'changed', ...rest }) as Gap;

describe('in a few words', () => {
  test.each<[Gap, string]>([
    [attribute({ name: 'subject', told: 's', seen: 't' }), 'subject changed'],
    [attribute({ name: 'time', change: 'added', seen: 't' }), 'time added'],
    [attribute({ told: 's' }), 'string extension changed'],
    [attribute({ told: '' }), 'empty extension changed'],
    [attribute({ told: 7 }), 'Integer extension changed'],
    [attribute({ told: true, change: 'lost' }), 'Boolean extension lost'],
    [attribute({ change: 'added', seen: 's' }), 'unknown attribute added'],
    [{ kind: 'data', change: 'lost', told: json(1) }, 'data of kind JSON lost'],
    [{ kind: 'data', change: 'changed', told: text('a'), seen: text('b') }, 'data of kind text changed'],
    [{ kind: 'data', change: 'changed', told: bytes(1), seen: text('b') }, 'data of kind bytes changed'],
    [{ kind: 'data', change: 'added', seen: text('b') }, 'data added'],
    [{ kind: 'count', told: 2, seen: 1 }, 'fewer events than told'],
    [{ kind: 'count', told: 2, seen: 3 }, 'more events than told'],
    [{ kind: 'refused', by: 'encoder', reason: 'r' }, 'a valid event refused'],
    [{ kind: 'refused', by: 'decoder', reason: 'r' }, 'a message with a valid event refused'],
    [{ kind: 'failed', by: 'decoder', code: 'timeout', message: 'm' }, 'no answer in time'],
    [{ kind: 'failed', by: 'decoder', code: 'closed', message: 'm' }, 'the program ends'],
    [{ kind: 'failed', by: 'decoder', code: 'protocol', message: 'm' }, 'an answer that breaks the adapter protocol'],
    [{ kind: 'failed', by: 'encoder', code: 'unsendable', message: 'm' }, 'a message that HTTP cannot carry'],
  ])('%j', (gap, expected) => {
    expect(whatIsLost(gap, 'decoder')).toBe(expected);
  });

  test('a refused message is its encoder\u2019s, where that is to blame', () => {
    expect(whatIsLost({ kind: 'refused', by: 'decoder', reason: 'r' }, 'encoder')).toBe('its message is refused');
  });

  test('no foreign text comes in', () => {
    expect(whatIsLost(attribute({ name: '<b>', told: '<b>' }), 'open')).not.toContain('<');
  });
});
