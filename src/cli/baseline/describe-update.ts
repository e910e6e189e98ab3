// What became of a baseline, for its owner: nothing goes or comes in silence.
import { count } from '../../report/text/layout.js';
import { safe } from '../../report/text/safe.js';
import { NO_REASON } from './first-flaw.js';
import type { UpdatedBaseline } from './update-baseline.js';

/** Longest text of an entry in a line, in characters. */
const MOST = 200;

export function describeUpdate(path: string, updated: UpdatedBaseline): readonly string[] {
  const { added, undecided, removed, expired, kept, waiting } = updated;
  const open = undecided.length === 0 ? '' : `, ${undecided.length} of them undecided`;
  return [
    `${path}: ${added.length + undecided.length} added${open}, ${kept} kept, ${removed.length} removed`,
    ...added.map((one) => `  added    ${one.case} (fingerprint ${one.fingerprint})`),
    ...undecided.map((id) => `  added    ${id} (undecided)`),
    ...removed.map(
      ({ entry, message }) =>
        `  removed  ${safe(entry.case, MOST)}, line ${entry.line} before: ${safe(message, MOST)}; its reason was: ${safe(entry.reason, MOST)}`,
    ),
    ...expired.map(({ entry, message }) => `  kept     ${safe(entry.case, MOST)}, though it ${safe(message, MOST)}`),
    ...(waiting === 0
      ? []
      : [
          `${count(waiting, 'entry has', 'entries have')} no reason yet: write it in place of ${NO_REASON}, or the file is refused`,
        ]),
  ];
}
