// What no evaluation may do, whatever the expression.

export const MODES = ['complete', 'fail-fast', 'operator'];

const KINDS = new Set(['math', 'cast', 'missingAttribute', 'missingFunction', 'functionEvaluation']);

/** What is wrong with an expression, given its evaluation in each mode; undefined where all is well. */
export function flawOf(evaluateIn) {
  const came = [];
  for (const mode of MODES) {
    const one = attempt(() => evaluateIn(mode));
    if (one.thrown !== undefined) return `in the mode ${mode} it throws ${one.thrown}`;
    const flaw = ofOne(one.given);
    if (flaw !== undefined) return `in the mode ${mode} ${flaw}`;
    came.push(one.given);
  }
  return ofAll(came);
}

function attempt(call) {
  try {
    return { given: call() };
  } catch (error) {
    return { thrown: String(error) };
  }
}

function ofOne({ value, errors }) {
  const isInteger = typeof value === 'number' && Object.is(value, value | 0);
  if (!isInteger && typeof value !== 'string' && typeof value !== 'boolean')
    return `the value ${String(value)} is no Boolean, Integer or String`;
  const odd = errors.find(({ kind }) => !KINDS.has(kind));
  return odd === undefined ? undefined : `there is an error of the kind ${odd.kind}: ${odd.message}`;
}

// The modes part at the first error, and not before.
function ofAll([complete, ...others]) {
  const first = ({ errors }) => errors[0]?.kind;
  for (const one of others) {
    if (first(one) !== first(complete))
      return `the first error is ${first(complete)} in one mode, and ${first(one)} in another`;
    if (first(one) === undefined && one.value !== complete.value)
      return `without an error there are two values, ${JSON.stringify(complete.value)} and ${JSON.stringify(one.value)}`;
  }
  return undefined;
}
