// @ts-check
// Filters over the outline, and the cases of a requirement that is opened.

const filterControls = [...need('form.filters', HTMLFormElement).elements].filter(
  (control) => control instanceof HTMLInputElement || control instanceof HTMLSelectElement,
);
const countLine = need('.filters .count', HTMLElement);

/** @param {string} name */
const chosen = (name) => filterControls.find((control) => control.name === name)?.value ?? '';

/** @typedef {{ words: string[], status: string, level: string, document: string }} Wanted */

/** @returns {Wanted} */
const wantedNow = () => ({
  words: chosen('q').toLowerCase().split(/\s+/).filter(Boolean),
  status: chosen('status'),
  level: chosen('level'),
  document: chosen('document'),
});

const isFiltered = () => filterControls.some(({ value }) => value !== '');

/** @param {Wanted} wanted @param {Row} row */
function rowFits({ level, document: part, status }, row) {
  return (
    (level === '' || row.level === level) &&
    (part === '' || row.document === part) &&
    (status === '' || row.is.includes(status))
  );
}

/** Cases of a row that match; all of them, where only the requirement was asked about. @param {Wanted} wanted @param {number} place */
function casesThatFit({ words, status }, place) {
  const row = outlined().rows[place];
  const all = known?.rows[place] ?? [];
  if (row === undefined) return [];
  const left = words.filter((word) => !rowText(row).includes(word));
  const isOfCases = status in STATUS_MARKS;
  return all.filter((one) => (!isOfCases || one.status === status) && left.every((word) => one.text.includes(word)));
}

/** The cases that match, in the order of the outline. @type {Entry[]} */
let matches = [];

/** Hides what does not match. Only a search needs the index of cases. */
async function filterNow() {
  const wanted = wantedNow();
  if (wanted.words.length > 0 && known === undefined) await loadIndex();
  showRows(wanted);
  if (known === undefined) await loadIndex();
  if (JSON.stringify(wantedNow()) === JSON.stringify(wanted)) showCases(wanted);
}

/** @param {Wanted} wanted */
function showRows(wanted) {
  const { rows, sections } = outlined();
  const shown = rows.filter((row, place) => {
    const isShown =
      rowFits(wanted, row) &&
      (wanted.words.length === 0 ||
        wanted.words.every((word) => rowText(row).includes(word)) ||
        casesThatFit(wanted, place).length > 0);
    if (row.element.hidden === isShown) row.element.hidden = !isShown;
    return isShown;
  });
  const found = new Set(shown.map(({ section }) => section));
  for (const section of sections) {
    section.hidden = !found.has(section);
    // A filter opens what it finds, and closes it again.
    if (isFiltered()) {
      if (found.has(section)) openedByFilter(section);
    } else if (section.dataset['by'] === 'filter') {
      section.open = false;
      delete section.dataset['by'];
    }
  }
  for (const part of document.querySelectorAll('.document')) {
    if (part instanceof HTMLElement) part.hidden = part.querySelector('.sec:not([hidden])') === null;
  }
  countLine.textContent =
    shown.length === rows.length
      ? counted(rows.length, 'requirement')
      : `${shown.length} of ${counted(rows.length, 'requirement')}`;
}

/** @param {HTMLDetailsElement} section */
function openedByFilter(section) {
  if (section.open) return;
  section.open = true;
  section.dataset['by'] = 'filter';
}

/** @param {Wanted} wanted */
function showCases(wanted) {
  const { rows } = outlined();
  matches = rows.flatMap(({ element }, place) => (element.hidden ? [] : casesThatFit(wanted, place)));
  countLine.textContent += `, ${counted(matches.length, 'case')}`;
  rows.forEach(({ element }, place) => {
    if (element.open) fillCases(place);
  });
}

/** Cases listed at first; a requirement can have hundreds. */
const MOST_LISTED = 50;

/** Lists the cases of a requirement, and explains its positions. @param {number} place */
async function fillCases(place) {
  const row = outlined().rows[place];
  if (row === undefined) return;
  const { rows: all } = await loadIndex();
  const found = casesThatFit(wantedNow(), place);
  const about = row.element.querySelector('.about');
  if (about === null) return;
  about.querySelector('.case-list')?.remove();
  about.append(caseList(row, found, all[place]?.length ?? 0));
  explainPositions(about);
}

/** @param {Row} row @param {Entry[]} found @param {number} total */
function caseList({ id }, found, total) {
  const list = el(
    'ul',
    {},
    found.slice(0, MOST_LISTED).map((one) => caseItem(one, id)),
  );
  const title = found.length === total ? counted(total, 'case') : `${found.length} of ${counted(total, 'case')} match`;
  const box = el(
    'div',
    { class: 'case-list' },
    el('p', { class: 'dim small' }, title, ' · ', el('a', { href: addressOf(id) }, 'Link to this requirement')),
    list,
  );
  if (found.length > MOST_LISTED) {
    const more = el('button', { type: 'button', class: 'more' }, `Show all ${found.length}`);
    more.addEventListener('click', () => {
      const rest = found.slice(MOST_LISTED).map((one) => caseItem(one, id));
      list.append(...rest);
      more.remove();
      rest[0]?.querySelector('a')?.focus();
    });
    box.append(more);
  }
  return box;
}

/** @param {Entry} entry @param {string} requirement */
function caseItem({ id, title, status, message }, requirement) {
  const name = id.startsWith(`${requirement}/`) ? id.slice(requirement.length + 1) : id;
  return el(
    'li',
    {},
    statusMark(status),
    el('a', { href: addressOf(id) }, el('code', {}, lineOf(name))),
    el('span', { class: 'case-status' }, ` ${status} `),
    el(
      'span',
      { class: 'case-title' },
      lineOf(title),
      message === '' || status === 'pass' ? '' : ` — ${lineOf(message, 300)}`,
    ),
  );
}

/** Puts the text of each named position below the line that names them, once. @param {Element} about */
function explainPositions(about) {
  const line = about.querySelector('.positions-of');
  if (line === null || about.querySelector('.position') !== null) return;
  for (const link of [...line.querySelectorAll('a')].reverse()) {
    const id = link.textContent ?? '';
    line.after(el('div', { class: 'position' }, el('strong', {}, id), ...positionText(id)));
  }
}
