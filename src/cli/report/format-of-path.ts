import { extname } from 'node:path';
import { usageError } from '../../engine/error.js';
import { FORMATS } from '../../report/render/renderers.js';

const ENDINGS: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xml': 'junit',
  '.tap': 'tap',
  '.sarif': 'sarif',
  '.har': 'har',
};

/** The format that the ending of a file stands for. Throws a usage error where it stands for none. */
export function formatOfPath(path: string): string {
  const format = ENDINGS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw usageError(
    'output.format',
    `failed to write ${path}: its ending does not say in which form`,
    `end it in ${Object.keys(ENDINGS).join(', ')}, or add --format ${FORMATS.join('|')}`,
  );
}
