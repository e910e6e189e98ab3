// What goes wrong where an expression decides what passes (section 1.2).
import { type Fault, fault } from '../../fault.js';

export const FILTER_FAULTS: readonly Fault[] = [
  fault('cesql.filter.bool/truth', 'lets events pass for any value that counts as true in JavaScript', {
    passes: ({ value, errors }, isPassed) => isPassed || (errors.length === 0 && Boolean(value)),
  }),
  fault('cesql.filter.bool/word', 'lets events pass for the string of true', {
    passes: ({ value, errors }, isPassed) => isPassed || (errors.length === 0 && value === 'true'),
  }),
  fault('cesql.filter.bool/integers', 'lets events pass for the Integer 0, which is no Boolean false', {
    passes: ({ value, errors }, isPassed) => isPassed || (errors.length === 0 && value === 0),
  }),
  fault('cesql.filter.error/open', 'lets events pass where an expression fails', {
    passes: ({ errors }, isPassed) => isPassed || errors.length > 0,
  }),
  fault('cesql.filter.error/missing', 'lets events pass that lack an attribute of the expression', {
    passes: ({ errors }, isPassed) => isPassed || errors.includes('missingAttribute'),
  }),
];
