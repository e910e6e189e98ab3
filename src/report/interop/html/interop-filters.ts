import { filterForm } from '../../page/filters.js';
import type { Html } from '../../page/html.js';
import { LEGEND, MODE_TITLES } from '../marks.js';
import type { CellOutcome, Interop } from '../types.js';

/** Every choice that makes a difference here. The script knows the choice of a column by the name `subject`. */
export function interopFilters({ modes, subjects }: Interop): Html {
  const outcomes = new Set(
    modes.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ outcome }) => outcome))),
  );
  const encoders = new Set(modes.flatMap(({ rows }) => rows.map(({ encoder }) => encoder)));
  return filterForm(
    [
      { name: 'mode', label: 'Mode', any: 'All modes', options: modes.map(({ mode }) => [mode, MODE_TITLES[mode]]) },
      { name: 'encoder', label: 'Encoder', any: 'All encoders', options: [...encoders].map((id) => [id, id]) },
      {
        name: 'outcome',
        label: 'Outcome',
        any: 'Any outcome',
        options: (Object.keys(LEGEND) as CellOutcome[]).filter((one) => outcomes.has(one)).map((one) => [one, one]),
      },
      { name: 'subject', label: 'Decoder', any: 'All decoders', options: subjects.map(({ id }) => [id, id]) },
    ],
    'encoder, event, attribute, value',
  );
}
