import { describe, expect, test } from 'vitest';
import { pageOutputs } from '../../src/cli/page-outputs.js';
import { diagnosticOf } from './helpers/diagnostic.js';

describe('where a page goes', () => {
  test.each([
    ['Markdown on standard output', {}, [{ format: 'markdown' }]],
    ['another form on standard output', { format: 'html' }, [{ format: 'html' }]],
    ['JSON, as every reading command gives it', { json: true }, [{ format: 'json' }]],
    [
      'files, whose endings say the form',
      { output: ['a.md', 'b.HTML', 'c/d.json', 'e.markdown'] },
      [
        { format: 'markdown', path: 'a.md' },
        { format: 'html', path: 'b.HTML' },
        { format: 'json', path: 'c/d.json' },
        { format: 'markdown', path: 'e.markdown' },
      ],
    ],
    ['a file of any ending', { format: 'html', output: ['page.txt'] }, [{ format: 'html', path: 'page.txt' }]],
  ] as const)('%s', (_, flags, expected) => {
    expect(pageOutputs(flags)).toEqual(expected);
  });

  test.each(['page.txt', 'page', '.md/page'])('%s does not say in which form', async (path) => {
    expect(await diagnosticOf(() => pageOutputs({ output: [path] }))).toEqual({
      code: 'output.format',
      message: `failed to write ${path}: its ending does not say in which form`,
      hint: 'end it in .md, .markdown, .html, .htm, .json, or add --format markdown|html|json',
      exit: 2,
    });
  });
});
