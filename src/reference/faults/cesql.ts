import type { Fault } from '../fault.js';
import { ARITHMETIC_FAULTS } from './cesql/arithmetic.js';
import { ATTRIBUTE_FAULTS } from './cesql/attributes.js';
import { BUILT_IN_FAULTS } from './cesql/built-ins.js';
import { CAST_FAULTS } from './cesql/casts.js';
import { COMPARISON_FAULTS } from './cesql/comparison.js';
import { ERROR_FAULTS } from './cesql/errors.js';
import { FILTER_FAULTS } from './cesql/filter.js';
import { FUNCTION_FAULTS } from './cesql/functions.js';
import { GRAMMAR_FAULTS } from './cesql/grammar.js';
import { IDENTIFIER_FAULTS, LEXICAL_FAULTS } from './cesql/lexical.js';
import { LIKE_FAULTS } from './cesql/like.js';
import { LOGIC_FAULTS } from './cesql/logic.js';
import { MISSING_FAULTS } from './cesql/missing.js';
import { PRECEDENCE_FAULTS } from './cesql/precedence.js';
import { SET_FAULTS } from './cesql/sets.js';

/** Faults for what engines must do by the cesql document, and for filters that rest on them. */
export const CESQL_FAULTS: readonly Fault[] = [
  ...LEXICAL_FAULTS,
  ...IDENTIFIER_FAULTS,
  ...GRAMMAR_FAULTS,
  ...ATTRIBUTE_FAULTS,
  ...MISSING_FAULTS,
  ...ERROR_FAULTS,
  ...LOGIC_FAULTS,
  ...ARITHMETIC_FAULTS,
  ...COMPARISON_FAULTS,
  ...LIKE_FAULTS,
  ...SET_FAULTS,
  ...PRECEDENCE_FAULTS,
  ...FUNCTION_FAULTS,
  ...BUILT_IN_FAULTS,
  ...CAST_FAULTS,
  ...FILTER_FAULTS,
];
