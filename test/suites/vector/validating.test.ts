import { beforeAll, describe, expect, it } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { Case } from '../../../src/engine/case.js';
import { claimsOf } from '../../../src/engine/claims.js';
import { profileOutcome } from '../../../src/engine/outcomes.js';
import type { RunResult } from '../../../src/engine/run.js';
import type { Suite } from '../../../src/engine/suite.js';
import { validate } from '../../../src/event/validate.js';
import { fromWire } from '../../../src/event/wire.js';
import { REFERENCE_CLAIMS } from '../../../src/reference/adapter/answer.js';
import type { Answerer } from '../../../src/reference/adapter/serve-adapter.js';
import { answer, receive } from '../../../src/reference/receiver.js';
import { toAdapterMessage } from '../../../src/target/adapter/adapter-message.js';
import { loadSuite } from '../../../suites/suite.js';
import { runAdapter, truly, trulyBut } from '../../engine/helpers/adapter.js';
import { runAgainst } from '../../engine/helpers/drive.js';
import { answerTruly, startHttp } from '../../engine/helpers/http-server.js';

const suite: Suite = loadSuite();
const ONLY = ['core.attr.missing', 'core.type.time-bad', 'json.batch.mislabel'];
const filter = { only: ONLY, skip: [] };

const strict = suite.cases.flatMap(({ task, whenValidating }) => (task === 'decode' ? (whenValidating ?? []) : []));
const aboutMessages = strict.map((make) => make('message'));
const aboutEvents = strict.map((make) => make('event'));
const asked = aboutEvents.filter(
  (item): item is Case & Required<Pick<Case, 'validity'>> => item.validity !== undefined,
);

/** It finds everything valid, and writes whatever it is asked to. */
const anyway: Answerer = (request, line) => {
  if (request.op === 'validate') return { valid: true };
  if (request.op !== 'encode') return truly()(request, line);
  const events = request.events.map((one) => {
    const read = fromWire(JSON.parse(JSON.stringify(one)));
    if (read.kind === 'malformed') throw new Error(read.reason);
    return read.event;
  });
  return { message: toAdapterMessage(encodeHttp(events, request.mode)) };
};

const over = (answer: Answerer, supports: readonly string[] = REFERENCE_CLAIMS) =>
  runAdapter(suite, answer, { supports, filter, tasks: ['decode'] });
const of = ({ results }: RunResult, name: string) =>
  results.filter(({ item }) => item.id.startsWith(`${name}@`)).map(({ judgement }) => judgement);
const validation = ({ results, probed }: RunResult) => {
  const profile = suite.profiles.find(({ id }) => id === 'validation');
  if (profile === undefined) throw new Error('no such profile');
  return profileOutcome(profile, results, { spec: '1.0.2', claims: probed.claims });
};

describe('the cases of who claims to validate', () => {
  it('are musts that ask for a refusal, of one requirement each with all its cases', () => {
    expect(aboutMessages.length).toBeGreaterThan(250);
    for (const item of [...aboutMessages, ...aboutEvents]) {
      expect(item).toMatchObject({ level: 'must', validation: true, requirement: { level: 'must', code: 'rej' } });
      expect(item).not.toHaveProperty('whenValidating');
    }
    const requirements = new Set(aboutEvents.map(({ requirement }) => requirement));
    expect(requirements.size).toBe(new Set(aboutEvents.map(({ requirement: { id } }) => id)).size);
  });

  it('about a message rest on its twin; about an event they bring one along', () => {
    for (const item of aboutMessages) expect(item.twin).toBeDefined();
    for (const item of aboutEvents) {
      expect(item).not.toHaveProperty('twin');
      expect(item.requires).toEqual([]);
    }
  });

  it('ask about one valid event, and one that is invalid', () => {
    expect(asked.length).toBeGreaterThan(60);
    for (const { validity, id } of asked) {
      const [valid, invalid] = validity('t0123456789ab');
      expect(validate(valid, '1.0.2'), id).toEqual([]);
      expect(validate(invalid, '1.0.2'), id).not.toEqual([]);
    }
  });

  it('ask about each event once, whatever form it could travel in', () => {
    const names = asked.map(({ id }) => id.replace(/@.*$/, ''));
    expect(new Set(names).size).toBe(names.length);
  });

  it('do not ask about what is invalid in a message alone', () => {
    const names = new Set(asked.map(({ id }) => id.replace(/@.*$/, '')));
    expect(names).toContain('core.attr.missing/source');
    expect(names).toContain('core.attr.missing/id');
    for (const name of names) expect(name).toMatch(/^core\.|^json\.type\.core-wrong\//);
  });
});

describe('over an adapter', () => {
  let good: RunResult;
  beforeAll(async () => {
    good = await over(truly());
  });

  it('who tells all is verified, and what cannot be asked does not apply', () => {
    expect(validation(good).verdict).toBe('conformant');
    const judged = good.results.filter(({ item }) => item.validation === true);
    expect(new Set(judged.map(({ judgement }) => judgement.status))).toEqual(new Set(['pass', 'not-applicable']));
    const [first, ...others] = of(good, 'core.attr.missing/source').map(({ status }) => status);
    expect(first).toBe('pass');
    expect(new Set(others)).toEqual(new Set(['not-applicable']));
    expect(new Set(of(good, 'json.batch.mislabel/one').map(({ status }) => status))).toEqual(
      new Set(['not-applicable']),
    );
  });

  it('hands over the two events and nothing else', () => {
    const one = good.results.find(({ item }) => item.id === 'core.attr.missing/source@http-binary');
    expect(one?.evidence?.requests).toEqual([]);
    expect(one?.evidence?.validated?.map(({ attributes }) => attributes.has('source'))).toEqual([true, false]);
    expect(one?.evidence?.replies.map(({ kind }) => kind)).toEqual(['valid', 'invalid']);
  });

  it('who finds everything valid, and writes it as it is, is nonconformant, with one finding a requirement', async () => {
    const result = await over(anyway);
    const failed = result.results.filter(({ judgement }) => judgement.status === 'fail');
    expect(failed.length).toBeGreaterThan(5);
    expect(new Set(failed.map(({ judgement }) => judgement.cause?.key))).toEqual(
      new Set(['found valid core.attr.missing', 'found valid core.type.time-bad']),
    );
    expect(of(result, 'core.attr.missing/type')[0]?.actual).toEqual({ valid: true, written: { type: null } });
    expect(validation(result).verdict).toBe('nonconformant');
  });

  it('who finds everything valid, and refuses to write it, is not accused, and shows nothing green', async () => {
    const result = await over(trulyBut(({ op }) => (op === 'validate' ? { valid: true } : undefined)));
    expect(of(result, 'core.attr.missing/type')[0]).toMatchObject({
      status: 'not-applicable',
      message: expect.stringContaining('refused when it is to be written'),
    });
    expect(validation(result).verdict).toBe('inconclusive');
  });

  it('who fills in what is missing before it validates is not accused', async () => {
    const result = await over((request, line) => {
      if (request.op === 'validate') return { valid: true };
      if (request.op !== 'encode') return truly()(request, line);
      const whole = request.events.map((event) => ({
        ...event,
        attributes: {
          specversion: '1.0',
          id: 'made-up',
          source: '/',
          type: 'x',
          ...event.attributes,
          time: '2026-01-02T03:04:05Z',
        },
      }));
      return truly()({ ...request, events: whole }, line);
    });
    expect(of(result, 'core.attr.missing/id')[0]).toMatchObject({
      status: 'not-applicable',
      message: expect.stringContaining('repaired'),
    });
    expect(result.results.filter(({ judgement }) => judgement.status === 'fail')).toEqual([]);
  });

  it('who finds everything invalid has shown nothing', async () => {
    const result = await over(
      trulyBut(({ op }) => (op === 'validate' ? { valid: false, reason: 'no\u001b[2J' } : undefined)),
    );
    expect(of(result, 'core.attr.missing/type')[0]).toMatchObject({
      status: 'blocked',
      message: expect.stringContaining('a plain valid event is found invalid as well'),
    });
    expect(validation(result).verdict).toBe('inconclusive');
  });

  it('who answers unsupported has shown nothing', async () => {
    const result = await over(trulyBut(({ op }) => (op === 'validate' ? { unsupported: true } : undefined)));
    expect(of(result, 'core.attr.missing/type')[0]?.status).toBe('inconclusive');
    expect(result.probed.notes).toEqual(['validate is claimed, and the adapter answers unsupported']);
    expect(validation(result).verdict).toBe('inconclusive');
  });

  it('who answers what is no reply has shown nothing', async () => {
    const result = await over(trulyBut(({ op }) => (op === 'validate' ? { events: [] } : undefined)));
    expect(of(result, 'core.attr.missing/type')[0]).toMatchObject({
      status: 'inconclusive',
      message: expect.stringContaining('breaks the protocol'),
    });
  });

  it('who does not claim it is not asked', async () => {
    const result = await over(truly(), ['decode:http-binary']);
    expect(result.results.some(({ evidence }) => evidence?.validated !== undefined)).toBe(false);
    expect(of(result, 'core.attr.missing/type')[0]?.status).toBe('observed');
  });

  it('is asked about each event, whatever it reads: nothing hides behind a message form that is not claimed', async () => {
    const writes = ['validate', 'encode:http-structured'];
    for (const supports of [writes, [...writes, 'decode:http-structured'], [...writes, 'decode:http-batch']]) {
      const result = await over(anyway, supports);
      expect(of(result, 'core.attr.missing/type')[0]?.status, supports.join()).toBe('fail');
      expect(validation(result).verdict).toBe('nonconformant');
    }
  });

  it('is judged also where it reads nothing well', async () => {
    const result = await over((request, line) =>
      request.op === 'decode' ? { rejected: { reason: 'broken' } } : anyway(request, line),
    );
    expect(of(result, 'core.attr.missing/type')[0]?.status).toBe('fail');
  });

  it('who writes nothing and finds everything valid has shown nothing', async () => {
    const result = await over(anyway, ['validate', 'decode:http-structured']);
    expect(of(result, 'core.attr.missing/type')[0]?.status).toBe('inconclusive');
    expect(validation(result).verdict).toBe('inconclusive');
  });

  it('does not show by what it validates that it reads anything', async () => {
    // It finds the invalid invalid, and takes every message without an event of it.
    const result = await over((request) => (request.op === 'decode' ? { events: [] } : truly()(request, '')));
    const decoded = result.results.filter(
      ({ item, judgement }) => item.validity === undefined && judgement.status === 'pass',
    );
    expect(decoded).toEqual([]);
  });
});

describe('over HTTP', () => {
  const claims = { ...claimsOf(['http-binary', 'http-structured', 'http-batch', 'validation']) };
  const against = async (serve: Parameters<typeof startHttp>[0], observe: 'reply' | 'status' = 'reply') =>
    runAgainst((await startHttp(serve)).url, suite, { claims, observe, filter });

  it('who refuses all that is invalid is verified', async () => {
    const result = await against(answerTruly);
    expect(validation(result).verdict).toBe('conformant');
    expect(of(result, 'core.attr.missing/id').map(({ status }) => status)).toEqual(['pass', 'pass', 'pass']);
  });

  it('who takes a missing source is accused', async () => {
    const result = await against((request, response) => {
      const { status, headers, body } = answer(receive(request, ['core.attr.missing']));
      response.writeHead(status, headers.flat()).end(body);
    });
    expect(of(result, 'core.attr.missing/source')[0]).toMatchObject({
      status: 'fail',
      message: 'an invalid event is taken for a valid one',
    });
    expect(validation(result).verdict).toBe('nonconformant');
  });

  it('who fills a missing id in has nothing invalid to tell: the case does not apply', async () => {
    const result = await against((request, response) => {
      const received = receive(request, ['core.attr.missing']);
      const filled =
        received.kind === 'events'
          ? {
              ...received,
              events: received.events.map((event) => ({
                ...event,
                attributes: new Map([['specversion', '1.0'], ['id', 'made-up'], ...event.attributes]),
              })),
            }
          : received;
      const isWhole = filled.kind === 'events' && filled.events.every((event) => validate(event, '1.0.2').length === 0);
      const { status, headers, body } = answer(isWhole ? filled : receive(request));
      response.writeHead(status, headers.flat()).end(body);
    });
    expect(of(result, 'core.attr.missing/id').map(({ status }) => status)).toEqual(Array(3).fill('not-applicable'));
    expect(of(result, 'core.attr.missing/source').map(({ status }) => status)).toEqual(['pass', 'pass', 'pass']);
    expect(validation(result).verdict).toBe('conformant');
  });

  it('who refuses valid events too has shown nothing', async () => {
    const result = await against((_, response) => response.writeHead(400).end());
    expect(of(result, 'core.attr.missing/source').map(({ status }) => status)).toEqual(Array(3).fill('blocked'));
    expect(validation(result).verdict).toBe('nonconformant');
  });

  it('of a bare 2xx it is not known whether an event was made', async () => {
    const result = await against((_, response) => response.writeHead(204).end(), 'status');
    expect(of(result, 'core.attr.missing/source')[0]).toMatchObject({ status: 'inconclusive' });
    expect(validation(result).verdict).toBe('inconclusive');
  });
});

it('every event that is asked about comes through the protocol as it is', () => {
  const target = { asked: 0 };
  for (const { validity } of asked) {
    const [, invalid] = validity('t0123456789ab');
    const wire = JSON.parse(JSON.stringify({ attributes: Object.fromEntries(invalid.attributes) }));
    const read = fromWire(wire);
    if (read.kind === 'malformed') throw new Error(read.reason);
    expect(validate(read.event, '1.0.2')).toEqual(validate({ attributes: invalid.attributes }, '1.0.2'));
    target.asked += 1;
  }
  expect(target.asked).toBe(asked.length);
});
