import type { Decision } from '../render/decision.js';
import type { Report } from '../types.js';
import { messageText } from './message-text.js';

/** Longest sentence, in characters. */
const MOST = 1000;

/** What the run amounts to. A viewer of results alone would take an inconclusive run for a good one: a notification says it. */
export function invocationOf({ run }: Report, { verdict, sentence, exit, notes }: Decision): object {
  const start = Date.parse(run.startedAt) || 0;
  const level = exit === 0 ? 'note' : verdict === 'inconclusive' ? 'warning' : 'error';
  return {
    executionSuccessful: exit !== 4 && run.stopped === undefined,
    startTimeUtc: new Date(start).toISOString(),
    endTimeUtc: new Date(start + Math.min(run.durationMs, 1e12)).toISOString(),
    exitCode: exit,
    exitCodeDescription: verdict,
    toolExecutionNotifications: [
      { level, message: { text: messageText(`${verdict}: ${sentence}`, MOST) } },
      ...notes.map((note) => ({ level: exit === 0 ? 'note' : 'warning', message: { text: messageText(note, MOST) } })),
    ],
  };
}
