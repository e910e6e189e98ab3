// A loss in words. Ours are plain; what is foreign stands apart, so that each form can escape it.
import { isCoreAttribute } from '../../event/names.js';
import type { Loss } from './types.js';

/** A word of ours, or foreign text under it. */
export interface LossText {
  readonly what: string;
  /** Foreign texts, each behind its word: `told "a"`. */
  readonly shown: readonly (readonly [word: string, foreign: string])[];
  /** Whose fault it is; the ids of the two are those of the list of subjects. */
  readonly blame: string;
}

/** Losses of one event that are told where many are; the JSON form has them all. */
export const MOST_LOSSES = 3;

/** What was lost between an encoder and a decoder. */
export function lossText(loss: Loss, encoder: string, decoder: string): LossText {
  return { ...whatOf(loss, encoder, decoder), blame: blameText(loss, encoder, decoder) };
}

function whatOf(loss: Loss, encoder: string, decoder: string): Omit<LossText, 'blame'> {
  switch (loss.kind) {
    case 'attribute': {
      const isCore = isCoreAttribute(loss.name);
      const wrote = loss.wrote === undefined ? [] : [['written', loss.wrote] as const];
      return {
        what: `${isCore ? loss.name : 'extension'} ${loss.change}`,
        shown: [...(isCore ? [] : [['named', loss.name] as const]), ...values(loss), ...wrote],
      };
    }
    case 'data':
      return { what: `data ${loss.change}`, shown: values(loss) };
    case 'count':
      return { what: `${loss.told} told, ${loss.seen} came out`, shown: [] };
    case 'refused':
      return { what: `refused by ${loss.by === 'encoder' ? encoder : decoder}`, shown: [['because', loss.reason]] };
    case 'failed':
      return { what: `${loss.by === 'encoder' ? encoder : decoder} failed`, shown: [['because', loss.message]] };
  }
}

const values = ({ told, seen }: { readonly told?: string; readonly seen?: string }): LossText['shown'] => [
  ...(told === undefined ? [] : [['told', told] as const]),
  ...(seen === undefined ? [] : [['came out', seen] as const]),
];

function blameText(loss: Loss, encoder: string, decoder: string): string {
  switch (loss.side) {
    case 'encoder':
      if (loss.unencoded === true) return `${encoder} writes header values without percent-encoding`;
      if ('by' in loss && loss.by === 'encoder') return `the event that ${encoder} was asked to write is valid`;
      return `${encoder} writes it so that the reference does not read what was told`;
    case 'decoder':
      return `${decoder} does not read it from the reference either`;
    case 'both':
      return `${encoder} does not get it across to the reference, and ${decoder} does not read it from the reference`;
    case 'open':
      return 'neither loses it with the reference, so it is open whose fault it is';
  }
}
