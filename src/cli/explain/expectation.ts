// What a case expects, as sentences.
import type { EventExpectation, Expectation, Vector } from '../../../suites/vector/types.js';
import type { Case } from '../../engine/case.js';
import { type ExpectedOutcome, isOutcome, outcomeWords } from './outcome-words.js';

/** The expectation of a case, a line each. The token of its events is put in. */
export function expectationWords(
  { expected, level }: Pick<Case, 'expected' | 'level'>,
  token: string,
): readonly string[] {
  if (expected === undefined) return ['nothing: the text prescribes no outcome, so whatever happens is recorded'];
  if (typeof expected === 'object' && expected !== null && 'emitted' in expected)
    return [`a message that keeps the rule: ${String(expected['emitted'])}`];
  if (typeof expected === 'string') return [expected];
  // The schema of the vectors has checked its shape.
  const expectation = JSON.parse(JSON.stringify(expected).replaceAll('{token}', token)) as (
    | Expectation
    | ExpectedOutcome
  ) &
    Pick<Vector, 'mayRefuse'>;
  const lines = [
    ...(isOutcome(expectation) ? outcomeWords(expectation) : linesOf(expectation)),
    ...(expectation.mayRefuse === undefined ? [] : ['a refusal is legal too: the case then does not apply']),
  ];
  return level === 'info' ? [...lines, 'recorded, not judged'] : lines;
}

function linesOf(expectation: Expectation): readonly string[] {
  if ('accepted' in expectation) return ['the event is accepted'];
  if ('event' in expectation) return ['the event is accepted, and comes out with', ...membersOf(expectation.event)];
  if ('elements' in expectation) {
    if (expectation.elements.length === 0) return ['the message is accepted, and no event comes out'];
    return expectation.elements.flatMap((element, index) => [
      `${index === 0 ? 'the message is accepted, and ' : ''}event ${index + 1} of ${expectation.elements.length} comes out with`,
      ...membersOf(element),
    ]);
  }
  return [`a refusal, or an event without a made-up ${expectation.refused.attributes.join(', ')}`];
}

function membersOf({ attributes, absent, not, only, oneOf, data }: EventExpectation): readonly string[] {
  return [
    ...Object.entries(attributes ?? {}).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    ...(absent ?? []).map((name) => `no ${name}`),
    ...Object.entries(not ?? {}).map(
      ([name, values]) => `${name} not ${values.map((value) => JSON.stringify(value)).join(' nor ')}`,
    ),
    ...Object.entries(only ?? {}).map(
      ([name, values]) => `${name} = ${values.map((value) => JSON.stringify(value)).join(' or ')}, or no ${name}`,
    ),
    ...Object.entries(oneOf ?? {}).map(
      ([name, values]) => `${name} = ${values.map((value) => JSON.stringify(value)).join(' or ')}`,
    ),
    ...(data === undefined ? [] : [dataWords(data)]),
  ].map((line) => `  ${line}`);
}

function dataWords(data: NonNullable<EventExpectation['data']>): string {
  if (data === 'none') return 'no data';
  if (data === 'some') return 'data, whatever they are';
  if ('json' in data) return `data = ${JSON.stringify(data.json)} (as JSON)`;
  if ('text' in data) return `data = ${JSON.stringify(data.text)} (as text)`;
  if ('base64' in data) return `data = ${data.base64} (base64, as bytes)`;
  return `data = ${data.fill} letters x`;
}
