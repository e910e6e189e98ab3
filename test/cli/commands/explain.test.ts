import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/cli/commands/explain.js';
import { type ExplainedRequirement, explanation } from '../../../src/cli/explain/explanation.js';
import { renderExplanation } from '../../../src/cli/explain/render.js';
import { findSubject } from '../../../src/cli/explain/subject.js';
import { tokenOf } from '../../../src/engine/random.js';
import { fromByteString } from '../../../src/event/byte-string.js';
import { loadRegistry } from '../../../suites/registry.js';
import { loadSuite } from '../../../suites/suite.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';

const [suite, registry] = [loadSuite(), loadRegistry()];

async function printed(id: string, json = false, columns = 100): Promise<string> {
  const io = memoryIo({ columns });
  expect(await explain(id, { json }, io)).toBe(0);
  expect(io.stderr()).toBe('');
  return io.stdout();
}

const explained = async (id: string): Promise<ExplainedRequirement> => JSON.parse(await printed(id, true));

/** The text with every run of white space as one blank, so that wrapping does not matter. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a requirement', () => {
  test('is shown with its rule, its level and code in a sentence, its section, statements and positions', async () => {
    const text = flat(await printed('http.dec.once'));
    const { rule, how } = suite.requirements.get('http.dec.once') ?? {};
    expect(text).toContain(rule);
    expect(text).toContain(how);
    expect(text).toContain('level MUST: a case that fails makes the target nonconformant');
    expect(text).toContain('code pos: the input is valid, and the text says what comes out of it');
    expect(text).toContain('since in 1.0.2, and the same on main');
    expect(text).toContain(
      'section 1.0.2: 3.1.3.2. HTTP Header Values https://github.com/cloudevents/spec/blob/ce%40v1.0.2/',
    );
    expect(text).toContain('statement 1.0.2: http/3132-http-header-values/5 (MUST)');
    const { problem, position } = suite.positions.get('A31') ?? {};
    expect(text).toContain(`A31 ${problem} ${position}`);
  });

  test('that no case can ask for says why', async () => {
    expect(flat(await printed('core.id.resend'))).toMatch(/cases none: \S+/);
  });

  test('has all of its cases', async () => {
    const { kind, id, cases } = await explained('core.attr.minimal');
    expect({ kind, id }).toEqual({ kind: 'requirement', id: 'core.attr.minimal' });
    const own = suite.cases.filter(({ requirement }) => requirement.id === 'core.attr.minimal');
    expect(cases.map((item) => item.id)).toEqual(own.map((item) => item.id));
    const text = await printed('core.attr.minimal');
    for (const item of own) expect(text).toContain(`\n${item.id}\n`);
  });

  test('of main only has the section of main only', async () => {
    const item = [...suite.requirements.values()].find(({ since }) => since === 'main');
    const { requirement } = await explained(item?.id ?? '');
    expect(requirement.sections.map(({ spec }) => spec)).toEqual(['main']);
    expect(requirement.since.meaning).toContain('without being scored');
  });
});

test('every requirement can be explained, in a terminal of any width', () => {
  for (const [id, requirement] of suite.requirements) {
    const value = explanation({ kind: 'requirement', id, requirement, cases: [] }, suite, registry);
    expect(value.kind === 'requirement' && value.requirement.sections.length, id).toBeGreaterThan(0);
    for (const columns of [30, 200]) {
      const lines = renderExplanation(value, { hasColors: false, columns }).split('\n');
      expect(lines[0]).toBe(id);
      for (const line of lines) expect(line.length <= 120 || line.includes('https://'), line).toBe(true);
    }
  }
});

describe('a case', () => {
  const id = 'core.attr.minimal/plain@http-binary';

  test('is shown with the bytes that are sent', async () => {
    const token = tokenOf('explain', id);
    const text = await printed(id);
    expect(text).toContain(
      [
        '    POST (path of the target) HTTP/1.1',
        '    ce-specversion: 1.0',
        `    ce-id: ${token}`,
        `    ce-source: https://conform.example/${token}`,
        '    ce-type: org.example.conform',
      ].join('\n'),
    );
    expect(text).toContain(`with the token ${token}`);
  });

  test('shows a body, behind an empty line', async () => {
    const text = await printed('core.attr.minimal/plain@http-structured');
    expect(text).toMatch(/ {4}Content-Type: application\/cloudevents\+json\n\n {4}\{ "specversion" : "1\.0"/);
  });

  test('holds the very bytes of its stimulus', () => {
    for (const item of suite.cases.filter(({ carrier }) => carrier.startsWith('http') || carrier === 'filter')) {
      if (item.told !== undefined) continue;
      const value = explanation(findSubject(item.id, suite, registry), suite, registry);
      const shown = value.kind === 'case' ? value.cases[0] : undefined;
      const requests = item.stimulus(shown?.token ?? '');
      // The filter is set first, and is no message.
      const messages = shown?.sent.slice(item.filter === undefined ? 0 : 1) ?? [];
      expect(messages).toHaveLength(requests.length);
      for (const [index, message] of messages.entries()) {
        if ('kind' in message) throw new Error('a receiver is handed messages');
        const { body, headers } = message;
        expect(
          Buffer.compare(body === null ? Buffer.of() : fromByteString(body), requests[index]?.body ?? Buffer.of()),
        ).toBe(0);
        expect(headers.map(([name]) => name)).toEqual(requests[index]?.headers.map(([name]) => name));
      }
    }
  });

  test('holds the expression that is asked about, and the event that it is asked over', async () => {
    const text = await printed('cesql.attr.required/id@evaluate');
    expect(text).toMatch(/the value "[a-z0-9]+", without an error/);
    expect(text).toContain('(to be evaluated over the event)\n    id\n');
    expect(text).toContain('"source":"https://conform.example/');
    expect(text).toContain('https://github.com/cloudevents/spec/blob/cesql%40v1.0.0/cesql/spec.md#32-');
  });

  test('holds the events that are asked for, and the rule that the message has to keep', async () => {
    const text = await printed('json.env.media-type/ordinary@http-structured');
    expect(text).toContain('(to be written in structured mode)');
    expect(text).toMatch(/ {4}\{"attributes":\{"specversion":"1\.0","id":"t[0-9a-z]{12}"/);
    expect(text).toContain('a message that keeps the rule: A JSON event is labelled application/cloudevents+json');
  });

  test('is explained alone', async () => {
    const { kind, cases } = await explained(id);
    expect(kind).toBe('case');
    expect(cases.map((item) => item.id)).toEqual([id]);
  });

  test('names its twin and what it rests on', async () => {
    const item = suite.cases.find(({ twin, requires }) => twin !== undefined && requires.length > 0);
    const text = flat(await printed(item?.id ?? ''));
    expect(text).toContain(`twin ${item?.twin}`);
    expect(text).toContain(`rests on ${item?.requires[0]?.id}, which must be ${item?.requires[0]?.outcome}`);
  });

  test('that expects nothing says so', async () => {
    const text = flat(await printed('core.attr.missing/id@http-batch'));
    expect(text).toContain('expected nothing: the text prescribes no outcome');
  });

  test('says why it asks', async () => {
    const item = suite.cases.find(({ why }) => why !== undefined);
    expect(flat(await printed(item?.id ?? ''))).toContain(`why ${item?.why}`);
  });
});

test('a variant has its cases, one for each carrier', async () => {
  const { kind, id, cases } = await explained('core.attr.minimal/plain');
  expect({ kind, id }).toEqual({ kind: 'variant', id: 'core.attr.minimal/plain' });
  expect(cases.map(({ carrier }) => carrier)).toEqual([
    'http-binary',
    'kafka-binary',
    'mqtt5-binary',
    'http-structured',
    'kafka-structured',
    'mqtt5-structured',
    'mqtt3-structured',
    'http-batch',
  ]);
});

describe('a position', () => {
  test('has its problem, what is done about it, and whom it influences', async () => {
    const { problem, position } = suite.positions.get('A31') ?? {};
    for (const id of ['A31', 'a31']) {
      const text = flat(await printed(id));
      expect(text).toContain(`problem ${problem} position ${position} influences `);
      expect(text).toContain('http.dec.once');
    }
  });

  test('as JSON', async () => {
    for (const [id, position] of suite.positions) {
      const value = JSON.parse(await printed(id, true));
      expect(value).toEqual({ kind: 'position', ...position, requirements: expect.any(Array) });
    }
  });
});

test('the shape of a requirement as JSON', async () => {
  const term = { value: expect.any(String), meaning: expect.any(String) };
  const value = await explained('core.attr.minimal/plain@http-binary');
  expect(value).toEqual({
    kind: 'case',
    id: 'core.attr.minimal/plain@http-binary',
    requirement: {
      id: 'core.attr.minimal',
      rule: expect.any(String),
      how: expect.any(String),
      role: term,
      level: term,
      code: term,
      since: term,
      needs: term,
      sections: [
        {
          spec: '1.0.2',
          title: expect.any(String),
          url: expect.stringContaining('https://github.com/cloudevents/spec/'),
        },
        {
          spec: 'main',
          title: expect.any(String),
          url: expect.stringContaining('https://github.com/cloudevents/spec/'),
        },
      ],
      statements: expect.any(Array),
      positions: expect.any(Array),
      ...(value.requirement.inferred === undefined ? {} : { inferred: true }),
    },
    seed: 'explain',
    cases: [
      {
        id: 'core.attr.minimal/plain@http-binary',
        title: expect.any(String),
        level: 'must',
        carrier: 'http-binary',
        needs: 'status',
        expected: expect.any(Object),
        expectation: expect.arrayContaining([expect.any(String)]),
        requires: expect.any(Array),
        token: expect.stringMatching(/^t[0-9a-z]{12}$/),
        sent: [{ method: 'POST', via: 'client', headers: expect.any(Array), body: expect.any(Object) }],
        ...(value.cases[0]?.why === undefined ? {} : { why: expect.any(String) }),
      },
    ],
  });
});

describe('an unknown id is a usage error', () => {
  test.each([
    ['http.dec.onec', 'did you mean http.dec.once?'],
    ['core.attr.minimal/plian@http-binary', 'did you mean core.attr.minimal/plain@http-binary?'],
    ['core.attr.minimal/plian', 'did you mean core.attr.minimal/plain?'],
    ['core.attr.minmal/plain@http-batch', 'did you mean core.attr.minimal/plain@http-batch?'],
    ['A99', 'did you mean A09 or A19 or A39?'],
    ['', 'run `ce-conform list` to see the ids'],
    ['nothing/like/it', 'run `ce-conform list --cases` to see the ids'],
    ['core.attr.minimal@http-binary', 'run `ce-conform list` to see the ids'],
  ])('%j', async (id, hint) => {
    const diagnostic = await diagnosticOf(() => explain(id, {}, memoryIo()));
    expect(diagnostic).toMatchObject({
      code: 'explain.unknown',
      message: `failed to explain ${JSON.stringify(id)}: there is no such requirement, case or position`,
      hint,
      exit: 2,
    });
  });
});
