import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/types.js';
import type { Sdk, Version } from '../../../src/site/data/types.js';
import { sdkPage } from '../../../src/site/pages/sdk.js';
import { HOSTILE, hostileReport } from '../../report/matrix/helpers/excerpts.js';
import { demoReport, sdkNamed, smallContext, versionNamed } from '../helpers/small-site.js';
import { textOf } from '../helpers/text-of.js';

const pageOf = (sdk: Sdk, version: Version = sdk.newest): string =>
  sdkPage(sdk, version, smallContext([sdk])).main.html;
const demo = (rest: Parameters<typeof demoReport>[0] = {}, version = '2.0.0'): Version =>
  versionNamed(version, demoReport(rest));

describe('the page of an SDK', () => {
  const page = pageOf(sdkNamed('demo', demo()));

  test('says what the report says', () => {
    const text = textOf(page);
    expect(text).toContain(
      '✖ nonconformant: of 3 MUST requirements that apply to what it claims, 1 verified, 1 failed (1 finding), 1 not decided.',
    );
    expect(text).toContain('on 2026-01-01, by ce-conform 1.2.3');
    expect(page).toContain('alt="CloudEvents 1.0.2: 1/3 MUST, 1 failed"');
  });

  test('tells breaches from warnings, each with its requirement, evidence and the line that shows it again', () => {
    const [findings = '', warnings = ''] = page.split('<h2 id="warnings">');
    expect(textOf(findings)).toContain('Left as it was http.dec.pct 1 case');
    expect(findings).toContain('id="finding-raw-1"');
    expect(findings).toContain('href="../../requirements/http.dec.pct.html#case-euro"');
    expect(textOf(findings)).toContain(
      'Seen it was not decoded Expected {"subject":"Euro €"} Actual {"subject":"Euro%20%E2%82%AC"}',
    );
    expect(textOf(findings)).toContain(
      'ce-conform --only http.dec.pct/euro@http-binary --adapter -- node adapters/demo.js',
    );
    expect(findings).not.toContain('finding-ex-2');
    expect(warnings).toContain('id="finding-ex-2"');
    expect(textOf(warnings)).toContain('core.id.opaque nothing came back');
  });

  test('shows how to see it again', () => {
    expect(textOf(page)).toContain('ce-conform verify reports/demo/2.0.0.json');
    expect(textOf(page)).toContain('npm run subjects -- demo --check');
    expect(textOf(page)).toContain('ce-conform --seed seed --adapter -- node adapters/demo.js');
    expect(page).toContain('<a href="../../reports/demo/2.0.0.json">');
  });

  test.each<[string, Partial<Report>, string]>([
    ['a part', { selection: { only: ['x'], skip: [], cases: 3, of: 9 } }, 'Only 3 of 9 cases were asked for.'],
    ['a profile that is not seen', { unseen: [{ id: 'validation', reveal: 'say so' }] }, 'not seen say so'],
  ])('a report of %s says so', (_, rest, expected) => {
    expect(textOf(pageOf(sdkNamed('demo', demo(rest))))).toContain(expected);
  });

  test('a history of one says so', () => {
    expect(textOf(page)).toContain('This is the only version that was judged.');
  });

  test('older versions stand behind the newest, with pages of their own', () => {
    const older = demo(
      { verdict: 'conformant', findings: [], suite: { digest: 'old', specVersion: '1.0.2' } },
      '1.0.0',
    );
    const sdk = sdkNamed('demo', demo(), [older]);
    const newest = pageOf(sdk);
    expect(newest.indexOf('<b>2.0.0</b>')).toBeLessThan(newest.indexOf('<a href="1.0.0.html">1.0.0</a>'));
    expect(textOf(newest)).not.toContain('only version');
    expect(textOf(newest)).toContain('judged by different suites');
    const old = pageOf(sdk, older);
    expect(textOf(old)).toContain('An older version: demo 2.0.0 (javascript) is the newest that was judged.');
    expect(old).toContain('src="badge-1.0.0.svg"');
    expect(old).toContain('<a href="index.html">2.0.0</a>');
    expect(textOf(old)).not.toContain('npm run subjects');
  });

  test('what was written about a change is linked', () => {
    const sdk = sdkNamed('demo', demo());
    const context = smallContext([sdk], {
      markdown: [{ path: 'reports/demo/1-to-2.md', text: '# From 1 to 2\n\nMuch.' }],
    });
    expect(sdkPage(sdk, sdk.newest, context).main.html).toContain('<a href="1-to-2.html">From 1 to 2</a>');
  });

  test('hostile text is text', () => {
    const hostile = pageOf(sdkNamed('demo', versionNamed('1.0.0', hostileReport())));
    expect(hostile).not.toMatch(/<script|<img src=x|<b>\s|\u001b|\u202e/);
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(textOf(hostile)).toContain(HOSTILE.slice(0, 40));
    expect(hostile).not.toContain('href="javascript:');
  });
});
