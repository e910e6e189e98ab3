// What a reader is told, and in which order: the gravest first. Each change of a case stands in one section.
import type { Level } from '../../engine/requirement.js';
import { groups } from '../text/sections.js';
import type { Outcome } from '../text/style.js';
import { isRegression } from './build-diff.js';
import { standingOf } from './transition.js';
import type { CaseChange, Diff, RequirementChange } from './types.js';

export interface Section {
  readonly title: string;
  /** What it says of the target, in one sentence. */
  readonly meaning: string;
  /** Whose colour and mark it has. */
  readonly look: Outcome;
  /** `open`: a reader has to see it at once. `brief`: a reader rarely needs more than the numbers. */
  readonly weight: 'open' | 'folded' | 'brief';
  readonly cases: number;
  readonly rows: readonly Row[];
}

/** The changes of one requirement in a section. */
export interface Row {
  readonly id: string;
  readonly level: Level;
  readonly href?: string;
  readonly rule?: string;
  /** Its outcome before and after, where that is another one. */
  readonly outcome?: string;
  /** `pass → fail`, with their cases, the most frequent first. */
  readonly moves: readonly { readonly move: string; readonly cases: number }[];
  readonly cases: number;
  /** The first case, and what is said of it. */
  readonly example: CaseChange;
  /** What of the cases is not what it was. */
  readonly revised: readonly string[];
}

type Kind = Pick<Section, 'title' | 'meaning' | 'look' | 'weight'> & {
  readonly takes: (change: CaseChange) => boolean;
};

/** The first that takes a change has it. */
const KINDS: readonly Kind[] = [
  {
    title: 'Regressed',
    meaning: 'a rule that was seen to hold is seen to be broken',
    look: 'failed',
    weight: 'open',
    takes: isRegression,
  },
  {
    title: 'Regressed, and so did the case',
    meaning: 'it passed and does not pass now, but the case itself is another one: the suite may be the cause',
    look: 'open',
    weight: 'open',
    takes: ({ change, counts }) => change === 'regressed' && counts,
  },
  {
    title: 'No longer shown',
    meaning: 'it was seen to hold, and nothing shows now that it does',
    look: 'open',
    weight: 'open',
    takes: ({ change, counts }) => change === 'lost' && counts,
  },
  {
    title: 'Newly seen to break',
    meaning: 'it is broken, and the old report did not show whether it was',
    look: 'failed',
    weight: 'folded',
    takes: ({ change }) => change === 'appeared',
  },
  {
    title: 'Worse where no MUST is at stake',
    meaning: 'it passed and does not now, which decides no verdict',
    look: 'warned',
    weight: 'folded',
    takes: ({ change }) => change === 'regressed' || change === 'lost',
  },
  {
    title: 'Broken in cases that are new',
    meaning: 'the old report was not asked this',
    look: 'warned',
    weight: 'folded',
    takes: (one) => one.change === 'added' && standingOf(one.new) === 'broken',
  },
  {
    title: 'Fixed',
    meaning: 'it was seen to be broken, and is seen to hold',
    look: 'verified',
    weight: 'folded',
    takes: ({ change }) => change === 'fixed',
  },
  {
    title: 'Newly shown',
    meaning: 'it is seen to hold, and the old report did not show whether it did',
    look: 'verified',
    weight: 'folded',
    takes: ({ change }) => change === 'shown',
  },
  {
    title: 'No longer seen to break',
    meaning: 'it was broken, and nothing shows now that it is fixed',
    look: 'open',
    weight: 'folded',
    takes: ({ change }) => change === 'hidden',
  },
  {
    title: 'Changed, and still undecided or broken',
    meaning: 'the status is another one, and says no more than before',
    look: 'observed',
    weight: 'brief',
    takes: ({ change }) => change === 'changed',
  },
  {
    title: 'Added',
    meaning: 'the old report has no such case',
    look: 'observed',
    weight: 'brief',
    takes: ({ change }) => change === 'added',
  },
  {
    title: 'Removed',
    meaning: 'the new report has no such case',
    look: 'observed',
    weight: 'brief',
    takes: ({ change }) => change === 'removed',
  },
];

/** The sections that have something to tell. */
export function sectionsOf({ cases, requirements }: Diff): readonly Section[] {
  const known = new Map(requirements.map((one) => [one.id, one]));
  const members = new Map<Kind, CaseChange[]>();
  for (const one of cases) {
    const kind = KINDS.find(({ takes }) => takes(one));
    if (kind === undefined) continue;
    const list = members.get(kind);
    if (list === undefined) members.set(kind, [one]);
    else list.push(one);
  }
  return KINDS.flatMap((kind): readonly Section[] => {
    const list = members.get(kind) ?? [];
    if (list.length === 0) return [];
    const { takes: _, ...rest } = kind;
    const rows = groups(list, ({ requirement }) => requirement).map(([id, group]) => rowOf(id, group, known.get(id)));
    return [{ ...rest, cases: list.length, rows: rows.toSorted(byLevel) }];
  });
}

function rowOf(id: string, cases: readonly CaseChange[], requirement: RequirementChange | undefined): Row {
  const [example = NOTHING] = cases;
  return {
    id,
    level: LEVELS.find((level) => cases.some((one) => one.level === level)) ?? 'info',
    ...(requirement?.href === undefined ? {} : { href: requirement.href }),
    ...(requirement?.rule === undefined ? {} : { rule: requirement.rule }),
    ...(requirement === undefined || requirement.old === requirement.new
      ? {}
      : { outcome: `${requirement.old ?? ABSENT} → ${requirement.new ?? ABSENT}` }),
    moves: groups(cases, moveOf)
      .map(([move, members]) => ({ move, cases: members.length }))
      .toSorted((a, b) => b.cases - a.cases),
    cases: cases.length,
    example,
    revised: [...new Set(cases.flatMap(({ revised = [] }) => revised))],
  };
}

const LEVELS: readonly Level[] = ['must', 'should', 'may', 'info'];

const byLevel = (a: Row, b: Row): number => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);

const ABSENT = 'not asked';

const WHY_ABSENT = { suite: 'not in the suite', selection: 'not selected', target: ABSENT } as const;

function moveOf({ old, new: now, absence = 'target' }: CaseChange): string {
  return `${old ?? WHY_ABSENT[absence]} → ${now ?? WHY_ABSENT[absence]}`;
}

/** `pass → fail (3), pass → timeout (1)`; a number where there is more than one. */
export const movesOf = ({ moves }: Row): string =>
  moves.map(({ move, cases }) => `${move}${moves.length === 1 ? '' : ` (${cases})`}`).join(', ');

// A group is never empty.
const NOTHING: CaseChange = { id: '', requirement: '', level: 'info', change: 'changed', counts: false };
