// @ts-check
// The state of the page is the fragment of its address: filters, what is shown of the outline, and the open case. Every
// link and control only changes the address; the page follows it, so that the back button undoes whatever was done.

/** @typedef {Partial<Record<'q' | 'status' | 'document' | 'level' | 'at' | 'case' | 'bytes', string>>} State */

const FILTERS = /** @type {const} */ (['q', 'status', 'document', 'level']);
const KEYS = /** @type {const} */ ([...FILTERS, 'at', 'case', 'bytes']);

/** A place alone is written as it is, which works without a script too. @param {string} id */
const addressOf = (id) =>
  id.includes('=') ? `#${new URLSearchParams({ [isCaseId(id) ? 'case' : 'at']: id })}` : `#${encodePlace(id)}`;

/** @param {string} id */
const encodePlace = (id) => {
  try {
    return encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%40', '@');
  } catch {
    return '';
  }
};

/** @param {string} id */
const isCaseId = (id) => /\/.*@/s.test(id);

/** @param {string} hash @returns {State} */
function stateIn(hash) {
  const text = hash.replace(/^#/, '');
  if (text === '') return {};
  if (!text.includes('=')) {
    const id = decoded(text);
    return isCaseId(id) ? { case: id } : { at: id };
  }
  const given = new URLSearchParams(text);
  /** @type {State} */
  const state = {};
  for (const key of KEYS) {
    const value = given.get(key);
    if (value !== null && value !== '') state[key] = value;
  }
  return state;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {State} state */
function hashOf(state) {
  const keys = KEYS.filter((key) => state[key] !== undefined && state[key] !== '');
  const [only] = keys;
  if (only === undefined) return '';
  if (keys.length === 1 && (only === 'at' || only === 'case')) return addressOf(state[only] ?? '');
  const text = new URLSearchParams(keys.map((key) => [key, state[key] ?? ''])).toString();
  return `#${text.replaceAll('%2F', '/').replaceAll('%40', '@')}`;
}

const now = () => stateIn(location.hash);

/** Only the filters of a state. @param {State} state @returns {State} */
const filtersOf = (state) =>
  Object.fromEntries(FILTERS.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));

/** @param {State} state @param {boolean} [isSameStep] takes the place of the last step rather than following it */
function go(state, isSameStep = false) {
  const hash = hashOf(state);
  const address = hash === '' ? location.pathname + location.search : hash;
  if (hash !== location.hash) history[isSameStep ? 'replaceState' : 'pushState'](null, '', address);
  return follow();
}

// --- following the address

const dialog = need('dialog.case', HTMLDialogElement);
const caseTitle = need('#case-title', HTMLElement);
const caseBody = need('.case-body', HTMLElement);

/** @type {State} */
let followed = {};
let steps = 0;

async function follow() {
  const state = now();
  const before = followed;
  const step = ++steps;
  followed = state;
  for (const control of filterControls) {
    const value = state[/** @type {'q'} */ (control.name)] ?? '';
    if (control.value !== value) control.value = value;
    // A value that a select does not have leaves it with none at all.
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
  }
  const isNewFilter = step === 1 ? isFiltered() : FILTERS.some((key) => state[key] !== before[key]);
  if (isNewFilter) await filterNow();
  if (step !== steps) return;
  if (state.at !== undefined && state.at !== before.at) revealPlace(state.at);
  await followCase(state, step);
}

/** Opens what holds a place of the page, and goes there. @param {string} id */
function revealPlace(id) {
  if (document.getElementById(id) === null) unfoldIn(document.body);
  const element = document.getElementById(id);
  if (element === null || element.closest('dialog, .live') !== null) return;
  for (let one = element.closest('details'); one !== null; one = one.parentElement?.closest('details') ?? null) {
    one.open = true;
    delete one.dataset['by'];
  }
  // What a filter hides is shown without it.
  if (element.closest('[hidden]') !== null) {
    followed = filtersOf(followed);
    go({ at: id }, true);
    return;
  }
  element.scrollIntoView({ block: 'start' });
  const focusable = element instanceof HTMLDetailsElement ? element.querySelector('summary') : element;
  focusable?.focus({ preventScroll: true });
  document.querySelector('.here')?.classList.remove('here');
  element.classList.add('here');
}

/** @param {State} state @param {number} step */
async function followCase(state, step) {
  if (state.case === undefined) {
    if (dialog.open) dialog.close();
    return;
  }
  const { byId } = await loadIndex();
  const entry = byId.get(state.case);
  const detail = entry === undefined ? undefined : await loadCase(entry);
  const isHex = state.bytes === 'hex';
  const onHex = (/** @type {boolean} */ hex) => {
    const { bytes: _, ...rest } = now();
    followed = hex ? { ...rest, bytes: 'hex' } : rest;
    history.replaceState(null, '', hashOf(followed));
  };
  const parts =
    entry === undefined || detail === undefined
      ? [el('p', {}, 'This report has no such case.')]
      : await caseParts(entry, detail, { isHex, onHex });
  if (step !== steps) return;
  caseTitle.replaceChildren(...breakableId(state.case));
  caseBody.replaceChildren(...parts);
  showNeighbours(entry);
  if (!dialog.open) {
    dialog.showModal();
    caseTitle.focus();
  }
  // What had the focus may be gone with the case before.
  if (!dialog.contains(document.activeElement)) caseTitle.focus();
  dialog.scrollTop = 0;
  document.title = `${lineOf(state.case)} · ${pageTitle}`;
}

const pageTitle = document.title;

/** An id may be broken behind its dots and slashes. @param {string} id */
const breakableId = (id) =>
  lineOf(id, 300)
    .split(/(?<=[./@])/)
    .flatMap((part) => [part, el('wbr', {})]);

// --- the dialog

const previousButton = need('.case .previous', HTMLButtonElement);
const nextButton = need('.case .next', HTMLButtonElement);

/** @type {[Entry | undefined, Entry | undefined]} */
let neighbours = [undefined, undefined];

/** The cases before and behind, among those that the filters show. @param {Entry | undefined} entry */
function showNeighbours(entry) {
  const list = isFiltered() && entry !== undefined && matches.includes(entry) ? matches : (known?.rows.flat() ?? []);
  const at = entry === undefined ? -1 : list.indexOf(entry);
  neighbours = at < 0 ? [undefined, undefined] : [list[at - 1], list[at + 1]];
  previousButton.disabled = neighbours[0] === undefined;
  nextButton.disabled = neighbours[1] === undefined;
}

[previousButton, nextButton].forEach((button, side) => {
  button.addEventListener('click', async () => {
    const entry = neighbours[side];
    if (entry === undefined) return;
    await go({ ...now(), case: entry.id }, true);
    // A button at the end of the list can hold no focus.
    if (button.disabled) caseTitle.focus();
    announce(`${entry.status}: ${lineOf(entry.id)}`);
  });
});

need('.case .close', HTMLButtonElement).addEventListener('click', () => dialog.close());
// A click beside the dialog meets the dialog itself, as its backdrop.
dialog.addEventListener('click', ({ target, clientX, clientY }) => {
  if (target !== dialog) return;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close();
});
dialog.addEventListener('close', () => {
  document.title = pageTitle;
  const { case: shown, bytes: _, ...rest } = now();
  if (shown === undefined) return;
  const row = known?.byId.get(shown)?.row;
  const id = row === undefined ? undefined : outlined().rows[row]?.id;
  // Who came by a link to the case is shown where it stands; who came from this page is back where it was opened.
  const isFromHere = document.activeElement !== null && document.activeElement !== document.body;
  go(isFromHere || id === undefined ? rest : { ...rest, at: id });
});

// --- controls and links

const filterForm = need('form.filters', HTMLFormElement);
// Without a script it would do nothing.
filterForm.hidden = false;
/** Whether the last step was a letter of the search: one more is no step of its own. */
let isTyping = false;

filterForm.addEventListener('submit', (event) => event.preventDefault());
filterForm.addEventListener('input', ({ target }) => {
  const wanted = Object.fromEntries(filterControls.map(({ name, value }) => [name, value]));
  const isSearch = target instanceof HTMLInputElement;
  go(wanted, isSearch && isTyping);
  isTyping = isSearch;
});
// The controls are empty only after the event.
filterForm.addEventListener('reset', () =>
  queueMicrotask(() => {
    isTyping = false;
    for (const control of filterControls) control.value = '';
    go({});
  }),
);

const foldButton = need('.filters .fold', HTMLButtonElement);
foldButton.addEventListener('click', () => {
  const isOpening = foldButton.getAttribute('aria-expanded') !== 'true';
  foldButton.setAttribute('aria-expanded', String(isOpening));
  foldButton.textContent = isOpening ? 'Close all' : 'Open all';
  for (const section of outlined().sections) section.open = isOpening;
});

document.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const button = target.closest('button.copy');
  if (button instanceof HTMLButtonElement) {
    const line = button.parentElement?.querySelector('pre')?.textContent;
    copyFrom(button, button.classList.contains('link') ? location.href : (line ?? ''));
    return;
  }
  const link = target.closest('a[href^="#"]');
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  isTyping = false;
  followLink(stateIn(link.getAttribute('href') ?? ''));
});

/** A link to a place or a case leaves the filters as they are; one to a filter goes to what it finds. @param {State} wanted */
async function followLink(wanted) {
  if (wanted.at !== undefined || wanted.case !== undefined) {
    const { at, bytes } = now();
    if (wanted.at === at) followed = { ...followed, at: undefined };
    await go({
      ...filtersOf(now()),
      ...(wanted.case !== undefined && at !== undefined ? { at } : {}),
      ...(wanted.case !== undefined && bytes !== undefined ? { bytes } : {}),
      ...wanted,
    });
    return;
  }
  await go(wanted);
  filterForm.scrollIntoView({ block: 'start' });
  filterForm.querySelector('select')?.focus({ preventScroll: true });
}

// A toggle does not bubble, but it can be captured. Rows that are opened get their cases.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    unfoldIn(target);
    if (!target.classList.contains('req')) return;
    const place = outlined().rows.findIndex(({ element }) => element === target);
    if (place >= 0) fillCases(place);
  },
  true,
);

// What is printed is the whole outline: a closed section would hide its requirements.
/** @type {HTMLDetailsElement[]} */
let openedForPrint = [];
addEventListener('beforeprint', () => {
  unfoldIn(document.body);
  openedForPrint = [...document.querySelectorAll('details.sec, details.finding')].flatMap((one) =>
    one instanceof HTMLDetailsElement && !one.open ? [one] : [],
  );
  for (const one of openedForPrint) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of openedForPrint) one.open = false;
});

addEventListener('popstate', () => {
  isTyping = false;
  follow();
});

follow();
performance.mark('ready');
// The first search should not have to wait, nor the page for what nobody has asked for yet.
addEventListener('load', () =>
  whenIdle(() => {
    loadIndex();
    unfoldInTime();
  }),
);
