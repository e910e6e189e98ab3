/**
 * Levels of arrays and objects that a report has at most: what an adapter may answer has a thousand, and stands some levels deep in
 * the report. No stack overflows on it, whatever a renderer does.
 */
export const MOST_REPORT_LEVELS = 1100;

/** Whether arrays and objects are nested in each other more than so many times. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  // No list of members is made of an array, of which a report has very many.
  if (Array.isArray(value)) return value.some((item) => nestsDeeper(item, levels - 1));
  return Object.values(value).some((member) => nestsDeeper(member, levels - 1));
}
