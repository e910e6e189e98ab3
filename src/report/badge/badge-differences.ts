// Where a badge is not the one that its report gives.
import { isDeepStrictEqual } from 'node:util';

export interface BadgeDifference {
  /** The member, such as `color` or `ceConform.report`; `picture` for an SVG whose metadata alone is right. */
  readonly member: string;
  /** Absent where the badge, or the report, says nothing of it. */
  readonly badge?: unknown;
  readonly report?: unknown;
}

type Members = { readonly [name: string]: unknown };

/** Every member that differs, those in `ceConform` one by one, in the order of what was expected. */
export function badgeDifferences(found: Members, expected: Members): readonly BadgeDifference[] {
  const { ceConform: foundProof, ...foundFace } = found;
  const { ceConform: expectedProof, ...expectedFace } = expected;
  return [
    ...differing(foundFace, expectedFace, ''),
    ...differing(membersOf(foundProof), membersOf(expectedProof), 'ceConform.'),
  ];
}

const membersOf = (value: unknown): Members => (typeof value === 'object' && value !== null ? { ...value } : {});

const differing = (found: Members, expected: Members, prefix: string): readonly BadgeDifference[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((name) => !isDeepStrictEqual(own(found, name), own(expected, name)))
    .map((name) => ({
      member: prefix + name,
      ...(Object.hasOwn(found, name) ? { badge: found[name] } : {}),
      ...(Object.hasOwn(expected, name) ? { report: expected[name] } : {}),
    }));

const own = (members: Members, name: string): unknown => (Object.hasOwn(members, name) ? members[name] : undefined);
