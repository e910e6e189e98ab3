import { describe, expect, test } from 'vitest';
import { buildMatrix } from '../../../../src/report/matrix/build-matrix.js';
import { excerptOf } from '../../../../src/report/matrix/excerpt.js';
import { renderMarkdown } from '../../../../src/report/matrix/markdown/render-markdown.js';
import { caseOf, reportOf, requirementOf } from '../../text/helpers/reports.js';
import { excerpt, excerptNamed, hostileReport } from '../helpers/excerpts.js';

const SPEC = 'https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents';

describe('a small matrix', () => {
  const failing = reportOf({
    target: { name: 'sdk-b' },
    verdict: 'nonconformant',
    requirements: [
      requirementOf('http.dec.pct', { outcome: 'failed' }),
      requirementOf('http.dec.once', { outcome: 'verified' }),
    ],
    cases: [
      caseOf('http.dec.pct/a@http-binary', { status: 'fail' }),
      caseOf('http.dec.pct/b@http-binary', { status: 'pass' }),
      caseOf('http.dec.once/a@http-binary', { status: 'pass' }),
    ],
    findings: [
      { id: 'raw-1', title: 'Not decoded', requirements: ['http.dec.pct'], cases: ['http.dec.pct/a@http-binary'] },
    ],
  });
  const reports = [
    excerptOf(failing, 'b.json', (id) => id),
    excerptNamed('sdk-a', { 'http.dec.pct': 'verified', 'http.dec.once': 'verified', 'core.id.opaque': 'open' }),
  ];
  const text = renderMarkdown(buildMatrix(reports));

  test('as a whole', () => {
    expect(text).toBe(`# CloudEvents conformance matrix

Judged by ce-conform: CloudEvents 1.0.2, suite \`abc\`.

2 subjects and 3 requirements: 1 on which they disagree, 1 kept wherever seen, 1 with nothing to compare.

## Subjects

| Subject | Verdict | Observed | Judged on | Notes |
| --- | --- | --- | --- | --- |
| sdk-a | ✔ conformant | events in replies | 2026-01-01 |  |
| sdk-b | ✖ nonconformant | events in replies | 2026-01-01 |  |

A profile shows how many of its MUST requirements were verified, of those that apply.

## Requirements

✔ verified, ✖ failed, ! warned, · observed, ○ open, – not-applicable, ∅ absent. A number counts cases: those that passed, or those that fail of all.

### The subjects disagree (1)

| Requirement | Level | sdk-a | sdk-b |
| --- | --- | --- | --- |
| [\`http.dec.pct\`](${SPEC}/bindings/http-protocol-binding.md#3132-http-header-values) | MUST | ✔ 1 | ✖ 1/2 |

<details>
<summary>Kept wherever it was seen (1)</summary>

| Requirement | Level | sdk-a | sdk-b |
| --- | --- | --- | --- |
| [\`http.dec.once\`](${SPEC}/bindings/http-protocol-binding.md#3132-http-header-values) | MUST | ✔ 1 | ✔ 1 |

</details>

<details>
<summary>Nothing to compare (1)</summary>

| Requirement | Level | sdk-a | sdk-b |
| --- | --- | --- | --- |
| [\`core.id.opaque\`](${SPEC}/spec.md#id) | MUST | ○ | ∅ |

</details>

## Findings

### [\`http.dec.pct\`](${SPEC}/bindings/http-protocol-binding.md#3132-http-header-values)

MUST: Percent sequences are decoded as UTF-8 (\`3.1. A Section\`)

- **\`sdk-b\`**, again with \`ce-conform --target http://localhost:8080/events --only http.dec.pct\`
  - \`Not decoded\` in 1 case, first \`http.dec.pct/a@http-binary\`
`);
  });
});

describe('what limits a report stands beside its subject', () => {
  test('profiles, selection and an early end', () => {
    const text = renderMarkdown(
      buildMatrix([
        excerpt({
          target: { name: 'a', observation: 'status' },
          run: { stopped: 'interrupted' },
          selection: { only: ['x'], skip: [], cases: 3, of: 9 },
          profiles: [
            {
              id: 'http-acceptance',
              verdict: 'nonconformant',
              summary: reportOf().summary,
              requirements: { applicable: 5, verified: 3, failed: 1 },
            },
          ],
          unseen: [{ id: 'http-receiver', reveal: 'x' }],
        }),
      ]),
    );
    expect(text).toContain(
      '| a | ✔ conformant | ✖ 3/5, 1 failed | ∅ not seen | status alone | 2026-01-01 | only 3 of 9 cases were asked for; stopped early: `interrupted` |',
    );
    expect(text).toContain(
      '`http-acceptance`: valid events are accepted in every mode, mandated refusals are refused.',
    );
  });

  test('mixing by force is said at the top', () => {
    const suite = (digest: string) => ({ suite: { digest, specVersion: '1.0.2' } });
    const text = renderMarkdown(buildMatrix([excerpt(suite('x')), excerpt(suite('y'))]));
    expect(text).toContain('**Mixed by force:** these reports were judged by different suites');
  });
});

describe('a hostile report', () => {
  const text = renderMarkdown(buildMatrix([excerptOf(hostileReport(), 'x', () => undefined)]));
  // What is left when every code span, by the rules of CommonMark, is taken out.
  const bare = text.replaceAll(/(?<!`)(`+)(?!`)(?:(?!\1(?!`))[\s\S])*?[^`]?\1(?!`)/g, '');

  test('puts nothing of itself outside of code', () => {
    expect(text).toContain('octocat');
    for (const word of ['octocat', 'evil', 'alert', 'javascript', 'heading', '<b>', '<img']) {
      expect(bare).not.toContain(word);
    }
  });

  test('adds no line, and no cell', () => {
    expect(text).not.toMatch(/^# heading|^- item/m);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const subjects = rows.slice(0, 3).map((line) => line.split('|').length);
    expect(new Set(subjects).size).toBe(1);
    for (const row of rows.slice(3)) expect(row.split('|')).toHaveLength(5);
  });

  test('holds no control', () => {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
