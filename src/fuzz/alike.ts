// Whether a smaller trial still shows what a trial showed, and not something else.
import { generalName, type Symptom } from './symptom.js';

/** Alike: of one class, over one message form, with the same detail, and about no attribute that was not concerned before. */
export function isAlike(before: Symptom, now: Symptom | undefined): now is Symptom {
  if (now === undefined || now.class !== before.class || now.way !== before.way) return false;
  // Whose event turns up, and in which attribute, is by chance.
  if (now.class === 'leaked') return true;
  if (detailOf(now) !== detailOf(before)) return false;
  const concerned = new Set(before.names.map(generalName));
  return now.names.every((name) => concerned.has(generalName(name)));
}

/** Of an expression the first word is the rule of what differs, which a part of it may tell better. */
const detailOf = ({ way, class: kind, detail }: Symptom): string =>
  way === 'evaluate' && kind === 'altered' ? detail.slice(detail.indexOf(' ')) : detail;

/** The symptom among these that is alike. */
export const alikeAmong = (before: Symptom, all: readonly Symptom[]): Symptom | undefined =>
  all.find((one) => isAlike(before, one));
