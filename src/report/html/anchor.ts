import { type Html, html } from '../page/html.js';

/** Ids as ours are. Another one, which a foreign report may hold, gets no anchor: an id is no place for any text. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._/@+-]*$/;

/** The `id` of an element, with a blank before it. */
export const anchor = (id: string): Html | undefined => (PLAIN.test(id) ? html` id="${id}"` : undefined);

/** The address of a requirement, a section, a finding, a position or a case on this page. */
export const addressOf = (id: string): string =>
  `#${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('%2F', '/')
    .replaceAll('%40', '@')}`;
