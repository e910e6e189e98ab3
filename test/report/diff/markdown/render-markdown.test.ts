import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, renderDiffMarkdown } from '../../../../src/report/diff/markdown/render-markdown.js';
import { isSafe } from '../../../../src/report/text/safe.js';
import { diffOfCases } from '../helpers/diffs.js';
import { hostileDiff, sample } from '../helpers/samples.js';

test('a diff as a whole', () => {
  expect(renderDiffMarkdown(sample())).toMatchInlineSnapshot(`
    "## ✖ CloudEvents conformance: sdk 1.0.0 → sdk 2.0.0

    **Regression: 2 cases of 1 MUST requirement were seen to hold, and seen to be broken now.** Verdict: conformant → nonconformant. 8 cases are in both reports; 0 of them have the same status.

    |  | cases | of a MUST in a profile |
    | --- | --- | --- |
    | regressed | 4 | 3 |
    | no longer shown to hold | 1 | 1 |
    | newly seen to break | 1 | 1 |
    | fixed | 1 | 1 |
    | no longer seen to break, nor to hold | 1 | 1 |
    | added | 1 | 1 |
    | removed | 1 | 1 |

    - the suites differ, so a case may have changed rather than the target: \`abc\` → \`def\`
    - **claims withdrawn:** \`decode:http-batch\`

    ### ✖ Regressed: 2 cases of 1 requirement

    A rule that was seen to hold is seen to be broken.

    - [\`http.dec.once\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values) (MUST) Exactly one round<br>2 cases: pass → fail (1), pass → timeout (1); the requirement: verified → failed, such as \`http.dec.once/a@http-binary\`: \`id is missing\`

    ### ○ Regressed, and so did the case: 1 case of 1 requirement

    It passed and does not pass now, but the case itself is another one: the suite may be the cause.

    - [\`core.type.str\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#type-system) (MUST) Every allowed code point survives decoding<br>1 case: pass → fail; **the case changed too** (level), such as \`core.type.str/a@http-binary\`: \`another value\`

    ### ○ No longer shown: 1 case of 1 requirement

    It was seen to hold, and nothing shows now that it does.

    - [\`core.id.empty\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#id) (MUST) Empty id is invalid<br>1 case: pass → not-applicable, such as \`core.id.empty/a@http-binary\`: \`decode:http-batch is not claimed\`

    <details>
    <summary>✖ Newly seen to break: 1 case of 1 requirement</summary>

    It is broken, and the old report did not show whether it was.

    - [\`core.type.bool\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#type-system) (MUST) Canonical Boolean is lower-case true/false<br>1 case: blocked → fail, such as \`core.type.bool/a@http-binary\`: \`no Boolean\`

    </details>

    <details>
    <summary>! Worse where no MUST is at stake: 1 case of 1 requirement</summary>

    It passed and does not now, which decides no verdict.

    - [\`core.name.max20\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#attribute-naming-convention) (SHOULD) Names stay within 20 characters<br>1 case: pass → warn, such as \`core.name.max20/a@http-binary\`

    </details>

    <details>
    <summary>! Broken in cases that are new: 1 case of 1 requirement</summary>

    The old report was not asked this.

    - [\`core.source.empty\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#source-1) (MUST) Empty source is invalid<br>1 case: not in the suite → fail, such as \`core.source.empty/a@http-binary\`

    </details>

    <details>
    <summary>✔ Fixed: 1 case of 1 requirement</summary>

    It was seen to be broken, and is seen to hold.

    - [\`http.dec.pct\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values) (MUST) Percent sequences are decoded as UTF-8<br>1 case: fail → pass; the requirement: failed → verified, such as \`http.dec.pct/a@http-binary\`

    </details>

    <details>
    <summary>○ No longer seen to break: 1 case of 1 requirement</summary>

    It was broken, and nothing shows now that it is fixed.

    - [\`core.type.int\`](https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/spec.md#type-system) (MUST) Canonical Integer: optional minus, no plus, no leading zero, no fraction or exponent<br>1 case: fail → blocked, such as \`core.type.int/a@http-binary\`

    </details>

    <details>
    <summary>· Removed: 1 case of 1 requirement</summary>

    The new report has no such case.

    - \`core.subject.empty\` (MUST), 1 case: pass → not in the suite

    </details>

    <details>
    <summary>New causes of failures and warnings: 1</summary>

    - \`id is lost\`: 2 cases, all of which held before, breaks \`http.dec.once\`

    </details>

    <details>
    <summary>Causes that are gone: 1</summary>

    - \`Header values are not decoded\`: 1 case, all of which hold now, breaks \`http.dec.pct\`

    </details>

    <details>
    <summary>Profiles that changed: 1</summary>

    MUST requirements verified, of those that apply.

    | Profile | old | new |
    | --- | --- | --- |
    | \`http-receiver\` | not judged | nonconformant 1/5, 2 failed |

    </details>
    "
  `);
});

test('nothing changed is three lines', () => {
  const same = diffOfCases({ 'a.b.c/x@http-binary': 'pass' }, { 'a.b.c/x@http-binary': 'pass' });
  expect(renderDiffMarkdown(same)).toBe(`## ✔ CloudEvents conformance: \`localhost:8080\` → \`localhost:8080\`

**No regression.** Verdict: conformant → conformant. 1 case is in both reports; 1 of them has the same status.
`);
});

describe('hostile text', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const tokens = markdown
    .parse(renderDiffMarkdown(hostileDiff()), {})
    .flatMap((token) => [token, ...(token.children ?? [])]);

  test('gives no markup but ours', () => {
    const html = tokens
      .filter(({ type }) => type === 'html_block' || type === 'html_inline')
      .map(({ content }) => content);
    for (const one of html) expect(one.trim()).toMatch(/^(<br>|<details>\n<summary>[^<>]*<\/summary>|<\/details>)$/);
    const links = tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'));
    expect(links).toEqual([]);
    expect(tokens.filter(({ type }) => type === 'image')).toEqual([]);
    const headings = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag);
    expect(headings).toEqual(['h2', 'h3']);
  });

  test('mentions nobody and refers to no issue outside of code', () => {
    const words = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(words.filter((text) => /@|#\d|evil|javascript:/.test(text))).toEqual([]);
  });

  test('hides nothing', () => {
    expect([...renderDiffMarkdown(hostileDiff())].filter((one) => one !== '\n' && !isSafe(one))).toEqual([]);
  });
});

test('a page of any number of changes is one that GitHub takes, and says what it leaves out', () => {
  const text = renderDiffMarkdown(hostileDiff(400));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
  expect(Buffer.byteLength(text)).toBeGreaterThan(MOST_BYTES / 2);
  expect(text).toMatch(/\n\n… and \d+ more rows; `--format json` has them all\.\n/);
  expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
});
