import type { CaseReport } from '../types.js';

/** Whether a case ran its course and showed neither that its rule is kept nor that it is broken. An entry may name it. */
export const isUndecided = ({ status }: CaseReport): boolean => status === 'inconclusive' || status === 'blocked';
