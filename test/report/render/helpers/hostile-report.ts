// A report whose every text a target could have written, or somebody who edits reports.
import { STATUSES } from '../../../../src/engine/judgement.js';
import type { CaseReport, Report } from '../../../../src/report/types.js';
import { caseOf, evidenceOf, reportOf, requirementOf, responseOf, sentOf } from '../../text/helpers/reports.js';

/** Each begins, ends or breaks something in a format, a terminal or a log. */
export const HOSTILE: readonly string[] = [
  'a%0A::error::b%0D%25 : , ; = " \' \\ $(id) `id` {0} {{1}}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</failure></testcase>]]><!-- --><testcase name="smuggled"/>&lt;&#0;&xxe;',
  '::set-output name=x::y',
  '::error::smuggled',
  '\n::error title=a::smuggled\n  ::stop-commands::x\n##[error]smuggled\n##[set-env name=PATH]/tmp',
  '\r\nnot ok 999 - smuggled\nok 1000\n1..3\nBail out! smuggled\n  ---\n  a: 1\n  ...\n# SKIP # TODO \\#',
  '| a | b |\n| --- | --- |\n| smuggled | ``` | ~~~ `code` ````',
  '![x](http://evil.example/x.png) [click](javascript:alert(1)) http://evil.example @everyone #1 www.evil.example',
  '\n\n# heading\n\n</details></summary><details open>\n\n- [ ] item\n\n<!--',
  '\u001b[2J\u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007\u0000\u0007\u0008\u007f\u009b31m',
  'a\u202egnp.exe\u2066\u2069\u200b\u2028\u2029\u0085\ufeff',
  '\ud800 lone \udfff \ufffe \uffff \u{1fffe} \u{e0041}',
];

/** 10 MB of one character. */
export const HUGE: string = 'A'.repeat(10 * 1024 * 1024);

/** Each text in every place of a case, with every status. */
function hostileCases(): readonly CaseReport[] {
  const texts = [HUGE, ...HOSTILE];
  return texts.flatMap((text, index) =>
    // Once is enough of what is long.
    STATUSES.filter((status) => text.length < 1000 || status === 'fail').map((status) =>
      caseOf(text.length < 1000 ? `x.${index}/${status}${text}` : `x.${index}/${status}`, {
        requirement: `x.${text.slice(0, 200)}`,
        title: text,
        status,
        expected: { [text.slice(0, 200)]: text },
        actual: text,
        message: text,
        positions: ['A31'],
        evidence: {
          ...evidenceOf(
            [sentOf({ 'Content-Type': text.slice(0, 500), [text.slice(0, 200)]: text }, text)],
            [responseOf(200, { Location: text.slice(0, 500) }, text)],
          ),
          stderr: text,
        },
      }),
    ),
  );
}

/** The same report at every call. */
export function hostileReport(): Report {
  const cases = hostileCases();
  const all = HOSTILE.join('');
  const broken = cases.filter(({ status }) => ['fail', 'warn', 'timeout'].includes(status));
  return reportOf({
    tool: { name: all, version: all },
    target: {
      name: all,
      version: all,
      language: all,
      url: `http://h/?${all}`,
      claims: [all],
      probes: { [all]: all },
      notes: HOSTILE,
    },
    run: { seed: all, stopped: all },
    verdict: 'nonconformant',
    profiles: HOSTILE.map((text) => ({
      id: text,
      verdict: 'inconclusive',
      summary: reportOf().summary,
      requirements: { applicable: 1, verified: 0, failed: 0 },
      reason: text,
    })),
    unseen: HOSTILE.map((text) => ({ id: text, reveal: text })),
    requirements: HOSTILE.map((text) =>
      requirementOf(`x.${text}`, { document: text, section: text, reason: text, outcome: 'open' }),
    ),
    findings: broken.map(({ id, requirement, title }, index) => ({
      id: `${index}${title.slice(0, 200)}`,
      title,
      requirements: [requirement],
      cases: [id],
    })),
    cases,
  });
}
