// Requirements as rows: what each asks, and a mark for each SDK.
import type { Row } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';
import { requirementPath, sdkPath } from '../paths.js';
import type { Column, SiteContext } from '../types.js';
import { outcomeMark } from './outcome.js';

/** The heads of the columns. */
export const requirementHead = ({ columns }: SiteContext, link: (to: string) => string): Html =>
  html`<thead><tr><th scope="col">Requirement</th>${columns.map((column) => head(column, link))}</tr></thead>`;

const head = ({ sdk, label }: Column, link: (to: string) => string): Html =>
  html`<th scope="col" class="narrow"><a href="${link(sdkPath(sdk.entry.id))}">${label}</a></th>`;

export interface ShownRequirement {
  readonly id: string;
  readonly level: string;
  readonly rule: string;
}

/** One row. `row` is what the matrix has on it; attributes are for filters. */
export const requirementRow = (
  { id, level, rule }: ShownRequirement,
  row: Row | undefined,
  { columns }: SiteContext,
  link: (to: string) => string,
  attributes: Html = html``,
): Html => html`
<tr${attributes}><th scope="row"><a href="${link(requirementPath(id))}"><code>${breakable(id)}</code></a> <span class="level ${level}">${level.toUpperCase()}</span> <span class="rule">${rule}</span></th>${columns.map(
  (_, index) => html`<td>${outcomeMark(row?.cells[index]?.outcome ?? 'absent')}</td>`,
)}</tr>`;

/** An id may be broken behind its dots. */
export const breakable = (id: string): readonly Html[] => id.split(/(?<=\.)/).map((part) => html`${part}<wbr>`);
