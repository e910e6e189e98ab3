import type { Observed } from '../../engine/observed.js';

/** Refusals for the size of a request are about the limits of a server, and are counted as undecided. */
export const LIMITS: ReadonlySet<number> = new Set([413, 414, 431]);

/** Whether a message was refused for its size. */
export const isTooLarge = ({ reactions }: Observed): boolean =>
  reactions.some((reaction) => reaction.kind === 'refused' && LIMITS.has(reaction.status ?? 0));
