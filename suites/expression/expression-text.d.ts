import type { ExpressionSource } from './types.js';
/** The text of an expression, as long as it is. */
export declare function expressionText(source: ExpressionSource): string;
