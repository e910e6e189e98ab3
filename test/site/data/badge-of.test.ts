import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/types.js';
import { badgeOf } from '../../../src/site/data/badge-of.js';
import { badgeText } from '../../../src/site/pages/badge-text.js';
import { caseOf, reportOf, requirementOf } from '../../report/text/helpers/reports.js';
import { versionNamed } from '../helpers/small-site.js';

/** Whether anything in it is more green than red or blue. */
const isGreen = (svg: string): boolean =>
  [...svg.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b|#([0-9a-f])([0-9a-f])([0-9a-f])\b/gi)].some((found) => {
    const [red = 0, green = 0, blue = 0] = found
      .slice(1)
      .filter((digits) => digits !== undefined)
      .map((digits) => Number.parseInt(digits.padStart(2, digits), 16));
    return green > red + 30 && green > blue + 30;
  });
const requirements = [requirementOf('http.dec.pct')];
const cases = [caseOf('http.dec.pct/euro@http-binary', { status: 'pass' })];

describe('a badge', () => {
  test.each<[Report['verdict'], boolean]>([
    ['conformant', true],
    ['nonconformant', false],
    ['inconclusive', false],
  ])('of a run that is %s: green is %s', (verdict, green) => {
    const svg = badgeOf(reportOf({ verdict, requirements, cases }));
    expect(isGreen(svg)).toBe(green);
    expect(badgeText({ ...versionNamed('1.0.0', reportOf()), badge: svg })).toMatch(
      /^CloudEvents 1\.0\.2.*: \d+\/\d+ MUST/,
    );
  });

  test('of a part is not green, and says so', () => {
    const selection = { only: ['http.*'], skip: [], cases: 1, of: 2 };
    const svg = badgeOf(reportOf({ verdict: 'conformant', requirements, cases, selection }));
    expect(isGreen(svg)).toBe(false);
    expect(svg).toContain('only 1 of 2 cases');
  });
});
