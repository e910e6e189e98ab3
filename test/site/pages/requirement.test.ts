import { describe, expect, test } from 'vitest';
import { requirementPage } from '../../../src/site/pages/requirement.js';
import type { SiteContext } from '../../../src/site/types.js';
import { caseOf } from '../../report/text/helpers/reports.js';
import { demoReport, sdkNamed, smallContext, versionNamed } from '../helpers/small-site.js';
import { textOf } from '../helpers/text-of.js';

const context = smallContext();

function pageOf(id: string, of: SiteContext = context): string {
  const requirement = of.registry.requirements.get(id);
  if (requirement === undefined) throw new Error(`no requirement ${id}`);
  const cases = of.suite.cases.filter((item) => item.requirement.id === id);
  return requirementPage(requirement, cases, of).main.html;
}

describe('the page of a requirement', () => {
  const page = pageOf('http.dec.pct');
  const text = textOf(page);

  test('says what it asks, and where that stands', () => {
    expect(text).toContain('http.dec.pct');
    expect(text).toContain('Percent sequences are decoded as UTF-8');
    expect(text).toContain('MUST: a case that fails makes the target nonconformant');
    expect(page).toContain('http-protocol-binding.md#3132-http-header-values">3.1.3.2. HTTP Header Values</a>');
    expect(text).toContain('http/3132-http-header-values/5 MUST, 1.0.2 and main');
    expect(page).toContain('<a href="positions.html#A31">A31</a>');
    expect(text).toContain('Follow the text');
  });

  test('says who keeps it, with the version, and why not', () => {
    expect(text).toContain('demo 2.0.0 (javascript) ✖ failed 1 pass, 1 fail Left as it was');
    expect(page).toContain('<a href="../sdks/demo/index.html#finding-raw-1">');
  });

  test('shows each variant: the bytes, what is expected, what came', () => {
    expect(page).toContain('<details id="case-euro">');
    expect(text).toContain('ce-subject: Euro%20%E2%82%AC%20%F0%9F%98%80');
    expect(text).toContain('JavaScript over http-binary');
    expect(text).toContain('Actual {"subject":"Euro%20%E2%82%AC"}');
    // Of a case that is not in the report nobody says anything.
    expect(text).toContain(', JavaScript ∅absent');
  });

  test('over several carriers, says over which it did what, where that differs', () => {
    const judged = (kafka: 'pass' | 'fail'): string =>
      pageOf(
        'core.type.bool',
        smallContext([
          sdkNamed(
            'demo',
            versionNamed(
              '2.0.0',
              demoReport({
                cases: [
                  caseOf('core.type.bool/true@http-binary'),
                  caseOf('core.type.bool/true@kafka-binary', { status: kafka, message: 'it said True' }),
                ],
              }),
            ),
          ),
        ]),
      );
    const [alike, differing] = [judged('pass'), judged('fail')];
    expect(alike).not.toContain('<table class="carriers">');
    expect(textOf(alike)).toContain('http-binary, kafka-binary, mqtt5-binary: alike.');
    expect(textOf(alike)).toContain('JavaScript ✔verified 2');
    expect(textOf(differing)).toContain('http-binary ✔ pass kafka-binary ✖ fail mqtt5-binary ∅ absent');
    expect(textOf(differing)).toContain('JavaScript ✖failed 1/2');
    expect(textOf(differing)).toContain('JavaScript over kafka-binary Seen it said True');
  });

  test('one without a case says why', () => {
    const bare = [...context.registry.requirements.values()].find(({ withoutCase }) => withoutCase !== undefined);
    expect(textOf(pageOf(bare?.id ?? ''))).toContain(`None: ${bare?.withoutCase?.replaceAll(/\s+/g, ' ')}`);
  });

  test('one that no report speaks of says so', () => {
    expect(textOf(pageOf('cesql.fn.trim'))).toContain('No report speaks of it: no SDK was asked.');
  });
});
