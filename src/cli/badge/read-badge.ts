import { readFileSync, statSync } from 'node:fs';
import { usageError } from '../../engine/error.js';
import { type FoundBadge, parseBadge } from '../../report/badge/parse-badge.js';

/** A badge has some thousand bytes. */
const MOST_BYTES = 1024 * 1024;

export interface BadgeText {
  readonly text: string;
  readonly found: FoundBadge;
}

/** Reads a badge. Throws a usage error for a file that cannot be read, or is no badge. */
export function readBadge(file: string): BadgeText {
  const text = textOf(file);
  return { text, found: parseBadge(text, file) };
}

function textOf(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new Error(`it has ${size} bytes, and no badge has more than ${MOST_BYTES}`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(
      'badge.unreadable',
      `failed to read the badge: ${error instanceof Error ? error.message : String(error)}`,
      'give a file that ce-conform badge wrote',
    );
  }
}
