// Smaller values, the smallest first. Every one is strictly simpler than what it is made of, so that shrinking ends.
import type { AttributeValue, EventData, JsonValue } from '../../event/types.js';

/** Strings longer than this are not tried character by character. */
const LONGEST = 40;

/** The plainest text: whoever reads it sees at once that it does not matter. */
const PLAIN = 'a';

/** Simpler strings: plain, cut at either end, by halves and then by one; then with letters for what need not be there. */
export function* smallerText(text: string): Generator<string> {
  if (text === PLAIN || text === '') return;
  yield PLAIN;
  yield '';
  const points = Array.from(text);
  const filled = PLAIN.repeat(points.length);
  if (filled !== text) yield filled;
  for (let cut = Math.ceil(points.length / 2); cut >= 1; cut = Math.floor(cut / 2)) {
    yield points.slice(0, points.length - cut).join('');
    yield points.slice(cut).join('');
  }
  if (points.length > LONGEST) return;
  for (const at of points.keys()) yield points.toSpliced(at, 1).join('');
  for (const [at, point] of points.entries()) if (point !== 'a') yield points.with(at, 'a').join('');
}

/** Smaller values of the same type. */
export function* smallerValue(value: AttributeValue): Generator<AttributeValue> {
  switch (typeof value) {
    case 'string':
      yield* smallerText(value);
      return;
    case 'number':
      yield* smallerNumber(value);
      return;
    case 'boolean':
      if (value) yield false;
  }
}

/** Whole numbers that are nearer to zero. */
function* smallerNumber(value: number): Generator<number> {
  if (value === 0) return;
  yield 0;
  if (value < 0 && -value <= 2_147_483_647) yield -value;
  // By half, by a quarter, … by one: of a large double, one less is the same.
  for (let cut = Math.trunc(value / 2); value - cut !== value; cut = Math.trunc(cut / 2)) yield value - cut;
}

/** Smaller data of the same kind. */
export function* smallerData(data: EventData): Generator<EventData> {
  if (data.kind === 'json' && (typeof data.value !== 'object' || data.value === null))
    yield { kind: 'json', value: {} };
  switch (data.kind) {
    case 'text':
      for (const text of smallerText(data.text)) yield { kind: 'text', text };
      return;
    case 'binary':
      for (const bytes of smallerBytes(data.bytes)) yield { kind: 'binary', bytes };
      return;
    case 'json':
      for (const value of smallerJson(data.value)) yield { kind: 'json', value };
  }
}

/** Lengths that are tried at once: what depends on the length depends on a remainder of it. */
const SHORT = 6;

// No byte at all is more special than one.
function* smallerBytes(bytes: Uint8Array): Generator<Uint8Array> {
  if (bytes.length === 0) yield new Uint8Array(1);
  for (let length = 1; length <= Math.min(SHORT, bytes.length - 1); length++) yield new Uint8Array(length);
  // The shortest that is no text.
  if (bytes.length > 1) yield Uint8Array.of(0xff);
  for (const cut of [2, 3]) if (bytes.length > SHORT + cut) yield bytes.slice(0, bytes.length - cut);
  for (let cut = Math.ceil(bytes.length / 2); cut >= 1; cut = Math.floor(cut / 2)) {
    if (cut < bytes.length) yield bytes.slice(0, bytes.length - cut);
    if (cut < bytes.length) yield bytes.slice(cut);
  }
  if (bytes.some((byte) => byte !== 0)) yield new Uint8Array(bytes.length);
}

/** The plainest value that is neither text nor nothing. */
const isPlainJson = (value: JsonValue): boolean => JSON.stringify(value) === '{}';

/** Smaller JSON values: what is inside, then with a part left out, then with a smaller part. */
export function* smallerJson(value: JsonValue): Generator<JsonValue> {
  if (typeof value === 'string') {
    yield* smallerText(value);
    return;
  }
  if (typeof value === 'number') {
    if (Number.isInteger(value)) yield* smallerNumber(value);
    else if (Number.isFinite(value)) yield Math.trunc(value);
    return;
  }
  if (value === true) yield false;
  if (typeof value !== 'object' || value === null || isPlainJson(value)) return;
  yield {};
  const entries: readonly (readonly [string, JsonValue])[] = Object.entries(value);
  const rebuilt = (kept: readonly (readonly [string, JsonValue])[]): JsonValue =>
    Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
  if (entries.length > 2) {
    const middle = Math.ceil(entries.length / 2);
    yield rebuilt(entries.slice(0, middle));
    yield rebuilt(entries.slice(middle));
  }
  for (const [, item] of entries.slice(0, LONGEST)) yield item;
  for (const at of entries.slice(0, LONGEST).keys()) yield rebuilt(entries.toSpliced(at, 1));
  for (const [at, [name, item]] of entries.slice(0, LONGEST).entries())
    for (const smaller of smallerJson(item)) yield rebuilt(entries.with(at, [name, smaller]));
}
