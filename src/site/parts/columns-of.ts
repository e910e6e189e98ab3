import { sortReports } from '../../report/matrix/subjects.js';
import type { Sdk } from '../data/types.js';
import type { Column } from '../types.js';
import { languageName } from './language.js';

/** The SDKs in the order in which a matrix of their newest versions has them. */
export function columnsOf(sdks: readonly Sdk[]): readonly Column[] {
  const ordered = sortReports(sdks.map(({ newest }) => newest.excerpt)).flatMap((excerpt) =>
    sdks.filter(({ newest }) => newest.excerpt === excerpt),
  );
  const languages = ordered.map(({ newest }) => newest.excerpt.target.language);
  return ordered.map((sdk, index) => {
    const language = languages[index];
    const isAlone = language !== undefined && languages.filter((one) => one === language).length === 1;
    return { sdk, label: isAlone ? languageName(language) : sdk.entry.id };
  });
}
