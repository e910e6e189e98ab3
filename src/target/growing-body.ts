// Collects a body up to a limit. A body in one piece, the usual case, is not copied; one in a million pieces of one byte
// costs its bytes and not a million objects.

export interface GrowingBody {
  /** Holds the body in its first `length` bytes. */
  bytes: Buffer;
  length: number;
  owned: boolean;
}

const NOTHING = Buffer.alloc(0);

export function emptyBody(): GrowingBody {
  return { bytes: NOTHING, length: 0, owned: false };
}

/** Adds bytes; gives true when the body had to be cut at `limit` bytes. */
export function appendBody(body: GrowingBody, bytes: Buffer, limit: number): boolean {
  const kept = Math.min(bytes.length, limit - body.length);
  if (kept === 0) return bytes.length > 0;
  if (body.length === 0) {
    body.bytes = kept === bytes.length ? bytes : bytes.subarray(0, kept);
  } else {
    reserve(body, body.length + kept);
    bytes.copy(body.bytes, body.length, 0, kept);
  }
  body.length += kept;
  return kept < bytes.length;
}

/** The body so far. Nothing may be added afterwards. */
export function bytesOf(body: GrowingBody): Buffer {
  return body.bytes.length === body.length ? body.bytes : body.bytes.subarray(0, body.length);
}

function reserve(body: GrowingBody, length: number): void {
  if (body.owned && length <= body.bytes.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(length, body.length * 2));
  body.bytes.copy(larger, 0, 0, body.length);
  body.bytes = larger;
  body.owned = true;
}
