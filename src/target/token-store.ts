// Holds messages until somebody asks for the token inside them, and finds them at once among thousands: each message is
// filed under every token it holds.
import { Buffer } from 'node:buffer';
import type { SinkMessage } from './types.js';

/** What tokens of the harness look like. */
const TOKEN = /^t[0-9a-z]{12}$/;
/** Every place where a token may begin, overlapping ones too: the letters before a token may look like one. */
const TOKENS = /(?=(t[0-9a-z]{12}))/g;
/** A message with more is searched instead of filed, so that a flood of look-alikes costs no memory. */
const MAX_TOKENS = 64;

/** A message in the store. `tokens` is undefined when it holds too many to file. */
export interface StoredMessage {
  readonly message: SinkMessage;
  readonly tokens: ReadonlySet<string> | undefined;
}

export interface TokenStore {
  /** Files a message; when the store is full, the oldest is dropped. */
  add(message: SinkMessage): StoredMessage;
  /** How many messages hold the token. */
  count(token: string): number;
  /** Takes the messages that hold the token, in order of arrival. */
  take(token: string): readonly SinkMessage[];
  /** How many messages were dropped so far. */
  readonly dropped: number;
}

/** Bytes of bodies and keys that a store holds by default. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A store of at most `capacity` messages, and at most `maxBytes` bytes of bodies and keys (one message may have more). */
export function createTokenStore(capacity: number, maxBytes: number = MAX_BYTES): TokenStore {
  const all = new Set<StoredMessage>();
  const unfiled = new Set<StoredMessage>();
  const filed = new Map<string, Set<StoredMessage>>();
  let dropped = 0;
  let bytes = 0;

  function remove(stored: StoredMessage): void {
    all.delete(stored);
    bytes -= sizeOf(stored.message);
    unfiled.delete(stored);
    for (const token of stored.tokens ?? []) {
      const same = filed.get(token);
      same?.delete(stored);
      if (same?.size === 0) filed.delete(token);
    }
  }

  function find(token: string): readonly StoredMessage[] {
    if (!TOKEN.test(token)) return [...all].filter((stored) => holdsToken(stored, token));
    const same = filed.get(token);
    if (unfiled.size === 0) return same === undefined ? [] : [...same];
    const searched = [...unfiled].filter((stored) => holdsToken(stored, token));
    if (same === undefined) return searched;
    const found = new Set([...same, ...searched]);
    return searched.length === 0 ? [...same] : [...all].filter((stored) => found.has(stored));
  }

  return {
    add(message) {
      const stored: StoredMessage = { message, tokens: tokensOf(message) };
      all.add(stored);
      bytes += sizeOf(message);
      if (stored.tokens === undefined) unfiled.add(stored);
      for (const token of stored.tokens ?? []) {
        const same = filed.get(token);
        if (same === undefined) filed.set(token, new Set([stored]));
        else same.add(stored);
      }
      for (const oldest of all) {
        if (oldest === stored || (all.size <= capacity && bytes <= maxBytes)) break;
        remove(oldest);
        dropped += 1;
      }
      return stored;
    },
    count(token) {
      return find(token).length;
    },
    take(token) {
      const found = find(token);
      for (const stored of found) remove(stored);
      return found.map((stored) => stored.message);
    },
    get dropped() {
      return dropped;
    },
  };
}

/** Whether a header value, the key or the body holds the token. */
export function holdsToken({ message, tokens }: StoredMessage, token: string): boolean {
  if (tokens !== undefined && TOKEN.test(token)) return tokens.has(token);
  return textsOf(message).some((text) => text.includes(token));
}

function tokensOf(message: SinkMessage): ReadonlySet<string> | undefined {
  const tokens = new Set<string>();
  for (const text of textsOf(message)) {
    for (const match of text.matchAll(TOKENS)) {
      const [, token] = match;
      if (token !== undefined) tokens.add(token);
      if (tokens.size > MAX_TOKENS) return undefined;
    }
  }
  return tokens;
}

/** All places of a message where a token may be, a character for each byte. */
function textsOf(message: SinkMessage): readonly string[] {
  const key = message.binding === 'kafka' && message.key !== undefined ? [latin1(message.key)] : [];
  return [...message.headers.map(([, value]) => value), ...key, latin1(message.body)];
}

const sizeOf = (message: SinkMessage): number =>
  message.body.length + (message.binding === 'kafka' ? (message.key?.length ?? 0) : 0);

const latin1 = (bytes: Uint8Array): string => asBuffer(bytes).toString('latin1');

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
