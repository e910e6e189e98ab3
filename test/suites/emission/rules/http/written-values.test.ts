import { expect, test } from 'vitest';
import { writtenValues } from '../../../../../suites/emission/rules/http/written-values.js';
import { binary, event } from '../../examples.js';

test('written values are those whose place is a ce- header, as canonical strings', () => {
  const told = event({ int: 1, yes: true, datacontenttype: 'text/plain', 'not-legal': 'x', Upper: 'x' });
  const { message } = binary({ 'ce-int': '1', 'ce-yes': 'True' });
  const written = writtenValues(message, told).map(({ name, value, lines, written: { kind } }) => ({
    name,
    value,
    lines,
    kind,
  }));
  expect(written).toEqual([
    { name: 'specversion', value: '1.0', lines: ['1.0'], kind: 'once' },
    { name: 'id', value: 'one', lines: ['one'], kind: 'once' },
    { name: 'source', value: '/s', lines: ['/s'], kind: 'once' },
    { name: 'type', value: 't', lines: ['t'], kind: 'once' },
    { name: 'int', value: '1', lines: ['1'], kind: 'once' },
    { name: 'yes', value: 'true', lines: ['True'], kind: 'other' },
  ]);
});
