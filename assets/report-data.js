// @ts-check
// The cases. They stand in the page compressed, and are unpacked when they are asked for: all of them as an index, the
// rest requirement by requirement.

/**
 * @typedef {{ id: string, title: string, status: string, message: string, text: string, row: number, nth: number }} Entry
 * @typedef {{ text: string } | { base64: string }} ByteString
 * @typedef {{
 *   level: string, diff?: [side: number, line: string][], expected?: unknown, actual?: unknown, positions: string[],
 *   twin?: string, captured?: number, unscored?: true, uncounted?: true, sent?: any[], received?: any[], fence?: string,
 *   stderr?: string, ms?: number, rerun: string, unkept?: true,
 * }} Detail
 * @typedef {{ rows: Entry[][], byId: Map<string, Entry> }} Index
 */

/** @type {string[] | undefined} */
let packedLines;

/** @param {number} place counted from the end where it is negative */
async function unpack(place) {
  packedLines ??= (need('script.cases', HTMLScriptElement).textContent ?? '').split('\n');
  const bytes = Uint8Array.from(atob(packedLines.at(place) ?? ''), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

/** @type {Promise<Index> | undefined} */
let indexing;

/** @type {Index | undefined} */
let known;

/** Every case, by its id and by the row of its requirement. */
function loadIndex() {
  indexing ??= unpack(0).then(indexOf);
  return indexing;
}

/** @param {{ statuses: string[], cases: [id: string, title: string, status: number, message?: string][][] }} packed */
function indexOf({ statuses, cases }) {
  const rows = cases.map((group, row) =>
    group.map(([id, title, status, message = ''], nth) => {
      const word = statuses[status] ?? '';
      return { id, title, status: word, message, text: `${id}\n${title}\n${message}`.toLowerCase(), row, nth };
    }),
  );
  known = { rows, byId: new Map(rows.flat().map((one) => [one.id, one])) };
  return known;
}

/** @type {{ row: number, details: Promise<Detail[]> } | undefined} */
let latest;

/** What the index does not have of a case. @param {Entry} entry @returns {Promise<Detail | undefined>} */
async function loadCase({ row, nth }) {
  // The requirement that was looked at last: its neighbours come next.
  if (latest?.row !== row) latest = { row, details: unpack(row + 1) };
  return (await latest.details)[nth];
}

/** @type {Promise<any[]> | undefined} */
let capturing;

/** A message that was captured of a producer. @param {number} place */
async function loadCaptured(place) {
  capturing ??= unpack(-1);
  return (await capturing)[place];
}
