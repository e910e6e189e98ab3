// The requirements of a report as the tables of contents of their documents: sections in the order of the text.
import { sectionLink } from '../../../suites/links.js';
import type { Registry } from '../../../suites/registry.js';
import type { SpecVersion } from '../../event/types.js';
import { groups } from '../text/sections.js';
import type { Report, RequirementReport } from '../types.js';

export interface DocumentOutline {
  /** As a report names it: `http`. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly SectionOutline[];
}

export interface SectionOutline {
  /** Document and number, or document and words: `http/3.1.3.2`, `core/type-system`. */
  readonly id: string;
  readonly title: string;
  /** Where it stands in the specification; absent where the registry knows none of its requirements. */
  readonly href?: string;
  readonly requirements: readonly RequirementReport[];
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Documents in the order of the registry, those that it does not know behind them. */
export function outlineOf(
  { requirements, suite }: Pick<Report, 'requirements' | 'suite'>,
  registry: Registry,
): readonly DocumentOutline[] {
  const spec = suite.specVersion === 'main' ? 'main' : '1.0.2';
  const known: readonly string[] = [...registry.documents.keys()];
  const place = (id: string): number => (known.includes(id) ? known.indexOf(id) : known.length);
  return groups(requirements, ({ id, document }) => document ?? id.split('.')[0] ?? '')
    .map(([id, members]) => ({ id, title: titleOf(id, registry), sections: sectionsOf(id, members, spec, registry) }))
    .toSorted((a, b) => place(a.id) - place(b.id));
}

const titleOf = (id: string, { documents }: Registry): string =>
  [...documents.values()].find(({ document }) => document === id)?.title ?? id;

function sectionsOf(
  document: string,
  members: readonly RequirementReport[],
  spec: SpecVersion,
  registry: Registry,
): readonly SectionOutline[] {
  return groups(members, ({ section }) => section ?? 'Other')
    .map(([title, requirements]) => ({
      section: { id: `${document}/${slug(title)}`, title, ...link(requirements, spec, registry), requirements },
      line: lineOf(requirements, spec, registry),
    }))
    .toSorted((a, b) =>
      isNumbered(a.section) && isNumbered(b.section)
        ? byNumber.compare(a.section.title, b.section.title)
        : a.line - b.line,
    )
    .map(({ section }) => section);
}

function link(
  requirements: readonly RequirementReport[],
  spec: SpecVersion,
  registry: Registry,
): { readonly href?: string } {
  const known = requirements.flatMap(({ id }) => registry.requirements.get(id) ?? []);
  const best = known.find(({ section }) => section[spec] !== undefined) ?? known[0];
  return best === undefined ? {} : { href: sectionLink(best, spec, registry) };
}

/** The first line of the section that the index of statements knows. A section without any comes last. */
function lineOf(
  requirements: readonly RequirementReport[],
  spec: SpecVersion,
  { statements, requirements: known }: Registry,
): number {
  const anchors = new Set(
    requirements.flatMap(({ id }) => {
      const section = known.get(id)?.section[spec];
      return section === undefined ? [] : [`${section.document}/${section.anchor}`];
    }),
  );
  const found = statements[spec].find(({ id, section }) => anchors.has(`${id.split('/')[0]}/${section}`));
  return found?.line ?? Number.MAX_SAFE_INTEGER;
}

const isNumbered = ({ title }: { readonly title: string }): boolean => /^\d/.test(title);

/** The number of a section, where it has one; else its words. */
const slug = (title: string): string =>
  /^\d+(?:\.\d+)*/.exec(title)?.[0] ??
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
