// Changes of header lines, record headers and user properties. Total, and within bounds; what splits a request of HTTP is
// never in them.
import type { HeaderLine, Message } from '../../binding/types.js';
import { headerName } from '../writing/header-name.js';
import { MOST_LINES, MOST_VALUE } from './bounds.js';
import type { Step } from './types.js';

type LineStep = Extract<Step, { readonly kind: 'drop-line' | 'double-line' | 'value' | 'name' | 'new-lines' }>;

/** The lines after one step. */
export function mutateLines({ headers, binding }: Message, step: LineStep): readonly HeaderLine[] {
  return bounded(changed(headers, step), binding === undefined);
}

function changed(lines: readonly HeaderLine[], step: LineStep): readonly HeaderLine[] {
  switch (step.kind) {
    case 'drop-line':
      return lines.toSpliced(indexOf(lines, step.at), 1);
    case 'double-line': {
      const line = lines[indexOf(lines, step.at)];
      return line === undefined ? lines : [...lines, line];
    }
    case 'value':
      return replaced(lines, step.line, ([name, value]) => {
        const at = Math.floor((value.length * clamped(step.at)) / 1000);
        return [name, value.slice(0, at) + repeated(step.text, step.times) + value.slice(at)];
      });
    case 'name':
      return replaced(lines, step.line, ([name, value]) => [headerName(name, step.style), value]);
    case 'new-lines': {
      const count = Math.max(0, Math.min(step.count, 1000));
      const added = Array.from(
        { length: count },
        (_, at): HeaderLine => [at === 0 ? step.name : `${step.name}${at}`, step.value],
      );
      return [...lines, ...added];
    }
  }
}

const clamped = (at: number): number => Math.min(Math.max(at, 0), 1000);

const indexOf = ({ length }: readonly HeaderLine[], at: number): number =>
  Math.min(Math.floor((length * clamped(at)) / 1000), Math.max(0, length - 1));

function replaced(
  lines: readonly HeaderLine[],
  at: number,
  change: (line: HeaderLine) => HeaderLine,
): readonly HeaderLine[] {
  const index = indexOf(lines, at);
  const line = lines[index];
  return line === undefined ? lines : lines.with(index, change(line));
}

const repeated = (text: string, times: number): string =>
  text.repeat(Math.max(0, Math.min(times, Math.floor(MOST_VALUE / Math.max(1, text.length)))));

/** Lines of HTTP have no blanks around their values: they would be none of the value. */
function bounded(lines: readonly HeaderLine[], isHttp: boolean): readonly HeaderLine[] {
  const kept: HeaderLine[] = [];
  let size = 0;
  for (const [name, value] of lines) {
    const clean = isHttp ? value.replace(/[\r\n\0]/g, '').replace(/[^\x00-\xff]/g, '?') : value;
    const line: HeaderLine = [name, clean.slice(0, MOST_VALUE)];
    size += name.length + line[1].length + 4;
    if (size > MOST_LINES) break;
    kept.push(line);
  }
  return kept;
}
