// From the text of a badge to what it says. Whoever wrote the file, nothing in it is believed to have a certain shape.
import { usageError } from '../../engine/error.js';
import { oneLine } from '../page/one-line.js';
import { BADGE_SCHEMA } from './types.js';

/** A badge as it was found. Of its members only this is sure: it says of which run or profile it is. */
export interface FoundBadge {
  readonly kind: 'endpoint' | 'svg';
  readonly value: { readonly [name: string]: unknown };
  readonly profile?: string;
}

/** Reads a badge. Throws a usage error for what is none of this tool. */
export function parseBadge(text: string, file: string): FoundBadge {
  const kind = text.trimStart().startsWith('<') ? 'svg' : 'endpoint';
  const json = kind === 'svg' ? metadataOf(text) : text;
  if (json === undefined) throw noBadge(file, 'an SVG without the metadata of a badge');
  const value = parsed(json, file);
  if (!isObject(value) || !isObject(value['ceConform'])) throw noBadge(file, 'it has no member ceConform');
  const { schema, profile } = value['ceConform'];
  if (schema !== BADGE_SCHEMA)
    throw noBadge(
      file,
      `it says ${oneLine(JSON.stringify(schema) ?? 'nothing', 80)} as its schema, not ${BADGE_SCHEMA}`,
    );
  if (profile !== undefined && typeof profile !== 'string') throw noBadge(file, 'its profile is no text');
  return { kind, value, ...(profile === undefined ? {} : { profile }) };
}

const metadataOf = (svg: string): string | undefined => {
  const [, escaped] = /<metadata>([^<]*)<\/metadata>/.exec(svg) ?? [];
  return escaped?.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);
};

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw noBadge(file, `it is no JSON: ${oneLine(error instanceof Error ? error.message : String(error), 160)}`);
  }
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noBadge = (file: string, why: string): Error =>
  usageError(
    'badge.none',
    `failed to read ${file}: it is no badge of ce-conform: ${why}`,
    'give a file that ce-conform badge wrote',
  );
