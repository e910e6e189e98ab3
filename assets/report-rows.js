// @ts-check
// The rows of the outline, and all else that is not in view at first. Until it is asked for it is text in a noscript:
// thousands of elements would make the page slow to open.

/**
 * @typedef {{
 *   element: HTMLDetailsElement, section: HTMLDetailsElement, id: string, level: string, is: string[], document: string,
 *   text?: string,
 * }} Row
 * @typedef {{ sections: HTMLDetailsElement[], rows: Row[] }} Outline
 */

const folds = () => [...document.querySelectorAll('noscript.later')];

/** Makes elements of a part. It is markup of this page, written when the page was made. @param {Element} fold */
function unfold(fold) {
  const template = document.createElement('template');
  template.innerHTML = fold.textContent ?? '';
  for (const button of template.content.querySelectorAll('button')) button.hidden = false;
  fold.replaceWith(template.content);
}

/** @param {Element} part */
function unfoldIn(part) {
  for (const fold of part.querySelectorAll('noscript.later')) unfold(fold);
}

/** All of them, when there is time: the search of the browser then finds everything. */
function unfoldInTime() {
  const [fold] = folds();
  if (fold === undefined) return;
  unfold(fold);
  whenIdle(unfoldInTime);
}

/** @param {() => void} work */
const whenIdle = (work) => {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, 20);
};

/** @type {Outline | undefined} */
let built;

/** The outline in its order, which is the order of the packed cases. */
function outlined() {
  built ??= buildOutline();
  return built;
}

/** @returns {Outline} */
function buildOutline() {
  const outline = need('.outline', HTMLElement);
  unfoldIn(outline);
  return {
    sections: [...outline.querySelectorAll('.sec')].filter((one) => one instanceof HTMLDetailsElement),
    rows: [...outline.querySelectorAll('.req')].flatMap((element) => {
      const [section, part] = [element.closest('.sec'), element.closest('.document')];
      if (!(element instanceof HTMLDetailsElement && section instanceof HTMLDetailsElement)) return [];
      const { id = '', level = '', is = '' } = element.dataset;
      const title = part instanceof HTMLElement ? (part.dataset['document'] ?? '') : '';
      return [{ element, section, id, level, is: is.split(' '), document: title }];
    }),
  };
}

/** What a search may find of a requirement. @param {Row} row */
function rowText(row) {
  // What was added since, as the list of its cases, has its own text.
  row.text ??= [...row.element.querySelectorAll(':scope > summary, .about > p')]
    .map((part) => part.textContent ?? '')
    .concat(row.section.dataset['title'] ?? '')
    .join(' ')
    .toLowerCase();
  return row.text;
}

/** What a case says of its requirement. @param {number} place */
function requirementAt(place) {
  const row = outlined().rows[place];
  if (row === undefined) return undefined;
  const { element, section, id } = row;
  const link = element.querySelector('.about a[href^="https:"]') ?? section.querySelector('.read a');
  return {
    id,
    rule: element.querySelector('.rule')?.textContent ?? '',
    section: section.dataset['title'] ?? '',
    href: link?.getAttribute('href') ?? undefined,
  };
}
