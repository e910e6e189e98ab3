import { expect, test } from 'vitest';
import { type DiffFlags, diffOutputs } from '../../src/cli/diff-outputs.js';

test.each<[DiffFlags, ReturnType<typeof diffOutputs>]>([
  [{}, [{ format: 'text' }]],
  [{ json: true }, [{ format: 'json' }]],
  [{ format: 'markdown' }, [{ format: 'markdown' }]],
  [{ format: 'text', json: true }, [{ format: 'text' }]],
  [
    { output: ['a.MD', 'b.markdown', 'c.json', 'd.txt'] },
    [
      { format: 'markdown', path: 'a.MD' },
      { format: 'markdown', path: 'b.markdown' },
      { format: 'json', path: 'c.json' },
      { format: 'text', path: 'd.txt' },
    ],
  ],
  [{ output: ['anything'], format: 'json' }, [{ format: 'json', path: 'anything' }]],
  [{ output: ['a.md'], json: true }, [{ format: 'json', path: 'a.md' }]],
])('%j', (flags, outputs) => {
  expect(diffOutputs(flags)).toEqual(outputs);
});

test.each(['diff', 'diff.html', 'a.md/b'])('%s does not say its form', (file) => {
  expect(() => diffOutputs({ output: [file] })).toThrow(
    `failed to write ${file}: its ending does not say in which form`,
  );
});
