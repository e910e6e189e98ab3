// LIKE (section 3.4.3). A pattern is cut at its percent signs; each piece is found at the first place it can be, so
// nothing is ever tried twice. Characters are code points (position A70).

/** What has to stand together: a text, or code points of which some can be any. */
type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'points'; readonly points: number[] };

const EMPTY: Piece = { kind: 'text', text: '' };

/** The code point of `_`, which is any. */
const ANY = -1;

const [PERCENT, UNDERSCORE, BACKSLASH] = [0x25, 0x5f, 0x5c];

/**
 * Whether a whole value matches a pattern, as a function of the value. A backslash before `%` or `_` makes it stand for
 * itself; before anything else, and at the end, it is itself (position A69).
 */
export function likeMatcher(pattern: string): (value: string) => boolean {
  const [first = EMPTY, ...others] = piecesOf(pattern);
  const last = others.pop();
  if (last === undefined) return (value) => endOf(first, value, 0) === value.length;
  const between = others.filter((piece) => !isEmpty(piece));
  return (value) => {
    let at = endOf(first, value, 0);
    if (at === -1) return false;
    for (const piece of between) {
      at = find(piece, value, at);
      if (at === -1) return false;
    }
    const tail = startOfTail(last, value);
    return tail >= at && endOf(last, value, tail) === value.length;
  };
}

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let points: number[] = [];
  for (let index = 0; index < pattern.length; ) {
    const point = pattern.codePointAt(index) ?? 0;
    index += widthOf(point);
    const next = pattern.charCodeAt(index);
    if (point === BACKSLASH && (next === PERCENT || next === UNDERSCORE)) {
      points.push(next);
      index++;
    } else if (point === PERCENT) {
      pieces.push(toPiece(points));
      points = [];
    } else points.push(point === UNDERSCORE ? ANY : point);
  }
  return [...pieces, toPiece(points)];
}

function toPiece(points: number[]): Piece {
  // Half a surrogate pair is a character of its own, which a search for text would find inside a pair.
  if (points.some((point) => point === ANY || (point >= 0xd800 && point <= 0xdfff))) return { kind: 'points', points };
  return { kind: 'text', text: points.map((point) => String.fromCodePoint(point)).join('') };
}

const isEmpty = (piece: Piece): boolean => piece.kind === 'text' && piece.text === '';

const widthOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** Where a piece ends that stands at an offset of a value, or -1 if it does not. */
function endOf(piece: Piece, value: string, offset: number): number {
  if (piece.kind === 'text') return value.startsWith(piece.text, offset) ? offset + piece.text.length : -1;
  let at = offset;
  for (const wanted of piece.points) {
    const point = value.codePointAt(at);
    if (point === undefined || (wanted !== ANY && point !== wanted)) return -1;
    at += widthOf(point);
  }
  return at;
}

/** Where a piece ends at the first place it stands, from an offset on, or -1. */
function find(piece: Piece, value: string, offset: number): number {
  if (piece.kind === 'text') {
    const at = value.indexOf(piece.text, offset);
    return at === -1 ? -1 : at + piece.text.length;
  }
  for (let at = offset; at < value.length; at += widthOf(value.codePointAt(at) ?? 0)) {
    const end = endOf(piece, value, at);
    if (end !== -1) return end;
  }
  return -1;
}

/** Where a piece has to begin to end with the value; below 0 if the value is too short. */
function startOfTail(piece: Piece, value: string): number {
  if (piece.kind === 'text') return value.length - piece.text.length;
  let at = value.length;
  for (let count = piece.points.length; count > 0; count--) {
    if (at === 0) return -1;
    at -= isPairBefore(value, at) ? 2 : 1;
  }
  return at;
}

function isPairBefore(value: string, at: number): boolean {
  return at >= 2 && (value.codePointAt(at - 2) ?? 0) > 0xffff;
}
