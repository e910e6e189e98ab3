// Progress on stderr: one line that is rewritten on a terminal, now and then a line in a log. It holds no timer, so it
// never keeps the process alive: whoever makes progress calls `show`.
import { inert } from '../report/text/inert.js';
import { safe } from '../report/text/safe.js';
import type { Stream } from './io.js';

export interface Progress {
  /** A note of its own line. It may hold text of the target. */
  say(text: string): void;
  /** `total` is 0 where there is no end in sight. `words` are about what else there is to know. */
  show(done: number, total: number, words?: string): void;
  /** Clears what was drawn. May be called again; nothing is drawn afterwards. */
  end(): void;
}

/** Milliseconds between two drawings: ten a second look alive; a log is to be read later. */
const [TTY_PAUSE_MS, LOG_PAUSE_MS] = [100, 2_000];

/** Cells of the bar. */
const BAR = 24;

/** Erases the line, and puts the cursor at its beginning. */
const CLEAR = '\r\u001b[2K';

/** Progress on a stream; `now` is a monotonic clock in milliseconds. A quiet one writes notes alone. `unit` is what is counted. */
export function createProgress(
  stream: Stream,
  quiet: boolean,
  now: () => number = () => performance.now(),
  unit: string = 'cases',
): Progress {
  // A log of a short run needs no progress at all; a terminal shows it at once.
  let last = stream.isTty ? Number.NEGATIVE_INFINITY : now();
  let isDrawn = false;
  let isEnded = false;
  const clear = (): void => {
    if (isDrawn) stream.write(CLEAR);
    isDrawn = false;
  };
  return {
    say(text) {
      if (isEnded) return;
      clear();
      stream.write(inert(`${safe(text)}\n`));
      // What the note wiped away is drawn again at once.
      if (stream.isTty) last = Number.NEGATIVE_INFINITY;
    },
    show(done, total, words) {
      if (quiet || isEnded || now() - last < (stream.isTty ? TTY_PAUSE_MS : LOG_PAUSE_MS)) return;
      last = now();
      const text = `${total > 0 ? `${done} of ${total}` : done} ${unit}${words === undefined ? '' : `, ${words}`}`;
      if (!stream.isTty) {
        stream.write(`${text}\n`);
        return;
      }
      stream.write(CLEAR + line(text, total > 0 ? Math.min(1, done / total) : 0, stream.columns));
      isDrawn = true;
    },
    end() {
      clear();
      isEnded = true;
    },
  };
}

// A line as wide as the terminal would wrap, and could not be erased.
function line(text: string, share: number, columns: number): string {
  const filled = Math.round(share * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const room = Math.max(0, (columns || 80) - 1);
  return BAR + 1 + text.length <= room ? `${bar} ${text}` : text.slice(0, room);
}
