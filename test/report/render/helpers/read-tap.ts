// TAP as tap-parser reads it.
import { Parser } from 'tap-parser';

export interface TapRead {
  readonly ok: boolean;
  readonly bailout?: string | boolean;
  readonly count: number;
  readonly pass: number;
  readonly fail: number;
  readonly skip: number;
  readonly todo: number;
  readonly plan: { readonly start: number; readonly end: number };
  readonly points: readonly {
    readonly ok: boolean;
    readonly id: number;
    readonly name: string;
    readonly skip: string | boolean;
    readonly todo: string | boolean;
    readonly diag: Readonly<Record<string, unknown>> | null;
  }[];
  /** Lines that are no TAP. */
  readonly extra: readonly string[];
}

/** TAP, parsed strictly. */
export function readTap(text: string): TapRead {
  const points: TapRead['points'][number][] = [];
  const extra: string[] = [];
  let read: Omit<TapRead, 'points' | 'extra'> | undefined;
  const parser = new Parser({ strict: true }, (result) => {
    read = result as unknown as typeof read;
  });
  parser.on('assert', (point) => points.push(point as unknown as TapRead['points'][number]));
  parser.on('extra', (line) => extra.push(line));
  parser.end(text);
  if (read === undefined) throw new Error('the parser has not ended');
  return { ...read, points, extra };
}
