// @ts-check
// What the pages of the site can do by themselves: search, filter their rows, open what an address names. The state is in the
// fragment of the address. Nothing is fetched, and no text ever becomes markup.
(() => {
  /** @typedef {{ node: HTMLElement, text: string, title: string }} Entry */

  // --- the search in the head: a fragment, so that it works where there is no server

  const find = document.querySelector('form.find');
  if (find instanceof HTMLFormElement) {
    find.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = new FormData(find).get('q');
      location.href = `${find.action}#${new URLSearchParams({ q: String(words ?? '') })}`;
    });
  }

  // --- rows and filters

  const form = document.querySelector('form.filters, form.search');
  if (form instanceof HTMLFormElement) filterBy(form);

  /** @param {HTMLFormElement} form */
  function filterBy(form) {
    /** @type {readonly Entry[]} */
    const entries = [...document.querySelectorAll('[data-entry]')].flatMap((node) =>
      node instanceof HTMLElement
        ? [
            {
              node,
              text: `${node.dataset['entry'] ?? ''} ${textOf(node)}`.toLowerCase(),
              title: (node.querySelector('a')?.textContent ?? '').toLowerCase(),
            },
          ]
        : [],
    );
    const controls = [...form.elements].filter(
      (control) => control instanceof HTMLInputElement || control instanceof HTMLSelectElement,
    );
    const snippets = new Map(
      form.matches('.search') ? entries.map(({ node }) => [node, node.querySelector('.more')?.textContent ?? '']) : [],
    );

    function filter() {
      const words = chosen('q').toLowerCase().split(/\s+/).filter(Boolean);
      const choices = controls.filter(({ name, value }) => value !== '' && name !== 'q');
      let shown = 0;
      for (const { node, text } of entries) {
        const isShown =
          words.every((word) => text.includes(word)) &&
          choices.every(({ name, value }) => node.dataset[name] === value);
        node.hidden = !isShown;
        if (isShown) shown++;
      }
      // Sections first, then what holds sections.
      for (const group of [...document.querySelectorAll('[data-group]')].reverse()) {
        if (group instanceof HTMLElement) group.hidden = group.querySelector('[data-entry]:not([hidden])') === null;
      }
      if (snippets.size > 0) order(words);
      const count = form.querySelector('.count');
      if (count !== null)
        count.textContent = shown === entries.length ? `all ${shown}` : `${shown} of ${entries.length}`;
    }

    // What has the words in its title comes first; equal ones keep their order.
    /** @param {readonly string[]} words */
    function order(words) {
      const score = (/** @type {Entry} */ { title }) =>
        words.reduce((sum, word) => sum + (title.startsWith(word) ? 3 : title.includes(word) ? 2 : 0), 0);
      const ordered = words.length === 0 ? entries : [...entries].sort((a, b) => score(b) - score(a));
      for (const { node } of ordered) {
        node.parentElement?.append(node);
        if (!node.hidden) showWhere(node.querySelector('.more'), snippets.get(node) ?? '', words);
      }
    }

    /** @param {string} name */
    function chosen(name) {
      return controls.find((control) => control.name === name)?.value ?? '';
    }

    function writeState() {
      const state = new URLSearchParams();
      for (const { name, value } of controls) if (value !== '') state.set(name, value);
      const wanted = state.size === 0 ? '' : `#${state}`;
      if (wanted !== location.hash) history.replaceState(null, '', wanted === '' ? location.pathname : wanted);
    }

    function readState() {
      // Without a script a form writes what it holds before the fragment.
      const state = new URLSearchParams(location.hash.slice(1) || location.search);
      // A fragment may name a place of the page instead.
      if (location.hash !== '' && ![...state.keys()].some((name) => controls.some((one) => one.name === name))) {
        filter();
        return;
      }
      for (const control of controls) {
        control.value = state.get(control.name) ?? '';
        if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
      }
      filter();
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
    readState();
    if (form.matches('.search')) controls[0]?.focus();
  }

  /** @param {HTMLElement} node */
  function textOf(node) {
    return (node instanceof HTMLTableRowElement ? node.cells[0] : node)?.textContent ?? '';
  }

  /**
   * A piece of the text around the first of the words, which are marked.
   * @param {Element | null} place
   * @param {string} text
   * @param {readonly string[]} words
   */
  function showWhere(place, text, words) {
    if (place === null) return;
    const lower = text.toLowerCase();
    const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((index) => index >= 0));
    if (!Number.isFinite(at)) {
      place.textContent = text;
      return;
    }
    const start = at < 80 ? 0 : text.indexOf(' ', at - 60) + 1;
    const piece = text.slice(start, start + 240);
    const pattern = new RegExp(
      `(${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
      'gi',
    );
    place.replaceChildren(
      ...(start > 0 ? ['… '] : []),
      ...piece.split(pattern).map((part, index) => {
        if (index % 2 === 0) return part;
        const mark = document.createElement('mark');
        mark.textContent = part;
        return mark;
      }),
    );
  }

  // --- an address opens what it names

  function openNamed() {
    let named;
    try {
      named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    const details = named instanceof HTMLDetailsElement ? named : named?.querySelector('details');
    if (details) details.open = true;
  }

  addEventListener('hashchange', openNamed);
  openNamed();
})();
