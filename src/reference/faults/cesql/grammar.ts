// What goes wrong with the form of expressions (sections 2.1 and 3.3).
import { type Fault, fault } from '../../fault.js';
import { onAnswer, readsAs, refuses } from './change.js';

export const GRAMMAR_FAULTS: readonly Fault[] = [
  fault(
    'cesql.parse.paren/closed-twice',
    'reads nothing behind an expression that is whole, so that it sees no parenthesis too many',
    readsAs((text) => text.replace(/\)$/, '')),
  ),
  fault(
    'cesql.parse.paren/left-open',
    'closes a parenthesis that is left open',
    readsAs((text) => `${text})`),
  ),
  fault(
    'cesql.parse.bad/last-comma',
    'takes a comma behind the last argument',
    readsAs((text) => text.replace(/,\s*\)/, ')')),
  ),
  fault(
    'cesql.parse.bad/nothing',
    'evaluates an empty expression to true',
    onAnswer((answer, text) => (text.trim() === '' ? { value: true, errors: [] } : answer)),
  ),
  fault(
    'cesql.parse.bad/two-equal-signs',
    'takes two equal signs for one',
    readsAs((text) => text.replaceAll('==', '=')),
  ),
  fault(
    'cesql.parse.nested/ten-levels',
    'refuses ten parentheses within each other',
    refuses((text) => /\({10}/.test(text)),
  ),
];
