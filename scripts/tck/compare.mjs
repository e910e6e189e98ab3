// Whether an answer is what a case expects.

/** The value is equal with its type; of several errors at once the case names one (position A76). */
export function agrees(test, answer) {
  if (answer.kind !== 'value') return false;
  const isValue = !('result' in test) || answer.value === test.result;
  return isValue && ('error' in test ? answer.errors.includes(test.error) : answer.errors.length === 0);
}

/** What a case expects, in words. */
export function expectation(test) {
  const value = 'result' in test ? JSON.stringify(test.result) : 'any value';
  return 'error' in test ? `${value} with the error ${test.error}` : value;
}

/** What an answer says, in words. */
export function said(answer) {
  if (answer.kind !== 'value') return answer.why;
  const { value, errors } = answer;
  const shown = value === undefined ? 'no value' : JSON.stringify(value);
  if (errors.length === 0) return shown;
  return `${shown} with the error${errors.length === 1 ? '' : 's'} ${errors.join(', ')}`;
}
