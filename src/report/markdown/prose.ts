/** A sentence of ours as Markdown that reads as it is written. Foreign text belongs in a code span instead. */
export const prose = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
