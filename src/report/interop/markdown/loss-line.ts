import { code } from '../../markdown/code.js';
import { prose } from '../../markdown/prose.js';
import { lossText } from '../loss-text.js';
import type { Loss } from '../types.js';

/** A loss on one line of Markdown. */
export function lossLine(loss: Loss, encoder: string, decoder: string): string {
  const { what, shown, blame } = lossText(loss, encoder, decoder);
  const foreign = shown.map(([word, text]) => `${word} ${code(text)}`).join(', ');
  return `${prose(what)}${foreign === '' ? '' : `: ${foreign}`}; ${prose(blame)}`;
}
