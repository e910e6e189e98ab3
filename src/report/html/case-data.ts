// The cases, packed: an index of all of them, then a line for each requirement. Whatever a target sent stands in here as
// base64 alone: nothing of it is ever read as HTML.
import { STATUSES } from '../../engine/judgement.js';
import { type Html, html } from '../page/html.js';
import type { CaseReport } from '../types.js';
import { diffLines } from './diff-lines.js';
import { pack } from './pack.js';
import type { Sheet } from './types.js';

/** What the page knows of every case: its id, its title, the place of its status, and its message. */
type Entry = readonly [id: string, title: string, status: number, message?: string];

/**
 * Lines of base64. The first is the index: the statuses, and for each requirement, in the order of the outline, its
 * cases. The others are the cases of each requirement in that order, and at the end what was captured.
 */
export function caseData(sheet: Sheet): Html {
  const { report, outline, view } = sheet;
  const rows = outline.flatMap(({ sections }) => sections.flatMap(({ requirements }) => requirements));
  const shown = new Set(rows.map(({ id }) => id));
  const strays = report.cases.filter(({ requirement }) => !shown.has(requirement));
  const groups = [...rows.map(({ id }) => view.casesOf.get(id) ?? []), strays];
  const lines = [
    pack({ statuses: STATUSES, cases: groups.map((group) => group.map(entry)) }),
    ...groups.map((group) => packAll(group.map((item) => packed(item, sheet)))),
    pack(report.capture?.messages ?? []),
  ];
  return html`<script type="text/plain" class="cases">${{ html: lines.join('\n') }}</script>`;
}

const entry = ({ id, title, status, message }: CaseReport): Entry => {
  const known = [id, title, STATUSES.indexOf(status)] as const;
  return message === undefined ? known : [...known, message];
};

/** Beside the index, all that the dialog shows. */
interface Packed {
  readonly [member: string]: unknown;
}

/** What a target nested deeper than the stack cannot be written: such a case is kept without its messages. */
function packAll(cases: readonly Packed[]): string {
  try {
    return pack(cases);
  } catch {
    return pack(
      cases.map((item) => (isWritable(item) ? item : { ...item, sent: undefined, received: undefined, unkept: true })),
    );
  }
}

function isWritable(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

/** A case as the dialog needs it: what the index does not have. */
function packed(item: CaseReport, { rerun }: Sheet): Packed {
  const { expected, actual, positions, level, twin, captured, unscored, uncounted, evidence, ms } = item;
  return {
    level,
    ...(expected === undefined || actual === undefined ? { expected, actual } : { diff: diffLines(expected, actual) }),
    positions,
    twin,
    captured,
    unscored,
    uncounted,
    ...(evidence === undefined
      ? {}
      : { sent: evidence.sent, received: evidence.received, fence: evidence.fence, stderr: evidence.stderr }),
    ...(ms === 0 ? {} : { ms }),
    rerun: rerun(item.id),
  };
}
