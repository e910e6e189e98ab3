import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { ContentMode } from '../../../src/binding/types.js';
import { toWire } from '../../../src/event/wire.js';
import { answerAs, claimsIn, REFERENCE_CLAIMS } from '../../../src/reference/adapter/answer.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { toAdapterMessage } from '../../../src/target/adapter/adapter-message.js';
import { CLAIM_WORDS } from '../../../src/target/adapter/claim-words.js';
import { parseAdapterReply } from '../../../src/target/adapter/parse-reply.js';
import type { AdapterMessage, AdapterRequest } from '../../../src/target/adapter/protocol.js';
import { anyEvent } from '../../event/any-event.js';

const answer = (request: AdapterRequest, ...faults: readonly string[]): unknown =>
  JSON.parse(JSON.stringify(answerAs(request, '1.2.3', faults.map(faultNamed))));

/** A message with its header lines in one order: objects of JSON keep none of names that look like numbers. */
function sorted(reply: object, mode: ContentMode): unknown {
  const { message } = JSON.parse(JSON.stringify(reply)) as { readonly message: AdapterMessage };
  const { body } = message;
  const isJson = mode !== 'binary' && body != null && 'text' in body;
  return {
    headers: message.headers.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    body: isJson ? JSON.parse(body.text) : body,
  };
}

const WHOLE = { specversion: '1.0', id: 'one', source: '/s', type: 't' };
const validate = (attributes: Readonly<Record<string, string>>): AdapterRequest => ({
  op: 'validate',
  event: { attributes },
});
const decode = (body: string): AdapterRequest => ({
  op: 'decode',
  binding: 'http',
  message: { headers: [['Content-Type', { text: 'application/cloudevents+json' }]], body: { text: body } },
});

describe('the reference as an adapter', () => {
  it('says who it is, and claims all that there is, but of the error modes only one', () => {
    expect(answer({ op: 'hello', protocol: 1 })).toEqual({
      protocol: 1,
      name: 'ce-conform reference',
      version: '1.2.3',
      language: 'typescript',
      supports: REFERENCE_CLAIMS,
    });
    const others = ['evaluate:complete', 'evaluate:fail-fast'];
    expect(new Set(REFERENCE_CLAIMS)).toEqual(new Set(CLAIM_WORDS.filter((word) => !others.includes(word))));
  });

  it('knows what it does not know', () => {
    expect(answer({ op: 'canary-12ab' })).toEqual({ unsupported: true });
  });

  it('evaluates expressions, in the error mode that it claims', () => {
    const evaluate = (expression: string): AdapterRequest => ({
      op: 'evaluate',
      expression,
      event: { attributes: WHOLE },
    });
    expect(answer(evaluate('id'))).toEqual({ value: 'one', errors: [] });
    expect(answer(evaluate('1 +'))).toEqual({ errors: ['parse'] });
    const asked = evaluate('1 + 1 / 0');
    expect(answer(asked)).toEqual({ value: 0, errors: ['math'] });
    expect(answerAs(asked, '1', [], 'complete')).toEqual({ value: 1, errors: ['math'] });
  });

  it('claims the error mode that it is asked in, and none that it is not', () => {
    expect(claimsIn('complete')).toContain('evaluate:complete');
    expect(claimsIn(undefined).filter((word) => /complete|fail-fast|operator/.test(word))).toEqual([]);
  });

  it('tells valid events from invalid ones, with a reason', () => {
    expect(answer(validate(WHOLE))).toEqual({ valid: true });
    expect(answer(validate({ ...WHOLE, source: '' }))).toEqual({ valid: false, reason: expect.stringMatching(/./) });
  });

  it('decodes events, and says why it does not', () => {
    expect(answer(decode(JSON.stringify(WHOLE)))).toEqual({ events: [{ attributes: WHOLE }] });
    expect(answer(decode('{'))).toEqual({ rejected: { reason: expect.stringMatching(/./) } });
  });

  it('writes what it reads, in every mode', () => {
    fc.assert(
      fc.property(
        anyEvent,
        fc.constantFrom('binary' as const, 'structured' as const, 'batch' as const),
        (event, mode) => {
          const asked: AdapterRequest = { op: 'encode', binding: 'http', mode, events: [toWire(event)] };
          const reply = answerAs(asked, '1', []);
          if ('rejected' in reply) return;
          expect(sorted(reply, mode)).toEqual(sorted({ message: toAdapterMessage(encodeHttp([event], mode)) }, mode));
        },
      ),
    );
  });

  it('answers in the form of the protocol, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        const asked = decode(body);
        const reply = parseAdapterReply(asked, { id: 1, ...(answer(asked) as object) });
        expect(['events', 'rejected']).toContain(reply.kind);
      }),
    );
  });
});

describe('its faults', () => {
  it('of a receiver show in what it decodes', () => {
    const asked = decode(JSON.stringify({ ...WHOLE, comexampleext: '' }));
    expect(answer(asked, 'core.ext.empty-string/dropped')).toEqual({ events: [{ attributes: WHOLE }] });
  });

  it('of a producer show in what it writes', () => {
    const asked: AdapterRequest = {
      op: 'encode',
      binding: 'http',
      mode: 'structured',
      format: 'json',
      events: [{ attributes: { ...WHOLE, id: '' } }],
    };
    expect(answer(asked)).toHaveProperty('rejected');
    expect(answer(asked, 'core.id.nonempty/unchecked')).toHaveProperty('message');
  });

  it('of an engine show in what it evaluates', () => {
    const asked: AdapterRequest = { op: 'evaluate', expression: '0 / 0', event: { attributes: WHOLE } };
    expect(answer(asked)).toEqual({ value: 0, errors: ['math'] });
    expect(answer(asked, 'cesql.op.div-zero/nothing')).toEqual({ value: 0, errors: [] });
  });

  it('of who validates show in what it finds valid, and in nothing else', () => {
    const fault = 'core.source.empty/found-valid';
    expect(answer(validate({ ...WHOLE, source: '' }), fault)).toEqual({ valid: true });
    expect(answer(validate({ ...WHOLE, id: '' }), fault)).toMatchObject({ valid: false });
  });
});
