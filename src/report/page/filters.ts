import { type Html, html } from './html.js';

/** A choice among values. The first option, which filters nothing, is `any`. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/**
 * The form above a grid. Its script shows the rows whose `data-NAME` has the chosen value among its words, and whose
 * text has every word of the search; the state stands in the fragment of the address.
 */
export const filterForm = (choices: readonly Choice[], hint: string): Html => html`
<form class="filters" role="search" aria-label="Filter the rows">
<label>Search<input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${hint}"></label>
${choices.filter(({ options }) => options.length > 1).map(select)}
<button type="reset">Reset</button>
<p class="count" role="status"></p>
</form>`;

const select = ({ name, label, any, options }: Choice): Html => html`
<label>${label}<select name="${name}"><option value="">${any}</option>${options.map(
  ([value, text]) => html`<option value="${value}">${text}</option>`,
)}</select></label>`;
