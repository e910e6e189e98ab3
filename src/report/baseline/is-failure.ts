import type { CaseReport } from '../types.js';

/** Whether a case counts against its rule. */
export const isFailure = ({ status }: CaseReport): boolean => status === 'fail' || status === 'timeout';
