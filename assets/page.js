// @ts-check
// What a page of tables can do by itself: filter its rows, move among its cells, show what stands behind one. Its state
// is in the fragment of the address. Nothing is fetched, and no text ever becomes markup.
(() => {
  /** @typedef {{ row: HTMLTableRowElement, id: string, text: string }} Entry */

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

  const form = need('form.filters', HTMLFormElement);
  const table = need('table.grid', HTMLTableElement);
  const dialog = need('dialog.detail', HTMLDialogElement);

  const columns = [...table.querySelectorAll('thead th')].map((head) =>
    head instanceof HTMLElement ? (head.dataset['key'] ?? '') : '',
  );
  /** @type {readonly Entry[]} */
  const entries = [...table.querySelectorAll('tr[data-id]')].flatMap((row) =>
    row instanceof HTMLTableRowElement ? [{ row, id: row.dataset['id'] ?? '', text: textOf(row) }] : [],
  );
  const controls = [...form.elements].filter(
    (control) => control instanceof HTMLInputElement || control instanceof HTMLSelectElement,
  );

  /**
   * All that a search may find, what only a dialog shows as well.
   * @param {HTMLTableRowElement} row
   */
  function textOf(row) {
    const hidden = [...row.querySelectorAll('template')].map(({ content }) => content.textContent ?? '');
    return [row.cells[0]?.textContent ?? '', ...hidden].join(' ').toLowerCase();
  }

  /** @param {string} name */
  const chosen = (name) => controls.find((control) => control.name === name)?.value ?? '';

  // --- filters

  function filter() {
    const words = chosen('q').toLowerCase().split(/\s+/).filter(Boolean);
    const subject = chosen('subject');
    const choices = controls.filter(({ name, value }) => value !== '' && name !== 'q' && name !== 'subject');
    let shown = 0;
    for (const { row, text } of entries) {
      const isShown =
        words.every((word) => text.includes(word)) &&
        choices.every(({ name, value }) =>
          (row.dataset[name] ?? '')
            .split(' ')
            .includes(name === 'outcome' && subject !== '' ? `${value}@${subject}` : value),
        );
      row.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const body of table.tBodies) {
      body.hidden = ![...body.rows].some((row) => row.dataset['id'] !== undefined && !row.hidden);
    }
    showColumns(subject);
    const count = form.querySelector('.count');
    if (count !== null) {
      count.textContent = shown === entries.length ? `${shown} rows` : `${shown} of ${entries.length} rows`;
    }
    keepOneTabStop();
  }

  /** @param {string} subject the one column to show, or '' for all */
  function showColumns(subject) {
    for (const row of table.rows) {
      if (row.classList.contains('group')) continue;
      [...row.cells].forEach((cell, index) => {
        cell.hidden = index > 0 && subject !== '' && columns[index] !== subject;
      });
    }
  }

  // --- moving: the table is one stop of the tab key, the arrow keys move within it

  /** @returns {HTMLButtonElement[][]} */
  const visible = () =>
    entries
      .filter(({ row }) => !row.hidden)
      .map(({ row }) =>
        [...row.querySelectorAll('td')]
          .filter((cell) => !cell.hidden)
          .flatMap((cell) => [...cell.querySelectorAll('button')]),
      );

  /** @type {HTMLButtonElement | undefined} */
  let current;

  /** @param {HTMLButtonElement | undefined} [wanted] */
  function keepOneTabStop(wanted) {
    const buttons = visible().flat();
    const next = [wanted, current].find((button) => button !== undefined && buttons.includes(button)) ?? buttons[0];
    if (next === current) return;
    if (current !== undefined) current.tabIndex = -1;
    current = next;
    if (current !== undefined) current.tabIndex = 0;
  }

  table.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLButtonElement) || event.altKey || event.metaKey || event.shiftKey) return;
    const rows = visible();
    const y = rows.findIndex((row) => row.includes(target));
    const row = rows[y];
    if (row === undefined) return;
    const x = row.indexOf(target);
    const next = destination(rows, row, x, y, key, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    keepOneTabStop(next);
    next.focus();
    reveal(next);
  });

  /**
   * @param {HTMLButtonElement[][]} rows
   * @param {HTMLButtonElement[]} row
   * @param {number} x
   * @param {number} y
   * @param {string} key
   * @param {boolean} isFar
   */
  function destination(rows, row, x, y, key, isFar) {
    switch (key) {
      case 'ArrowLeft':
        return row[x - 1];
      case 'ArrowRight':
        return row[x + 1];
      case 'ArrowUp':
        return rows[y - 1]?.[x];
      case 'ArrowDown':
        return rows[y + 1]?.[x];
      case 'PageUp':
        return rows[Math.max(0, y - 10)]?.[x];
      case 'PageDown':
        return rows[Math.min(rows.length - 1, y + 10)]?.[x];
      case 'Home':
        return isFar ? rows[0]?.[x] : row[0];
      case 'End':
        return isFar ? rows.at(-1)?.[x] : row.at(-1);
      default:
        return undefined;
    }
  }

  /**
   * A head or a first column that stays in view must not cover what has the focus.
   * @param {HTMLButtonElement} button
   */
  function reveal(button) {
    const box = button.closest('.scroll');
    const head = table.tHead;
    const first = button.closest('tr')?.cells[0];
    if (!(box instanceof HTMLElement) || head === null || first === undefined) return;
    const [frame, place] = [box.getBoundingClientRect(), button.getBoundingClientRect()];
    const top = frame.top + head.offsetHeight;
    const left = frame.left + first.offsetWidth;
    if (place.top < top) box.scrollTop -= top - place.top + 8;
    if (place.left < left) box.scrollLeft -= left - place.left + 8;
    if (place.bottom > frame.bottom) box.scrollTop += place.bottom - frame.bottom + 8;
    if (place.right > frame.right) box.scrollLeft += place.right - frame.right + 8;
  }

  // --- details

  /** @type {HTMLButtonElement | undefined} */
  let opened;

  table.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('td button') : null;
    if (button instanceof HTMLButtonElement) open(button);
  });

  /** @param {HTMLButtonElement} button */
  function open(button) {
    const [row, cell] = [button.closest('tr'), button.closest('td')];
    const head = row?.cells[0];
    const body = dialog.querySelector('.detail-body');
    const title = dialog.querySelector('h2');
    if (!row || !cell || head === undefined || body === null || title === null) return;
    const subject = table.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '';
    title.textContent = `${row.dataset['id'] ?? ''} · ${subject}`;
    body.replaceChildren(...[head, cell].flatMap((part) => contentOf(part.querySelector('template'))));
    keepOneTabStop(button);
    opened = button;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    writeState();
  }

  /** @param {HTMLTemplateElement | null} template */
  const contentOf = (template) =>
    template === null ? [] : [...document.importNode(template.content, true).childNodes];

  dialog.addEventListener('close', () => {
    const button = opened;
    opened = undefined;
    writeState();
    if (button === undefined) return;
    button.focus();
    reveal(button);
  });
  // A click beside the dialog meets the dialog itself, as its backdrop.
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!isInside) dialog.close();
  });

  // --- state

  function writeState() {
    const state = new URLSearchParams();
    for (const { name, value } of controls) if (value !== '') state.set(name, value);
    const cell = opened?.closest('td');
    if (cell) state.set('cell', `${cell.closest('tr')?.dataset['id'] ?? ''}/${columns[cell.cellIndex] ?? ''}`);
    const text = state.toString().replaceAll('%2F', '/').replaceAll('%40', '@');
    const wanted = text === '' ? '' : `#${text}`;
    if (wanted !== location.hash)
      history.replaceState(null, '', wanted === '' ? location.pathname + location.search : wanted);
  }

  function readState() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const control of controls) {
      control.value = state.get(control.name) ?? '';
      // A value that a select does not have leaves it with none at all.
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
    }
    filter();
    const wanted = state.get('cell');
    const button = wanted === null ? undefined : buttonOf(wanted);
    if (button === undefined) {
      if (dialog.open) dialog.close();
      return;
    }
    button.scrollIntoView({ block: 'center', inline: 'nearest' });
    reveal(button);
    open(button);
  }

  /** @param {string} address requirement and subject, with a slash between them */
  function buttonOf(address) {
    const cut = address.lastIndexOf('/');
    const row = entries.find(({ id }) => id === address.slice(0, cut))?.row;
    const column = columns.indexOf(address.slice(cut + 1));
    const cell = column < 1 ? undefined : row?.cells[column];
    return cell?.querySelector('button') ?? undefined;
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    filter();
    writeState();
  });
  // The controls are empty only after the event.
  form.addEventListener('reset', () =>
    queueMicrotask(() => {
      for (const control of controls) control.value = '';
      filter();
      writeState();
    }),
  );
  addEventListener('hashchange', readState);

  for (const button of table.querySelectorAll('td button')) {
    if (button instanceof HTMLButtonElement) button.tabIndex = -1;
  }
  readState();
})();
