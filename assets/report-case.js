// @ts-check
// One case, as the dialog shows it: its rule, what was expected and what came, the bytes, and the line that runs it again.

/**
 * @param {Entry} entry
 * @param {Detail} detail
 * @param {{ isHex: boolean, onHex: (isHex: boolean) => void }} view
 * @returns {Promise<Node[]>}
 */
async function caseParts(entry, detail, { isHex, onHex }) {
  const captured = detail.captured === undefined ? undefined : await loadCaptured(detail.captured);
  const exchange = el('div', { class: 'exchange' });
  const fill = (/** @type {boolean} */ hex) => exchange.replaceChildren(...exchangeParts(detail, captured, hex));
  fill(isHex);
  const toggle = el('button', { type: 'button', class: 'hex-toggle', 'aria-pressed': String(isHex) }, 'Show as hex');
  toggle.addEventListener('click', () => {
    const hex = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(hex));
    fill(hex);
    onHex(hex);
  });
  const hasBytes = captured !== undefined || detail.sent !== undefined;
  return [
    el('p', { class: 'status' }, statusMark(entry.status), el('strong', {}, entry.status), ' ', lineOf(entry.title)),
    ...(entry.message === '' ? [] : [el('p', { class: 'because' }, lineOf(entry.message))]),
    ...ruleParts(entry, detail),
    ...outcomeParts(detail),
    ...(hasBytes
      ? [
          el('div', { class: 'heading' }, el('h3', {}, captured === undefined ? 'Exchange' : 'Captured'), toggle),
          exchange,
        ]
      : [
          el(
            'p',
            { class: 'dim' },
            detail.unkept
              ? 'What was exchanged is nested too deeply for this page; the JSON report has it.'
              : 'Nothing was exchanged.',
          ),
        ]),
    el('h3', {}, 'Run it again'),
    commandBox(detail.rerun),
  ];
}

/** The rule behind a case, its twin and its positions. @param {Entry} entry @param {Detail} detail */
function ruleParts({ row }, { level, twin, positions, unscored, uncounted, ms }) {
  const about = requirementAt(row);
  const notes = [
    ...(unscored ? ['not part of the scored specification'] : []),
    ...(uncounted ? ['in no profile of this report: the verdict does not speak of it'] : []),
    ...(ms === undefined ? [] : [`it took ${ms / 1000} s`]),
  ];
  return [
    el(
      'dl',
      { class: 'facts' },
      about === undefined
        ? []
        : fact(
            'Rule',
            el('a', { href: `#${about.id}` }, el('code', {}, lineOf(about.id))),
            ' ',
            el('span', { class: `level ${level}` }, level.toUpperCase()),
            ` ${about.rule} `,
            about.href === undefined ? undefined : el('a', { href: about.href }, lineOf(about.section)),
          ),
      twin === undefined ? [] : fact('Twin', twinLink(twin)),
      positions.flatMap((id) => fact(`Position ${lineOf(id)}`, ...positionText(id))),
      notes.length === 0 ? [] : fact('Note', notes.join('; ')),
    ),
  ];
}

/** @param {string} name @param {...(Node | string | undefined)} text */
const fact = (name, ...text) => [el('div', {}, el('dt', {}, name), el('dd', {}, text))];

/** @param {string} twin */
function twinLink(twin) {
  const status = known?.byId.get(twin)?.status;
  if (status === undefined) return el('span', {}, el('code', {}, lineOf(twin)), ' (not in this report)');
  return el(
    'span',
    {},
    statusMark(status),
    el('a', { href: addressOf(twin) }, el('code', {}, lineOf(twin))),
    ` ${status}`,
  );
}

/** The text of a position, from the end of the page. @param {string} id @returns {Node[]} */
function positionText(id) {
  unfoldIn(need('details.positions', HTMLDetailsElement));
  const text = document.getElementById(id)?.querySelector('dd');
  return text === null || text === undefined ? [] : [...text.cloneNode(true).childNodes];
}

/** Expected against actual. @param {Detail} detail @returns {Node[]} */
function outcomeParts({ diff, expected, actual }) {
  if (diff !== undefined) return [el('h3', {}, 'Expected and actual'), diffBox(diff)];
  const parts = [
    ...(expected === undefined ? [] : [['Expected', expected]]),
    ...(actual === undefined ? [] : [['Actual', actual]]),
  ];
  return parts.flatMap(([title, value]) => [
    el('h3', {}, String(title)),
    typeof value === 'string' ? foldedBox(value, String(title)) : foldedJson(value, String(title)),
  ]);
}

/** @param {[side: number, line: string][]} lines */
function diffBox(lines) {
  const isSame = lines.every(([side]) => side === 0);
  const key = isSame ? 'They are the same.' : '− expected   + actual';
  const rows = lines.map(([side, line], index) => {
    const [name, sign] = side < 0 ? ['del', '−'] : side > 0 ? ['ins', '+'] : ['span', ' '];
    const text = el('span', {}, markedLine(line, counterpart(lines, index)));
    const said = side < 0 ? 'expected: ' : side > 0 ? 'actual: ' : '';
    return el(
      /** @type {'del' | 'ins' | 'span'} */ (name),
      { class: 'line' },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      said === '' ? undefined : el('span', { class: 'hidden' }, said),
      text,
    );
  });
  return el('div', { class: 'diff' }, el('p', { class: 'dim small' }, key), el('div', { class: 'lines' }, rows));
}

/** The line of the other side that a changed line took the place of. @param {[number, string][]} lines @param {number} at */
function counterpart(lines, at) {
  const side = lines[at]?.[0] ?? 0;
  if (side === 0) return undefined;
  let [start, end] = [at, at];
  while ((lines[start - 1]?.[0] ?? 0) !== 0) start--;
  while ((lines[end + 1]?.[0] ?? 0) !== 0) end++;
  const block = lines.slice(start, end + 1);
  const [ours, theirs] = [block.filter(([one]) => one === side), block.filter(([one]) => one === -side)];
  const place = ours.indexOf(/** @type {[number, string]} */ (lines[at]));
  return theirs[place]?.[1];
}

/** A changed line, with the part that changed marked. @param {string} line @param {string | undefined} other */
function markedLine(line, other) {
  if (other === undefined) return visible(line);
  let start = 0;
  while (start < Math.min(line.length, other.length) && line[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(line.length, other.length) - start && line.at(-1 - end) === other.at(-1 - end)) end++;
  // Half of a pair of surrogates is nothing to mark.
  while (start > 0 && /[\ud800-\udbff]/.test(line[start - 1] ?? '')) start--;
  while (end > 0 && /[\udc00-\udfff]/.test(line.at(-end) ?? '')) end--;
  const changed = line.slice(start, line.length - end);
  return [
    ...visible(line.slice(0, start)),
    ...(changed === '' ? [] : [el('mark', {}, visible(changed))]),
    ...visible(line.slice(line.length - end)),
  ];
}

/** @param {Detail} detail @param {any} captured @param {boolean} isHex */
function exchangeParts({ sent = [], received = [], fence, stderr, captured: place = 0 }, captured, isHex) {
  if (captured !== undefined) return [el('h4', {}, `Message ${place + 1}`), receivedPart(captured, isHex)];
  return [
    el('h4', {}, 'Sent'),
    ...sent.map((part) => sentPart(part, isHex)),
    el('h4', {}, 'Received'),
    ...(received.length === 0
      ? [el('p', { class: 'dim' }, 'Nothing.')]
      : received.map((part) => receivedPart(part, isHex))),
    ...(fence === undefined ? [] : [el('p', { class: 'note' }, FENCES[fence] ?? fence)]),
    ...(stderr === undefined ? [] : [el('h4', {}, 'What the program wrote on stderr'), foldedBox(stderr, 'stderr')]),
  ];
}

/** @type {Readonly<Record<string, string>>} */
const FENCES = {
  lost: 'An event that was sent later did not arrive either.',
  late: 'It came when the filter was gone.',
};

/** @param {string} line */
function commandBox(line) {
  return el(
    'div',
    { class: 'command' },
    el(
      'pre',
      { tabindex: '0', role: 'group', 'aria-label': 'Command that runs it again' },
      el('code', {}, lineOf(line)),
    ),
    el('button', { type: 'button', class: 'copy' }, 'Copy'),
  );
}
