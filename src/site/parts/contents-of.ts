// The table of contents of the specification, as far as there are requirements: by the lines on which statements stand.
import { sectionLink } from '../../../suites/links.js';
import type { Registry } from '../../../suites/registry.js';
import type { Requirement, Section } from '../../engine/requirement.js';
import { groups } from '../../report/text/sections.js';

export interface DocumentContents {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly SectionContents[];
}

export interface SectionContents {
  readonly title: string;
  readonly url?: string;
  readonly requirements: readonly Requirement[];
}

const natural = new Intl.Collator('en', { numeric: true });

/** Documents in the order of the registry; sections by number, else by place; requirements in the order of the registry. */
export function contentsOf(registry: Registry): readonly DocumentContents[] {
  const byDocument = new Map(groups([...registry.requirements.values()], (one) => sectionOf(one)?.document ?? 'core'));
  return [...registry.documents.values()].flatMap(({ document, title }) => {
    const own = byDocument.get(document);
    if (own === undefined) return [];
    const line = linesOf(registry, document);
    const sections = groups(own, (one) => sectionOf(one)?.title ?? 'Elsewhere')
      .map(([name, requirements]) => ({ name, requirements, line: line(requirements) }))
      .toSorted((a, b) =>
        isNumbered(a.name) && isNumbered(b.name) ? natural.compare(a.name, b.name) : a.line - b.line,
      );
    return [
      {
        id: document,
        title,
        sections: sections.map(({ name, requirements }) => ({
          title: name,
          ...urlOf(requirements, registry),
          requirements,
        })),
      },
    ];
  });
}

const sectionOf = ({ section }: Requirement): Section | undefined => section['1.0.2'] ?? section.main;

const isNumbered = (title: string): boolean => /^\d/.test(title);

function urlOf([first]: readonly Requirement[], registry: Registry): { readonly url?: string } {
  return first === undefined ? {} : { url: sectionLink(first, '1.0.2', registry) };
}

/** The first line of the section that holds the requirements; those without a statement in it come last. */
function linesOf({ statements }: Registry, document: string): (requirements: readonly Requirement[]) => number {
  const first = new Map<string, number>();
  for (const { id, line } of [...statements['1.0.2'], ...statements.main]) {
    const [where = '', anchor = ''] = id.split('/');
    if (where === document && !first.has(anchor)) first.set(anchor, line);
  }
  return (requirements) =>
    Math.min(...requirements.map((one) => first.get(sectionOf(one)?.anchor ?? '') ?? Number.POSITIVE_INFINITY));
}
