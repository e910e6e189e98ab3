import { expect, test } from 'vitest';
import { buildMatrix } from '../../../src/report/matrix/build-matrix.js';
import { columnsOf } from '../../../src/site/parts/columns-of.js';
import { reportOf } from '../../report/text/helpers/reports.js';
import { sdkNamed, versionNamed } from '../helpers/small-site.js';

const sdk = (id: string, name: string, language?: string) =>
  sdkNamed(id, versionNamed('1.0.0', reportOf({ target: { name, ...(language === undefined ? {} : { language }) } })));

test('columns stand as in the matrix, and have the language for a name where that tells them apart', () => {
  const sdks = [
    sdk('zeta', 'z', 'go'),
    sdk('one', 'a', 'rust'),
    sdk('two', 'b', 'go'),
    sdk('three', 'c'),
    sdk('four', 'd', 'x<y'),
  ];
  const columns = columnsOf(sdks);
  expect(columns.map(({ label }) => label)).toEqual(['Rust', 'two', 'three', 'x<y', 'zeta']);
  const { subjects } = buildMatrix(sdks.map(({ newest }) => newest.excerpt));
  expect(columns.map((column) => column.sdk.newest.excerpt.target.name)).toEqual(subjects.map(({ name }) => name));
});
