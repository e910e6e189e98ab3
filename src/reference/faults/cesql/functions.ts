// What goes wrong with calls, and with functions of the user's own (section 3.5).
import { failure } from '../../../cesql/problem.js';
import { CLASHING } from '../../conform-functions.js';
import { type Fault, fault } from '../../fault.js';
import { onFunction, onSemantics } from './change.js';

export const FUNCTION_FAULTS: readonly Fault[] = [
  fault(
    'cesql.fn.builtin/concat-ws',
    'has no CONCAT_WS',
    onFunction('CONCAT_WS', () => undefined),
  ),
  fault(
    'cesql.fn.arg-cast/upper',
    'leaves the argument of UPPER as it is where that is no String',
    onFunction('UPPER', (definition) => ({
      ...definition,
      parameters: ['any'],
      call: ([x = '']) => (typeof x === 'string' ? definition.call([x]) : String(x)),
    })),
  ),
  fault(
    'cesql.fn.arg-cast/left',
    'fails where the count of LEFT is a String',
    onFunction('LEFT', (definition) => ({
      ...definition,
      parameters: ['string', 'any'],
      call: ([x = '', y = 0]) =>
        typeof y === 'string' ? failure('', 'functionEvaluation', 'no count') : definition.call([x, Number(y)]),
    })),
  ),
  fault(
    'cesql.fn.missing/more',
    'ignores arguments that a built-in function does not have',
    onSemantics(({ dispatch, functions }) => ({
      dispatch: (tables, name, arity) => {
        const [first] = functions.get(name.toUpperCase()) ?? [];
        return dispatch(tables, name, arity) ?? (first && arity > first.parameters.length ? first : undefined);
      },
    })),
  ),
  fault(
    'cesql.fn.missing/string',
    'gives the empty string for a call of a function that it does not have',
    onSemantics(() => ({ missingFunction: (name) => failure('', 'missingFunction', name) })),
  ),
  fault('cesql.fn.user/none', 'has no functions of the user', { engine: { functions: () => new Map() } }),
  fault('cesql.fn.overload/second-lost', 'loses the second definition of a name where there are three', {
    engine: {
      functions: (table) =>
        new Map(
          [...table].map(([name, definitions]) => [
            name,
            definitions.length < 3 ? definitions : definitions.filter((_, index) => index !== 1),
          ]),
        ),
    },
  }),
  fault('cesql.fn.overload-bad/taken', 'takes a variadic definition beside one of as many arguments', {
    engine: {
      functions: (table) => new Map([...table, [CLASHING.name, [...(table.get(CLASHING.name) ?? []), CLASHING]]]),
    },
  }),
  fault(
    'cesql.fn.user-error/forgotten',
    "tells no error where a function of the user's fails",
    onSemantics(() => ({ functionFailure: (_, zero) => zero })),
  ),
];
