import { type Html, html } from '../../page/html.js';
import { count } from '../../text/layout.js';
import { lossText, MOST_LOSSES } from '../loss-text.js';
import type { Loss, LostEvent } from '../types.js';

/** Events told of one pair; the JSON form has them all. */
const MOST = 60;

/** The events that a pair loses: what was told, what came out, and whose fault it is. */
export function lossList(lost: readonly LostEvent[], encoder: string, decoder: string): Html {
  const more = lost.length - MOST;
  return html`<ul>${lost.slice(0, MOST).map((one) => lostEvent(one, encoder, decoder))}${
    more > 0 ? html`<li>and ${count(more, 'more event')}</li>` : ''
  }</ul>`;
}

function lostEvent({ event, losses }: LostEvent, encoder: string, decoder: string): Html {
  const more = losses.length - MOST_LOSSES;
  return html`<li><strong>${event}</strong>${losses
    .slice(0, MOST_LOSSES)
    .map(
      (loss) => html`<div>${lossHtml(loss, encoder, decoder)}</div>`,
    )}${more > 0 ? html`<div>and ${more} more</div>` : ''}</li>`;
}

/** One loss: our words as they are, foreign text as code. */
export function lossHtml(loss: Loss, encoder: string, decoder: string): Html {
  const { what, shown, blame } = lossText(loss, encoder, decoder);
  return html`${what}${shown.map(
    ([word, foreign], index) => html`${index === 0 ? ': ' : ', '}${word} <code>${foreign}</code>`,
  )}<br><span class="small dim">${blame}</span>`;
}
