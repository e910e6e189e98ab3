import { expect, test } from 'vitest';
import { inert } from '../../../src/report/text/inert.js';
import { workflowCommands } from '../render/helpers/workflow-commands.js';

test.each([
  ['::error::a', '\\u{3a}:error::a'],
  ['  \t::set-output name=a::b', '  \t\\u{3a}:set-output name=a::b'],
  ['one\n::error::two', 'one\n\\u{3a}:error::two'],
  ['a ##[error]b', 'a \\u{23}#[error]b'],
  ['##vso[task.setvariable]a ##teamcity[b]', '\\u{23}#vso[task.setvariable]a \\u{23}#teamcity[b]'],
  ['###[group]a', '#\\u{23}#[group]a'],
])('%j begins no command', (text, expected) => {
  expect(workflowCommands(text).length > 0 || /##(?:vso|teamcity)/.test(text)).toBe(true);
  expect(inert(text)).toBe(expected);
  expect(workflowCommands(inert(text))).toEqual([]);
});

test.each(['a::b', 'x ::error::y', ':a', '## heading', '#[1]', 'C::std::string'])('%j stays as it is', (text) => {
  expect(inert(text)).toBe(text);
});
