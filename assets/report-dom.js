// @ts-check
// What every part of the report's page needs: elements, and foreign text that can do nothing but be read. These files
// are one script when the page is made.

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function need(selector, kind) {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

/**
 * An element. Text never becomes markup, and attributes with no value are left out.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string | undefined>} attributes
 * @param {...(Node | string | undefined | (Node | string | undefined)[])} children
 * @returns {HTMLElementTagNameMap[N]}
 */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== undefined));
  return element;
}

/** Code points that could hide, move or reverse text: the same ones that a terminal is spared. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** @param {string} character */
const escaped = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Foreign text for one line: white space is one blank, what could harm is an escape.
 * @param {string} text
 * @param {number} [most]
 */
function lineOf(text, most = 2000) {
  const safe = text.slice(0, most).replaceAll(/\s+/g, ' ').replaceAll(UNSAFE, escaped);
  return text.length > most ? `${safe}…` : safe;
}

/**
 * Foreign text as it is, with every character that would not be seen in a box of its own.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function visible(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(UNSAFE)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push(el('span', { class: 'ctl' }, NAMED[character] ?? escaped(character)));
    if (character === '\n') parts.push('\n');
    from = index + character.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** @type {Readonly<Record<string, string>>} */
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** @param {number} number @param {string} one @param {string} [many] */
const counted = (number, one, many = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const live = need('.live', HTMLElement);

/** Says something to those who do not see the page change. @param {string} text */
function announce(text) {
  live.textContent = text;
}

/**
 * Copies a text, and says so on the button for a while.
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
async function copyFrom(button, text) {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  const isCopied = await copyText(text);
  button.textContent = isCopied ? 'Copied' : 'Not copied';
  announce(isCopied ? 'Copied' : 'The browser does not let the page copy');
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}

/** @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The marks and looks of statuses, as the outline has them. @type {Readonly<Record<string, readonly [look: string, mark: string]>>} */
const STATUS_MARKS = {
  pass: ['verified', '✔'],
  fail: ['failed', '✖'],
  warn: ['warned', '!'],
  observed: ['observed', '·'],
  'not-applicable': ['not-applicable', '–'],
  blocked: ['open', '○'],
  inconclusive: ['open', '○'],
  timeout: ['failed', '✖'],
  'harness-error': ['failed', '✖'],
  'not-run': ['open', '○'],
};

/** @param {string} status */
function statusMark(status) {
  const [look, mark] = STATUS_MARKS[status] ?? ['open', '○'];
  return el('b', { class: `mark ${look}`, 'aria-hidden': 'true' }, mark);
}
