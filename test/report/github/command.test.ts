import { expect, test } from 'vitest';
import { command } from '../../../src/report/github/command.js';
import { workflowCommands } from '../render/helpers/workflow-commands.js';

test('escapes exactly what would end a value, and nothing in it twice', () => {
  expect(command({ level: 'error', title: 'a: b, 100%\r\n', message: 'c::d, %0A\nnext' })).toBe(
    '::error title=a%3A b%2C 100%25%0D%0A::c::d, %250A%0Anext',
  );
});

test.each(['a::b', '%', '%25', '%0A', 'x,file=y', '\r\n::error::z', '=', ''])(
  '%j is read back as it was given',
  (text) => {
    expect(workflowCommands(command({ level: 'warning', title: `t${text}`, message: text }))).toEqual([
      { name: 'warning', properties: { title: `t${text}` }, data: text },
    ]);
  },
);
