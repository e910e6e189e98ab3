// What goes wrong with EXISTS and IN (sections 3.4.4 and 3.4.5).
import type { InDefinition } from '../../../cesql/semantics.js';
import { type Fault, fault } from '../../fault.js';
import { onSemantics, onTree } from './change.js';

const onIn = (change: (definition: InDefinition) => Partial<InDefinition>): Pick<Fault, 'engine'> =>
  onSemantics((semantics) => ({ in: { ...semantics.in, ...change(semantics.in) } }));

export const SET_FAULTS: readonly Fault[] = [
  fault(
    'cesql.exists.required/specversion',
    'does not find specversion, which it keeps apart from other attributes',
    onSemantics(({ exists }) => ({ exists: (event, name) => name !== 'specversion' && exists(event, name) })),
  ),
  fault(
    'cesql.exists.optional/truth',
    'takes the truth of a value for its existence',
    onSemantics(({ attribute }) => ({ exists: (event, name) => Boolean(attribute(event, name)) })),
  ),
  fault(
    'cesql.in.match/padded',
    'finds a String in a set of Strings that differ in blanks at the end, as SQL does',
    onIn(({ equal }) => ({ equal: (x, y) => equal(x, typeof y === 'string' ? y.replace(/ +$/, '') : y) })),
  ),
  fault(
    'cesql.in.match/patterns',
    'takes the elements of a set for patterns of LIKE',
    onSemantics(({ in: definition, like }) => ({
      in: {
        ...definition,
        equal: (x, y) =>
          typeof y === 'string' && y.includes('%') ? like.matcher(y)(x) === true : definition.equal(x, y),
      },
    })),
  ),
  fault(
    'cesql.in.not/first',
    'asks NOT IN of the first element alone',
    onTree((node) => (node.kind === 'in' && node.negated ? { ...node, set: node.set.slice(0, 1) } : node)),
  ),
  fault(
    'cesql.in.cast/none',
    'compares elements without a cast',
    onIn(() => ({ element: (_, type) => type })),
  ),
  fault(
    'cesql.in.cast/as-strings',
    'compares the texts of elements',
    onIn(({ equal }) => ({
      element: () => 'string',
      equal: (x, y) => equal(String(x), y),
    })),
  ),
  fault(
    'cesql.in.expr/literals',
    'looks at the literals in a set, and at nothing else',
    onTree((node) => {
      const literals = node.kind === 'in' ? node.set.filter(({ kind }) => kind === 'literal') : [];
      if (node.kind !== 'in' || literals.length === node.set.length) return node;
      const none = { kind: 'literal', value: 'none', span: node.span } as const;
      return {
        ...node,
        operand: literals.length > 0 ? node.operand : { ...none, value: '' },
        set: literals.length > 0 ? literals : [none],
      };
    }),
  ),
];
