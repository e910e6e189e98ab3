/** What becomes of the value once an error is met (CESQL 1.0.0, 4.1, which binds nobody). */
export const ERROR_MODES = ['complete', 'fail-fast', 'operator'] as const;
export type ErrorMode = (typeof ERROR_MODES)[number];
