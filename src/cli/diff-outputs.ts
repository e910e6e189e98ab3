// Where a diff goes and in which form: `-o FILE`, whose ending says the form, or standard output.
import { extname } from 'node:path';
import { usageError } from '../engine/error.js';

export const DIFF_FORMATS = ['text', 'markdown', 'json'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export interface DiffFlags {
  readonly format?: DiffFormat;
  readonly output?: readonly string[];
  readonly json?: boolean;
  /** Compare what both runs were asked, though they were asked different things. */
  readonly force?: boolean;
  /** Every requirement, and every finding. */
  readonly verbose?: boolean;
}

/** `path` is absent for standard output. */
export interface DiffOutput {
  readonly format: DiffFormat;
  readonly path?: string;
}

const ENDINGS: Readonly<Record<string, DiffFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
  '.txt': 'text',
};

/** What is written where. `--format` wins over the ending of a file. Throws a usage error for an unknown ending. */
export function diffOutputs({ format, output = [], json }: DiffFlags): readonly DiffOutput[] {
  const asked = format ?? (json === true ? 'json' : undefined);
  if (output.length === 0) return [{ format: asked ?? 'text' }];
  return output.map((path) => ({ format: asked ?? formatOf(path), path }));
}

function formatOf(path: string): DiffFormat {
  const format = ENDINGS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw usageError(
    'output.format',
    `failed to write ${path}: its ending does not say in which form`,
    `end it in ${Object.keys(ENDINGS).join(', ')}, or add --format ${DIFF_FORMATS.join('|')}`,
  );
}
