// Normative statements: every sentence, list item or table row with a keyword of RFC 2119 in capitals.
import { createHash } from 'node:crypto';
import { blocks } from './blocks.mjs';

const KEYWORD = /\b(MUST NOT|SHALL NOT|SHOULD NOT|MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b/g;
const KEYWORDS_PARAGRAPH = /"MUST",\s*"MUST NOT",\s*"REQUIRED"/;
const SENTENCE_END = /[.!?]["'”)\]*_]*\s+(?=["'“([*_`A-Z0-9])/g;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|aka|cf|incl|resp|al)|\b[A-Z])\.$/;

/**
 * The statements of one document, in order: `{ id, fp, keyword, section, line }`. `id` is document, anchor and ordinal
 * in the section, so it only has a meaning together with a version. `fp` is a fingerprint of the normalised sentence,
 * ten hexadecimal digits: it matches a statement across versions without keeping its text.
 */
export function statements(markdown, document) {
  const ordinals = new Map();
  return blocks(markdown)
    .filter(({ chars }) => !KEYWORDS_PARAGRAPH.test(textOf(chars)))
    .flatMap(({ section, kind, chars }) =>
      normative(kind, chars).map(({ text, keyword, line }) => {
        const ordinal = (ordinals.get(section) ?? 0) + 1;
        ordinals.set(section, ordinal);
        return { id: `${document}/${section}/${ordinal}`, fp: fingerprint(text), keyword, section, line };
      }),
    );
}

function normative(kind, chars) {
  const text = textOf(chars);
  const masked = mask(text);
  const spans = kind === 'row' ? [[0, masked.length]] : sentences(masked);
  return spans.flatMap(([from, to]) => {
    const hits = [...masked.slice(from, to).matchAll(KEYWORD)].filter(
      (hit) => !isQuoted(masked, from + hit.index, hit[0]),
    );
    const first = hits[0];
    if (first === undefined) return [];
    const keyword = strongest(hits.map((hit) => hit[0]));
    return [{ text: text.slice(from, to), keyword, line: chars[from + first.index].line }];
  });
}

// UTF-16 units beyond the first of a character would shift the lines, so each is replaced by one unit.
const textOf = (chars) => chars.map(({ char }) => (char.length === 1 ? char : '\ufffd')).join('');

// A keyword in quotes is mentioned, not used.
const isQuoted = (text, at, keyword) => text[at - 1] === '"' && text[at + keyword.length] === '"';

/** Must before should before may; a verb before REQUIRED, RECOMMENDED and OPTIONAL. */
function strongest(keywords) {
  const level = Math.max(...keywords.map(strength));
  const candidates = keywords.filter((keyword) => strength(keyword) === level);
  return candidates.find((keyword) => !/^(REQUIRED|RECOMMENDED|OPTIONAL)$/.test(keyword)) ?? candidates[0];
}

function strength(keyword) {
  if (/^(MUST|SHALL|REQUIRED)/.test(keyword)) return 3;
  return /^(SHOULD|RECOMMENDED)/.test(keyword) ? 2 : 1;
}

// Code spans and link targets are hidden at equal length, so that positions keep their lines.
function mask(text) {
  const hidden = (length) => '\u0001'.repeat(length);
  return text
    .replace(/`[^`]*`/g, (span) => `\`${hidden(span.length - 2)}\``)
    .replace(/\]\([^)]*\)/g, (target) => `]${hidden(target.length - 1)}`)
    .replace(/\]\[[^\]]*\]/g, (target) => `]${hidden(target.length - 1)}`);
}

function sentences(text) {
  const cuts = [0];
  for (const match of text.matchAll(SENTENCE_END)) {
    if (!ABBREVIATION.test(text.slice(0, match.index + 1))) cuts.push(match.index + match[0].length);
  }
  return cuts.map((cut, index) => [cut, cuts[index + 1] ?? text.length]);
}

function fingerprint(text) {
  const normal = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(normal).digest('hex').slice(0, 10);
}
