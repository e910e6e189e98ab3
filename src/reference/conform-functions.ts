// The user functions that an engine is judged with; every adapter that claims `evaluate:functions` registers the same.
import { type DefinedFunctions, defineFunctions } from '../cesql/functions/define-functions.js';
import type { FunctionDefinition, FunctionTable } from '../cesql/functions/types.js';

const DEFINITIONS: readonly FunctionDefinition[] = [
  { name: 'CONFORM_F', parameters: ['string'], result: 'string', call: ([x]) => `one:${x}` },
  { name: 'CONFORM_F', parameters: ['string', 'string'], result: 'string', call: ([x, y]) => `two:${x},${y}` },
  {
    name: 'CONFORM_F',
    parameters: ['string', 'string', 'string'],
    variadic: 'string',
    result: 'string',
    call: (values) => `many:${values.length}`,
  },
  { name: 'CONFORM_CLASH', parameters: ['string', 'string', 'string'], result: 'string', call: () => 'three' },
  {
    name: 'CONFORM_FAIL',
    parameters: ['string'],
    result: 'integer',
    call: () => ({ errors: [{ kind: 'generic', message: 'it fails, as it should' }] }),
  },
];

/** Cannot stand beside the ternary function of its name: nothing would tell a call of three arguments apart. */
export const CLASHING: FunctionDefinition = {
  name: 'CONFORM_CLASH',
  parameters: [],
  variadic: 'string',
  result: 'string',
  call: () => 'any',
};

/** The functions; the clashing one is offered, and left out because it is refused. */
export const CONFORM_FUNCTIONS: FunctionTable = tableOf([...DEFINITIONS, CLASHING]);

function tableOf(definitions: readonly FunctionDefinition[]): FunctionTable {
  const defined: DefinedFunctions = defineFunctions(definitions);
  return defined.kind === 'defined'
    ? defined.functions
    : tableOf(definitions.filter((definition) => definition !== defined.definition));
}
