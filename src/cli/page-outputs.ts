// Where a page goes and in which form: `-o FILE`, whose ending says the form, or standard output.
import { extname } from 'node:path';
import { usageError } from '../engine/error.js';

export const PAGE_FORMATS = ['markdown', 'html', 'json'] as const;
export type PageFormat = (typeof PAGE_FORMATS)[number];

export interface PageFlags {
  readonly format?: PageFormat;
  readonly output?: readonly string[];
  readonly json?: boolean;
}

/** `path` is absent for standard output. */
export interface PageOutput {
  readonly format: PageFormat;
  readonly path?: string;
}

const ENDINGS: Readonly<Record<string, PageFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
};

/** What is written where. `--format` wins over the ending of a file. Throws a usage error for an unknown ending. */
export function pageOutputs({ format, output = [], json }: PageFlags): readonly PageOutput[] {
  const asked = format ?? (json === true ? 'json' : undefined);
  if (output.length === 0) return [{ format: asked ?? 'markdown' }];
  return output.map((path) => ({ format: asked ?? formatOf(path), path }));
}

function formatOf(path: string): PageFormat {
  const format = ENDINGS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw usageError(
    'output.format',
    `failed to write ${path}: its ending does not say in which form`,
    `end it in ${Object.keys(ENDINGS).join(', ')}, or add --format ${PAGE_FORMATS.join('|')}`,
  );
}
