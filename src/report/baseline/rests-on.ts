import type { Suite } from '../../engine/suite.js';

/** The cases that a case rests on: what it requires, and its twin. */
export function restsOn(suite: Suite): (id: string) => readonly string[] {
  const known = new Map(
    suite.cases.map(({ id, requires, twin }) => [
      id,
      [...requires.map((prerequisite) => prerequisite.id), ...(twin === undefined ? [] : [twin])],
    ]),
  );
  return (id) => known.get(id) ?? [];
}
