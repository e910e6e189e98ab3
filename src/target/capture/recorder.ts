// What a capture has kept, lost and counted so far, whatever brings the messages, and the one end that it has.
import type { SinkMessage } from '../types.js';
import { createTally, type Tally } from './tally.js';
import type { Capture, CaptureEnd, CaptureLosses, Loss, UntilOptions } from './types.js';
import { waitForEnd } from './wait-for-end.js';

export interface Recorder extends Pick<Capture, 'messages' | 'losses' | 'until'> {
  readonly tally: Tally;
  /** Gives whether the message is kept: not where there are enough of them, nor after the end. */
  keep(message: SinkMessage): boolean;
  lose(loss: Loss, reason?: string): void;
  /** Ends what did not end yet. */
  interrupt(): void;
}

export interface RecorderOptions {
  readonly maxMessages: number;
  readonly counts: (message: SinkMessage) => boolean;
}

export function createRecorder({ maxMessages, counts }: RecorderOptions): Recorder {
  const messages: SinkMessage[] = [];
  const lost: Record<Loss, number> = { tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 };
  const tally = createTally();
  const closing = new AbortController();
  let unreadableBecause: string | undefined;
  let ending: Promise<CaptureEnd> | undefined;
  let isOver = false;

  function lose(loss: Loss, reason?: string): void {
    if (isOver) return;
    lost[loss] += 1;
    if (loss === 'unreadable') unreadableBecause ??= reason;
    // A message that was there, and has no place: whoever waits for it waits in vain.
    if (loss === 'tooLarge' || loss === 'noRoom') tally.count();
  }

  return {
    tally,
    keep(message) {
      if (isOver) return false;
      if (messages.length >= maxMessages) {
        lose('noRoom');
        return false;
      }
      messages.push(message);
      if (counts(message)) tally.count();
      return true;
    },
    lose,
    messages: () => [...messages],
    losses: (): CaptureLosses => ({ ...lost, ...(unreadableBecause !== undefined && { unreadableBecause }) }),
    until(until: UntilOptions) {
      const signal = AbortSignal.any([closing.signal, ...(until.signal === undefined ? [] : [until.signal])]);
      ending ??= waitForEnd(tally, { ...until, signal }, () => {
        isOver = true;
      });
      return ending;
    },
    interrupt: () => closing.abort(),
  };
}
