// Latencies as bars, each as long as its share of the greatest one.
import type { Style } from '../../report/text/style.js';
import type { LatencySummary } from './latency.js';

const ROWS = [
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p99', 'p99'],
  ['p99.9', 'p999'],
  ['max', 'max'],
] as const satisfies readonly (readonly [shown: string, key: keyof LatencySummary])[];

/** Eighths of a column, from one to eight. */
const EIGHTHS = '▏▎▍▌▋▊▉█';

const [LABEL_WIDTH, NUMBER_WIDTH, LONGEST] = [5, 9, 40];

/** One line for each percentile: its name, milliseconds, and its bar. */
export function latencyBars(summary: LatencySummary, { width, dim }: Pick<Style, 'width' | 'dim'>): readonly string[] {
  const most = Math.min(LONGEST, Math.max(8, width - 10 - LABEL_WIDTH - NUMBER_WIDTH - 5));
  return ROWS.map(([shown, key]) => {
    const ms = summary[key];
    const length = summary.max > 0 ? (ms / summary.max) * most : 0;
    return `${shown.padEnd(LABEL_WIDTH)}${milliseconds(ms).padStart(NUMBER_WIDTH)} ms  ${dim(bar(length))}`;
  });
}

/** `length` in columns; what is not nothing is seen. */
function bar(length: number): string {
  const eighths = Math.max(length > 0 ? 1 : 0, Math.round(length * 8));
  const rest = eighths % 8;
  return '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : (EIGHTHS[rest - 1] ?? ''));
}

const milliseconds = (ms: number): string => ms.toFixed(ms < 10 ? 2 : ms < 1000 ? 1 : 0);
