// A small site, made by hand: one SDK, a page of Markdown, nothing read from the disk.
import type { Report } from '../../../src/report/types.js';
import { contextOf } from '../../../src/site/build-site.js';
import type { Sdk, SiteInput, Version } from '../../../src/site/data/types.js';
import { versionOf } from '../../../src/site/data/version-of.js';
import type { SiteContext } from '../../../src/site/types.js';
import { caseOf, reportOf, requirementOf } from '../../report/text/helpers/reports.js';

export const versionNamed = (version: string, report: Report): Version =>
  versionOf(report, version, `reports/demo/${version}.json`);

export const sdkNamed = (id: string, newest: Version, older: readonly Version[] = []): Sdk => ({
  entry: { id, sdk: `npm ${id}`, run: ['node', `adapters/${id}.js`], needs: ['node'], install: 'Node' },
  newest,
  older,
});

/** A report with one requirement kept, one broken, one of a SHOULD that warns, and one undecided. */
export const demoReport = (rest: Parameters<typeof reportOf>[0] = {}): Report =>
  reportOf({
    verdict: 'nonconformant',
    requirements: [
      requirementOf('http.dec.pct', { outcome: 'failed', cases: 2 }),
      requirementOf('http.dec.once'),
      requirementOf('http.enc.example', { outcome: 'warned', level: 'should' }),
      requirementOf('core.id.opaque', { outcome: 'open', reason: 'nothing came back' }),
    ],
    findings: [
      {
        id: 'raw-1',
        title: 'Left as it was',
        requirements: ['http.dec.pct'],
        cases: ['http.dec.pct/euro@http-binary'],
      },
      {
        id: 'ex-2',
        title: 'Not as the example',
        requirements: ['http.enc.example'],
        cases: ['http.enc.example/subject@http-binary'],
      },
    ],
    cases: [
      caseOf('http.dec.pct/euro@http-binary', {
        status: 'fail',
        message: 'it was not decoded',
        expected: { subject: 'Euro €' },
        actual: { subject: 'Euro%20%E2%82%AC' },
      }),
      caseOf('http.dec.pct/id@http-binary'),
      caseOf('http.dec.once/twice@http-binary'),
      caseOf('http.enc.example/subject@http-binary', { status: 'warn', level: 'should' }),
      caseOf('core.id.opaque/plain@http-binary', { status: 'blocked' }),
    ],
    ...rest,
    target: { name: 'demo', version: '2.0.0', language: 'javascript', kind: 'adapter', ...rest.target },
  });

export const inputOf = (sdks: readonly Sdk[], rest: Partial<SiteInput> = {}): SiteInput => ({
  sdks,
  markdown: [],
  pages: [],
  style: '',
  script: '',
  ...rest,
});

export const smallContext = (
  sdks: readonly Sdk[] = [sdkNamed('demo', versionNamed('2.0.0', demoReport()))],
  rest: Partial<SiteInput> = {},
): SiteContext => contextOf(inputOf(sdks, rest));
