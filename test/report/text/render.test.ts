import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/types.js';
import { caseOf, evidenceOf, reportOf, requirementOf, responseOf, sentOf, textOf } from './helpers/reports.js';

const conformant = reportOf({
  profiles: [
    { id: 'http-acceptance', verdict: 'conformant', summary: reportOf().summary, requirements: numbers(1, 1, 0) },
    { id: 'http-receiver', verdict: 'conformant', summary: reportOf().summary, requirements: numbers(2, 2, 0) },
  ],
  requirements: [
    requirementOf('core.attr.minimal', { section: 'OPTIONAL Attributes' }),
    requirementOf('http.dec.once', { section: '3.1.3.2. HTTP Header Values' }),
    requirementOf('http.dec.lone', { section: '3.1.3.2. HTTP Header Values', level: 'info', outcome: 'observed' }),
    requirementOf('http.bat.none', {
      section: '3.1.1. HTTP Content-Type',
      outcome: 'not-applicable',
      reason: 'http-batch is not claimed; a probe was refused with 415',
    }),
  ],
  cases: [
    caseOf('core.attr.minimal/plain@http-binary'),
    caseOf('http.dec.once/percent@http-binary'),
    caseOf('http.dec.lone/one@http-binary', { status: 'observed', level: 'info' }),
    caseOf('http.bat.none/x@http-batch', { status: 'not-applicable' }),
  ],
});

const nonconformant = reportOf({
  verdict: 'nonconformant',
  profiles: [
    { id: 'http-receiver', verdict: 'nonconformant', summary: reportOf().summary, requirements: numbers(3, 1, 2) },
  ],
  requirements: [
    requirementOf('core.type.time', { outcome: 'warned', level: 'should', section: 'Type System' }),
    requirementOf('http.dec.once', { outcome: 'failed', cases: 2, section: '3.1.3.2. HTTP Header Values' }),
    requirementOf('http.dec.utf8', { outcome: 'failed', section: '3.1.3.2. HTTP Header Values' }),
    requirementOf('http.dec.plus', { section: '3.1.3.2. HTTP Header Values' }),
  ],
  findings: [
    {
      id: 'header-as-sent-abcdef',
      title: 'Header values are not percent-decoded',
      requirements: ['http.dec.once', 'http.dec.utf8'],
      cases: ['http.dec.once/percent@http-binary', 'http.dec.once/zzz@http-binary', 'http.dec.utf8/two@http-binary'],
    },
    {
      id: 'warn-abcdef',
      title: 'Time is re-written: a time with an offset',
      requirements: ['core.type.time'],
      cases: ['core.type.time/offset@http-structured'],
    },
  ],
  cases: [
    caseOf('core.type.time/offset@http-structured', {
      status: 'warn',
      level: 'should',
      expected: { time: '2020-01-01T00:00:00+01:00' },
      actual: { time: '2019-12-31T23:00:00Z' },
    }),
    caseOf('http.dec.once/zzz@http-binary', { status: 'fail', positions: ['A31'] }),
    caseOf('http.dec.once/percent@http-binary', {
      status: 'fail',
      positions: ['A31'],
      title: 'a percent sign, encoded',
      expected: { subject: '100 %' },
      actual: { subject: '100%20%25' },
      message: "subject came out as the header's bytes, not decoded",
      evidence: evidenceOf(
        [sentOf({ 'ce-id': 't1', 'ce-subject': '100%20%25', 'content-type': 'application/json' }, '{"probe":"t1"}')],
        [
          responseOf(
            200,
            { 'Content-Type': 'application/cloudevents+json', Date: 'now' },
            '{"id":"t1","subject":"100%20%25"}',
          ),
        ],
      ),
    }),
    caseOf('http.dec.utf8/two@http-binary', {
      status: 'timeout',
      message: 'no complete answer within 5000 ms',
      evidence: evidenceOf(
        [sentOf({ 'ce-id': 't2', 'ce-subject': 'Euro%20%E2%82%AC' }, 'hello')],
        [{ kind: 'failure', code: 'timeout', message: 'no complete answer within 5000 ms' }],
      ),
    }),
    caseOf('http.dec.plus/plus@http-binary'),
  ],
});

const inconclusive = reportOf({
  verdict: 'inconclusive',
  target: { observation: 'status', notes: [] },
  profiles: [
    {
      id: 'http-acceptance',
      verdict: 'inconclusive',
      summary: reportOf().summary,
      requirements: numbers(2, 0, 0),
      reason:
        '2 of 2 MUST cases are undecided; most often: accepted, as was everything else over http-binary: a target that refuses nothing has shown nothing',
    },
  ],
  unseen: [{ id: 'http-receiver', reveal: 'let the target answer with the event it decoded' }],
  requirements: [
    requirementOf('core.attr.minimal', { outcome: 'open', reason: 'a target that refuses nothing has shown nothing' }),
    requirementOf('core.name.long', { outcome: 'open', reason: 'a target that refuses nothing has shown nothing' }),
    requirementOf('core.name.never', { outcome: 'open', cases: 0, reason: 'no case asks for it' }),
  ],
  cases: [
    caseOf('core.attr.minimal/plain@http-binary', { status: 'inconclusive' }),
    caseOf('core.name.long/long@http-binary', { status: 'inconclusive' }),
  ],
});

const stopped = reportOf({
  ...inconclusive,
  run: { stopped: 'the target stopped answering after core.name.long/long@http-binary' },
  cases: [
    caseOf('core.attr.minimal/plain@http-binary', { status: 'harness-error', message: 'a fault' }),
    caseOf('core.name.long/long@http-binary', { status: 'not-run' }),
  ],
  summary: { ...reportOf().summary, harnessError: 1, notRun: 1 },
  unseen: [],
});

const REPORTS: Readonly<Record<string, Report>> = { conformant, nonconformant, inconclusive, stopped };

test('a conformant target', () => {
  expect(textOf(conformant)).toMatchInlineSnapshot(`
    "ce-conform 1.2.3 · CloudEvents 1.0.2

      target     localhost:8080
      url        http://localhost:8080/events
      seen       the status, and the event that each reply carries
      claims     http-batch      not claimed; a probe was refused with 415
                 http-binary     claimed; a probe was accepted with 200
                 http-structured claimed; a probe was accepted with 200
      note       the reply carries the event: what the target decoded is visible
      run        4 cases in 1.2 s, seed seed

      ✔ verified  ✖ failed  ! warned  ○ not decided  · recorded  – not applicable

    CloudEvents (core)
      ✔ OPTIONAL Attributes                         1 verified
          ✔ core.attr.minimal

    HTTP Protocol Binding
      – 3.1.1. HTTP Content-Type                    1 not applicable
          – http.bat.none — http-batch is not claimed; a probe was refused with 415
      ✔ 3.1.3.2. HTTP Header Values                 1 verified · 1 recorded
          ✔ http.dec.once
          · http.dec.lone

    Cases     2 pass, 0 fail, 0 warn, 1 observed, 1 not-applicable, 0 blocked, 0 inconclusive,
              0 timeout, 0 harness-error, 0 not-run
    Profiles  http-acceptance  conformant, 1/1 MUST requirements verified
              http-receiver    conformant, 2/2 MUST requirements verified

    Verdict   conformant: 2 MUST requirements seen to hold, none seen to break.
    "
  `);
});

test('a target with failures and warnings', () => {
  expect(textOf(nonconformant)).toMatchInlineSnapshot(`
    "ce-conform 1.2.3 · CloudEvents 1.0.2

      target     localhost:8080
      url        http://localhost:8080/events
      seen       the status, and the event that each reply carries
      claims     http-batch      not claimed; a probe was refused with 415
                 http-binary     claimed; a probe was accepted with 200
                 http-structured claimed; a probe was accepted with 200
      note       the reply carries the event: what the target decoded is visible
      run        5 cases in 1.2 s, seed seed

      ✔ verified  ✖ failed  ! warned  ○ not decided  · recorded  – not applicable

    CloudEvents (core)
      ! Type System                                 1 warned
          ! core.type.time                   SHOULD  1 of 1 case warned

    HTTP Protocol Binding
      ✖ 3.1.3.2. HTTP Header Values                 1 verified · 2 failed
          ✔ http.dec.plus
          ✖ http.dec.once                    MUST    2 of 2 cases failed (finding 1)
          ✖ http.dec.utf8                    MUST    1 of 1 case failed (finding 1)

    Findings

      1. Header values are not percent-decoded (3 cases)
         breaks    http.dec.once (MUST, http 3.1.3.2. HTTP Header Values)
                   http.dec.utf8 (MUST, http 3.1.3.2. HTTP Header Values)
         positions A31 (ce-conform explain A31)

         http.dec.once/percent@http-binary
           a percent sign, encoded
           expected  {"subject":"100 %"}
           actual    {"subject":"100%20%25"}
           because   subject came out as the header's bytes, not decoded
           sent      ce-subject: 100%20%25
                     content-type: application/json
           received  200 OK
                     Content-Type: application/cloudevents+json
                     {"id":"t1","subject":"100%20%25"}
           rerun     ce-conform --target http://localhost:8080/events --only http.dec.once/percent@http-binary

         http.dec.utf8/two@http-binary
           the title of http.dec.utf8/two@http-binary
           because   no complete answer within 5000 ms
           sent      ce-id: t2
                     ce-subject: Euro%20%E2%82%AC
                     hello
           received  no answer: no complete answer within 5000 ms
           rerun     ce-conform --target http://localhost:8080/events --only http.dec.utf8/two@http-binary

         also http.dec.once/zzz@http-binary

    Warnings
      A rule weaker than MUST does not hold; the verdict stays as it is.
        ! Time is re-written: a time with an offset (core.type.time; 1 case)
          expected {"time":"2020-01-01T00:00:00+01:00"}, saw {"time":"2019-12-31T23:00:00Z"}
          ce-conform --target http://localhost:8080/events --only core.type.time/offset@http-structured

    Cases     1 pass, 2 fail, 1 warn, 0 observed, 0 not-applicable, 0 blocked, 0 inconclusive,
              1 timeout, 0 harness-error, 0 not-run
    Profiles  http-receiver  nonconformant, 1/3 MUST requirements verified, 2 failed

    Verdict   nonconformant: 1 finding breaks 2 MUST requirements.
    "
  `);
});

test('a target that has shown nothing', () => {
  expect(textOf(inconclusive)).toMatchInlineSnapshot(`
    "ce-conform 1.2.3 · CloudEvents 1.0.2

      target     localhost:8080
      url        http://localhost:8080/events
      seen       the status of each answer, and nothing else
      claims     http-batch      not claimed; a probe was refused with 415
                 http-binary     claimed; a probe was accepted with 200
                 http-structured claimed; a probe was accepted with 200
      run        2 cases in 1.2 s, seed seed

      ✔ verified  ✖ failed  ! warned  ○ not decided  · recorded  – not applicable

    CloudEvents (core)
      ○ 3.1. A Section                              3 not decided
          ○ core.attr.minimal, core.name.long — a target that refuses nothing has shown nothing
          ○ core.name.never — no case asks for it

    Not seen
      ○ 2 requirements: a target that refuses nothing has shown nothing
      ○ 1 requirement: no case asks for it
      ○ profile http-receiver; to see it: let the target answer with the event it decoded

    Cases     0 pass, 0 fail, 0 warn, 0 observed, 0 not-applicable, 0 blocked, 2 inconclusive,
              0 timeout, 0 harness-error, 0 not-run
    Profiles  http-acceptance  inconclusive, 0/2 MUST requirements verified

    Verdict   inconclusive: in http-acceptance, 2 of 2 MUST cases are undecided; most often: accepted,
              as was everything else over http-binary: a target that refuses nothing has shown nothing.
    "
  `);
});

test('a run that ended early, with a fault of the harness', () => {
  expect(textOf(stopped)).toMatchInlineSnapshot(`
    "ce-conform 1.2.3 · CloudEvents 1.0.2

      target     localhost:8080
      url        http://localhost:8080/events
      seen       the status of each answer, and nothing else
      claims     http-batch      not claimed; a probe was refused with 415
                 http-binary     claimed; a probe was accepted with 200
                 http-structured claimed; a probe was accepted with 200
      run        2 cases in 1.2 s, seed seed

    STOPPED EARLY: the target stopped answering after core.name.long/long@http-binary. 1 case was not
    run.

      ✔ verified  ✖ failed  ! warned  ○ not decided  · recorded  – not applicable

    CloudEvents (core)
      ○ 3.1. A Section                              3 not decided
          ○ core.attr.minimal, core.name.long — a target that refuses nothing has shown nothing
          ○ core.name.never — no case asks for it

    Not seen
      ○ 2 requirements: a target that refuses nothing has shown nothing
      ○ 1 requirement: no case asks for it

    Cases     0 pass, 0 fail, 0 warn, 0 observed, 0 not-applicable, 0 blocked, 0 inconclusive,
              0 timeout, 1 harness-error, 1 not-run
    Profiles  http-acceptance  inconclusive, 0/2 MUST requirements verified

    STOPPED EARLY: the target stopped answering after core.name.long/long@http-binary. 1 case was not
    run.

    1 case could not be carried out. That is a fault of the harness, not of the target: please report
    it.

    Verdict   inconclusive: in http-acceptance, 2 of 2 MUST cases are undecided; most often: accepted,
              as was everything else over http-binary: a target that refuses nothing has shown nothing.
    "
  `);
});

test('a narrow terminal', () => {
  expect(textOf(conformant, { columns: 44 })).toMatchInlineSnapshot(`
    "ce-conform 1.2.3 · CloudEvents 1.0.2

      target     localhost:8080
      url        http://localhost:8080/events
      seen       the status, and the event that
                 each reply carries
      claims     http-batch      not claimed; a
                 probe was refused with 415
                 http-binary     claimed; a
                 probe was accepted with 200
                 http-structured claimed; a
                 probe was accepted with 200
      note       the reply carries the event:
                 what the target decoded is
                 visible
      run        4 cases in 1.2 s, seed seed

      ✔ verified  ✖ failed  ! warned
      ○ not decided  · recorded
      – not applicable

    CloudEvents (core)
      ✔ OPTIONAL Attributes
        1 verified
          ✔ core.attr.minimal

    HTTP Protocol Binding
      – 3.1.1. HTTP Content-Type
        1 not applicable
          – http.bat.none — http-batch is not
            claimed; a probe was refused with
            415
      ✔ 3.1.3.2. HTTP Header Values
        1 verified · 1 recorded
          ✔ http.dec.once
          · http.dec.lone

    Cases     2 pass, 0 fail, 0 warn,
              1 observed, 1 not-applicable,
              0 blocked, 0 inconclusive,
              0 timeout, 0 harness-error,
              0 not-run
    Profiles  http-acceptance  conformant, 1/1
              MUST requirements verified
              http-receiver    conformant, 2/2
              MUST requirements verified

    Verdict   conformant: 2 MUST requirements
              seen to hold, none seen to break.
    "
  `);
});

test('everything asked for', () => {
  expect(textOf(conformant, { verbose: true })).toContain(
    [
      '  ✔ 3.1.3.2. HTTP Header Values                 1 verified · 1 recorded',
      '      ✔ http.dec.once                    MUST    verified by 1 case',
      '      · http.dec.lone                    INFO    recorded, no rule is broken either way',
      '          one@http-binary: (not known)',
    ].join('\n'),
  );
});

describe('every report', () => {
  const kinds = constantFrom(...Object.values(REPORTS));

  test('keeps to the columns, but for a command to copy', () => {
    assert(
      property(
        kinds,
        constantFrom(0, 20, 40, 60, 80, 100, 120, 300),
        constantFrom(true, false),
        (report, columns, verbose) => {
          const width = Math.min(120, Math.max(40, columns || 120));
          const long = textOf(report, { columns, verbose })
            .split('\n')
            .filter((line) => !line.includes('ce-conform --target') && [...line].length > width);
          expect(long).toEqual([]);
        },
      ),
    );
  });

  test('says the same with colours and without', () => {
    for (const report of Object.values(REPORTS)) {
      const colored = textOf(report, { colors: true });
      expect(colored).toContain('\u001b[');
      expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(textOf(report));
    }
  });

  test('names every requirement', () => {
    for (const report of Object.values(REPORTS)) {
      for (const verbose of [true, false]) {
        const text = textOf(report, { verbose, columns: 40 });
        for (const { id } of report.requirements) expect(text).toContain(id);
      }
    }
  });

  test('lets nothing through to the terminal, wherever it comes from', () => {
    assert(
      property(
        kinds,
        tuple(string({ unit: 'binary' }), constantFrom(...HARM)),
        constantFrom(true, false),
        (report, [text, harm], verbose) => {
          const lines = textOf(poisoned(report, text + harm + text), { verbose, target: harm }).split('\n');
          expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const HARM = ['\u001b[2J', '\u009b31m', '\u202e', '\u2066', '\u200b', '\u2028', '\r', '\n', '\t', '\u007f', '\ud800'];

/** The same report, with the harm at the end of every string of it that may come from a target or from a file. */
function poisoned(report: Report, harm: string): Report {
  const kept = new Set([
    'verdict',
    'status',
    'outcome',
    'level',
    'kind',
    'observation',
    'document',
    'schema',
    'base64',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : value + harm;
    if (Array.isArray(value)) return value.map((member) => walk(member, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, name)]));
  };
  return walk(report, '') as Report;
}

function numbers(applicable: number, verified: number, failed: number): Report['profiles'][number]['requirements'] {
  return { applicable, verified, failed };
}
