// Cases of the official TCK that contradict the text of CESQL 1.0.0. They are run and shown, and decide nothing. Each is known by
// what it asks and expects, so that a corrected one counts again.
const EXCLUDED = [
  {
    expression: 'NOT 10',
    result: true,
    error: 'cast',
    position: 'A60',
    why: 'section 3.7 makes the cast from Integer to Boolean a MUST, so 10 is true and NOT 10 is false, without an error',
  },
  {
    expression: 'EXISTS specversion AND EXISTS id AND EXISTS type AND EXISTS SOURCE',
    result: true,
    error: undefined,
    position: 'A61',
    why: 'SOURCE is no identifier: section 2.2 has lower-case letters and digits only',
  },
];

/** Why a case decides nothing, or undefined. */
export function exclusionOf({ expression, result, error }) {
  return EXCLUDED.find((one) => one.expression === expression && one.result === result && one.error === error);
}
