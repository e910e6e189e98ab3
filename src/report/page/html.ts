// HTML as values. A template escapes every string that is put into it, so that nothing can be forgotten.
import { safe } from '../text/safe.js';

/** HTML that is complete in itself. Made by `html` alone. */
export interface Html {
  readonly html: string;
}

/** `undefined` is nothing; a string or a number is text. */
export type HtmlPart = string | number | undefined | Html | readonly HtmlPart[];

/** A piece of HTML. Strings become text or the value of a quoted attribute; unsafe code points are shown as escapes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html => ({
  html: strings.reduce((text, string, index) => text + render(parts[index - 1]) + string),
});

/** What `safe` or `escapeHtml` would change. Most text has nothing of it, and a site is made of many texts. */
const SPECIAL = /[&<>"'\p{Noncharacter_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function render(part: HtmlPart): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return SPECIAL.test(part) ? escapeHtml(safe(part)) : part;
  return 'html' in part ? part.html : part.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// No document may hold a noncharacter.
const escapeHtml = (text: string): string =>
  text.replaceAll(
    /[&<>"'\p{Noncharacter_Code_Point}]/gu,
    (character) => ENTITIES[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
