// Markdown to prose blocks. Every character keeps its source line, so that a statement inside a wrapped paragraph can
// be given the line of its keyword. Left out: code, headings, tables of contents, link definitions, HTML comments.

const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;
const LINK_DEFINITION = /^\s*\[[^\]]+\]:\s*\S/;
const TABLE_RULE = /^\s*\|[\s:|-]+\|?\s*$/;

/**
 * The blocks of a document: `{ section, kind: 'prose' | 'row', chars: [{ char, line }] }`, with the GitHub anchor
 * of the section and 1-based lines.
 */
export function blocks(markdown) {
  const state = {
    found: [],
    current: undefined,
    section: '',
    slugs: new Map(),
    fence: undefined,
    comment: false,
    contents: false,
    listIndent: -1,
    afterBlank: true,
  };
  markdown.split(/\r?\n/).forEach((raw, index) => {
    line(state, raw, index + 1);
  });
  flush(state);
  return state.found;
}

function line(state, raw, number) {
  if (state.fence !== undefined) {
    if (raw.trim().startsWith(state.fence) && /^[`~]+$/.test(raw.trim())) state.fence = undefined;
    return;
  }
  const fence = FENCE.exec(raw);
  if (fence !== null) {
    flush(state);
    state.fence = fence[1].slice(0, 3);
    state.afterBlank = true;
    return;
  }
  const text = uncomment(state, raw);
  if (text === undefined) return;
  if (text.trim() === '') {
    flush(state);
    state.afterBlank = true;
    return;
  }
  const heading = HEADING.exec(text);
  if (heading !== null) return openSection(state, heading[2]);
  if (state.contents || LINK_DEFINITION.test(text)) return flush(state);
  prose(state, text, number);
}

// The line without HTML comments; undefined inside a comment of several lines.
function uncomment(state, raw) {
  let text = raw;
  if (state.comment) {
    const end = text.indexOf('-->');
    if (end < 0) return undefined;
    text = text.slice(end + 3);
    state.comment = false;
  }
  text = text.replace(/<!--.*?-->/g, '');
  const start = text.indexOf('<!--');
  if (start < 0) return text;
  state.comment = true;
  return text.slice(0, start);
}

function openSection(state, title) {
  flush(state);
  state.section = anchor(title, state.slugs);
  state.contents = /table of contents/i.test(title);
  state.listIndent = -1;
  state.afterBlank = true;
}

function prose(state, text, number) {
  const indent = text.search(/\S/);
  const item = ITEM.exec(text);
  if (state.afterBlank && indent >= 4 && state.listIndent < 0) return; // indented code
  if (/^\s*\|/.test(text)) {
    flush(state);
    if (!TABLE_RULE.test(text)) state.found.push({ section: state.section, kind: 'row', chars: chars(text, number) });
  } else {
    if (item !== null) {
      flush(state);
      state.listIndent = indent;
    } else if (indent === 0 && state.afterBlank) {
      state.listIndent = -1;
    }
    const content = item === null ? text.trim().replace(/^>\s?/, '') : text.slice(item[0].length);
    state.current ??= { section: state.section, kind: 'prose', chars: [] };
    if (state.current.chars.length > 0) state.current.chars.push({ char: ' ', line: number });
    state.current.chars.push(...chars(content, number));
  }
  state.afterBlank = false;
}

const chars = (text, number) => [...text.trim()].map((char) => ({ char, line: number }));

function flush(state) {
  if (state.current !== undefined && state.current.chars.length > 0) state.found.push(state.current);
  state.current = undefined;
}

/** The anchor that GitHub gives a heading: lower case, hyphens for spaces, a counter for repeats. */
function anchor(title, slugs) {
  const slug = title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  const repeats = slugs.get(slug) ?? 0;
  slugs.set(slug, repeats + 1);
  return repeats === 0 ? slug : `${slug}-${repeats}`;
}
