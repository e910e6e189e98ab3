// The markup of the page, without a browser.
import { inflateRawSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { HOSTILE } from '../matrix/helpers/excerpts.js';
import { caseOf, evidenceOf, reportOf, requirementOf, sentOf } from '../text/helpers/reports.js';
import { hostilePageReport, pageOf, rerun, smallReport } from './helpers/pages.js';

const page = pageOf(smallReport());

/** What a line of the packed cases holds, from the end where it is negative. */
const unpacked = (text: string, line: number): unknown => {
  const packed = text.split('<script type="text/plain" class="cases">')[1]?.split('</script>')[0]?.split('\n') ?? [];
  return JSON.parse(inflateRawSync(Buffer.from(packed.at(line) ?? '', 'base64')).toString());
};

describe('the page', () => {
  test('says verdict, profiles, what was not seen, and what was judged', () => {
    expect(page).toContain('<title>nonconformant: sdk 1.0.0 (go)</title>');
    expect(page).toContain('<p class="lead">1 finding breaks 1 MUST requirement.</p>');
    expect(page).toContain('<strong>6</strong> of 10 MUST requirements verified, 1 failed, 3 not decided');
    expect(page).toContain('Profile <strong>cesql-engine</strong>. To see it: let the adapter claim evaluate:cesql');
    expect(page).toContain('<dt>Seed</dt><dd><code>seed</code></dd>');
    expect(page).toContain('<a href="#status=fail" title="the rule did not hold">');
  });

  test('has a finding with its rules, an example, both sides of it, and the line that runs it again', () => {
    const finding = page.split('<details class="finding" id="raw-1">')[1]?.split('</details>')[0] ?? '';
    for (const part of [
      'Header values are not percent-decoded',
      '2 cases',
      '<a href="#http.dec.pct"><code>http.dec.pct</code></a> <span class="level must">MUST</span> Percent sequences are decoded as UTF-8',
      '<a href="#A31">A31</a>',
      '<a href="#http.dec.pct/blank@http-binary">',
      '<dt>expected</dt><dd><code>{&quot;subject&quot;:&quot;Euro €&quot;,&quot;id&quot;:&quot;1&quot;}</code></dd>',
      rerun('http.dec.pct/blank@http-binary'),
      'Also <a href="#http.dec.pct/euro@http-binary">',
    ]) {
      expect(finding).toContain(part);
    }
    expect(page.match(/<details class="finding"/g)).toHaveLength(2);
    expect(page).toContain('<h2 id="warnings">Warnings <small>1</small></h2>');
  });

  test('tells cautions where there are any', () => {
    const partial = pageOf(
      reportOf({
        selection: { only: ['a'], skip: [], cases: 1, of: 9 },
        run: { stopped: 'interrupted' },
        summary: { ...reportOf().summary, notRun: 2, harnessError: 1 },
      }),
    );
    expect(partial).toContain('Only 1 of 9 cases were asked for: the verdict speaks of them alone.');
    expect(partial).toContain('Stopped early: interrupted. 2 cases were not run.');
    expect(partial).toContain('1 case could not be carried out. That is a fault of the harness');
    expect(page).not.toContain('class="note">Only');
  });

  test('tells what a baseline makes of it, new failures first', () => {
    const entry = { list: 'expected', case: 'http.*', line: 3, reason: 'known', ticket: '#7' } as const;
    const text = pageOf(
      smallReport({
        baseline: {
          file: 'known.yaml',
          exit: 1,
          known: [],
          new: [{ case: 'http.dec.pct/euro@http-binary', fingerprint: '12345678' }],
          flaky: [],
          confirmed: [{ entry, cases: ['x'] }],
          stale: [{ entry, why: 'passes', message: 'all of it passes', cases: [] }],
          open: [],
        },
      }),
    );
    const parts = [
      '<strong>Exit 1</strong>: 1 new failure that known.yaml does not list',
      '1 new failure; --update-baseline lists it',
      '1 stale entry, to be removed or changed',
      'line 3, <code>http.*</code>: all of it passes',
      'Known failures',
      'known (#7)',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('2 cases, 1 new');
  });

  test('keeps what was captured, once, and every case points into it', () => {
    const report = reportOf({
      capture: {
        digest: 'x',
        ended: 'count',
        lost: {},
        messages: [{ kind: 'arrived', method: 'POST', path: '/', headers: [], body: { text: 'hi' } }],
      },
      requirements: [requirementOf('http.dec.pct')],
      cases: [caseOf('http.dec.pct/m1@capture', { captured: 0 })],
    });
    expect(unpacked(pageOf(report), -1)).toEqual(report.capture?.messages);
    expect(unpacked(pageOf(report), 1)).toMatchObject([{ captured: 0 }]);
  });
});

describe('the packed cases', () => {
  test('are an index, then a line for each requirement in the order of the outline', () => {
    expect(unpacked(page, 0)).toMatchObject({
      cases: [
        [['core.id.opaque/plain@http-binary', 'the title of core.id.opaque/plain@http-binary', 0]],
        [
          [
            'http.dec.pct/euro@http-binary',
            'ce-subject: Euro%20%E2%82%AC is Euro €',
            1,
            'subject came out as it was sent',
          ],
          ['http.dec.pct/blank@http-binary', 'ce-subject: a%20b is a b', 1, 'subject came out as it was sent'],
          ['http.dec.pct/plain@http-binary', 'nothing to decode', 0],
        ],
        [['http.dec.once/twice@http-binary', expect.any(String), 5, 'it rests on http.dec.pct/euro@http-binary']],
        [['kafka.key.value/none@kafka-binary', expect.any(String), 2]],
        [['cesql.op.like/any@evaluate', expect.any(String), 3]],
        [['cesql.op.not/any@evaluate', expect.any(String), 4, 'evaluate:cesql is not claimed']],
        [],
      ],
    });
    const [euro] = unpacked(page, 2) as readonly Record<string, unknown>[];
    expect(euro).toMatchObject({
      diff: [
        [0, '{'],
        [-1, '  "subject": "Euro €",'],
        [1, '  "subject": "Euro%20%E2%82%AC",'],
        [0, '  "id": "1"'],
        [0, '}'],
      ],
      twin: 'core.id.opaque/plain@http-binary',
      rerun: rerun('http.dec.pct/euro@http-binary'),
      sent: [{ method: 'POST', body: { text: '{"a":\t1}\r\n' } }],
      received: [{ status: 200 }],
    });
  });

  test('a case without a requirement in the report is kept too', () => {
    const text = pageOf(reportOf({ requirements: [], cases: [caseOf('http.dec.pct/a@b')] }));
    expect(unpacked(text, 0)).toMatchObject({ cases: [[['http.dec.pct/a@b', 'the title of http.dec.pct/a@b', 0]]] });
  });

  test('messages nested deeper than the stack are left out, and nothing else is', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const text = pageOf(
      reportOf({
        requirements: [requirementOf('http.dec.pct')],
        cases: [
          caseOf('http.dec.pct/deep@a', {
            evidence: evidenceOf([], [{ kind: 'events', events: [{ attributes: {}, data: { json: deep } }] }]),
          }),
          caseOf('http.dec.pct/flat@a', { evidence: evidenceOf([sentOf({}, 'kept')], []) }),
        ],
      }),
    );
    expect(unpacked(text, 1)).toMatchObject([{ unkept: true }, { sent: [{ body: { text: 'kept' } }] }]);
  });
});

describe('the markup', () => {
  // A heading within a summary, buttons that only a script shows, and addresses of cases, which are made by the script.
  const RULES = { 'no-inline-style': 'error', 'no-dup-id': 'error', 'no-implicit-button-type': 'error' } as const;

  test('is valid', async () => {
    const validate = new HtmlValidate({
      root: true,
      extends: ['html-validate:standard'],
      rules: {
        ...RULES,
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'require-sri': 'off',
        'long-title': 'off',
        'prefer-native-element': 'off',
      },
    });
    const { results } = await validate.validateString(page.replaceAll(/<\/?noscript[^>]*>/g, ''));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  test('equal reports give equal bytes', () => {
    expect(pageOf(JSON.parse(JSON.stringify(smallReport())))).toBe(page);
  });

  test('is small: cases are packed, what they share once', () => {
    const many = smallReport({
      cases: Array.from({ length: 5000 }, (_, number) =>
        caseOf(`http.dec.pct/v${number}@http-binary`, {
          evidence: evidenceOf([sentOf({ 'ce-id': `t${number}` }, '{}')], []),
        }),
      ),
    });
    expect(pageOf(many).length).toBeLessThan(JSON.stringify(many).length / 5);
  });

  test.each([true, false])('a hostile report adds no element, with a script: %s', (scriptingEnabled) => {
    const text = pageOf(hostilePageReport());
    const names = elements(parse(text, { scriptingEnabled }));
    expect(names.filter((name) => name === 'script')).toHaveLength(2);
    expect(names.filter((name) => ['img', 'iframe', 'object'].includes(name))).toEqual([]);
    expect(names.includes('noscript')).toBe(true);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    expect(text.length).toBeLessThan(400_000);
    const addresses = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses.filter((one) => !/^(#|data:,|https:\/\/github\.com\/cloudevents\/spec\/)/.test(one))).toEqual([]);
    expect(text).not.toContain(HOSTILE);
  });
});

/** The names of all elements of a document. */
function elements(node: DefaultTreeAdapterMap['node']): readonly string[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node.tagName] : []), ...children.flatMap(elements)];
}
