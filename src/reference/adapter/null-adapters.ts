// Adapters behind which there is no SDK. A harness that is satisfied with one of them can be fooled.
import type { AdapterRequest } from '../../target/adapter/protocol.js';
import { REFERENCE_CLAIMS } from './answer.js';
import type { Answerer } from './serve-adapter.js';

export interface NullAdapter {
  readonly name: string;
  readonly summary: string;
  readonly answer: Answerer;
}

const HELLO = {
  protocol: 1,
  name: 'nothing',
  version: '0',
  language: 'none',
  supports: REFERENCE_CLAIMS,
};

/** Says hello, knows what it does not know, and then answers as `rest` does. */
const polite =
  (rest: (request: AdapterRequest) => object | string | undefined): Answerer =>
  (request) => {
    if (request.op === 'hello') return HELLO;
    return request.op.startsWith('canary-') ? { unsupported: true } : rest(request);
  };

const FIXED_EVENT = {
  attributes: { specversion: '1.0', id: 'fixed', source: '/fixed', type: 'org.example.fixed' },
  data: { json: {} },
};
const FIXED_MESSAGE = {
  headers: [['Content-Type', { text: 'application/cloudevents+json' }]],
  body: { text: '{"specversion":"1.0","id":"fixed","source":"/fixed","type":"org.example.fixed","data":{}}' },
};

/** To each question the answer of its form that says least. */
function yes({ op }: AdapterRequest): object {
  if (op === 'decode') return { events: [] };
  if (op === 'evaluate') return { value: true, errors: [] };
  return op === 'encode' ? { message: { headers: [] } } : { valid: true };
}

type Asked = Extract<AdapterRequest, { readonly op: 'evaluate' }>;

/** Answers questions about expressions, and claims nothing else. */
function evaluating(name: string, summary: string, answer: (asked: Asked) => object): NullAdapter {
  const hello = { ...HELLO, supports: REFERENCE_CLAIMS.filter((word) => word.startsWith('evaluate')) };
  const polite = (request: AdapterRequest): object => {
    if (request.op === 'hello') return hello;
    return request.op === 'evaluate' ? answer(request) : { unsupported: true };
  };
  return { name: `adapter-evaluates-${name}`, summary, answer: polite };
}

export const NULL_ADAPTERS: readonly NullAdapter[] = [
  { name: 'adapter-silent', summary: 'never answers', answer: () => undefined },
  {
    name: 'adapter-exits',
    summary: 'ends at once',
    answer: () => {
      throw new Error('ends');
    },
  },
  { name: 'adapter-ok', summary: 'answers ok to everything', answer: () => ({ ok: true }) },
  { name: 'adapter-unsupported', summary: 'answers unsupported to everything', answer: () => ({ unsupported: true }) },
  { name: 'adapter-echo', summary: 'sends the request back', answer: (_, line) => `${line}\n` },
  { name: 'adapter-garbage', summary: 'writes no JSON', answer: () => 'It works!\n' },
  {
    name: 'adapter-wrong-ids',
    summary: 'answers well, under the ids of other requests',
    answer: (_, line) => `{"id":${Number(/"id":(\d+)/.exec(line)?.[1]) + 1},"unsupported":true}\n`,
  },
  {
    name: 'adapter-knows-all',
    summary: 'claims everything, and answers to ops that do not exist',
    answer: (request) => (request.op === 'hello' ? HELLO : yes(request)),
  },
  { name: 'adapter-yes', summary: 'claims everything, and answers yes to everything', answer: polite(yes) },
  {
    name: 'adapter-claims',
    summary: 'claims everything, and answers unsupported to all of it',
    answer: polite(() => ({ unsupported: true })),
  },
  {
    name: 'adapter-rejects',
    summary: 'claims everything, and rejects all of it',
    answer: polite(({ op }) => {
      if (op === 'evaluate') return { errors: ['parse'] };
      return op === 'validate' ? { valid: false, reason: 'no' } : { rejected: { reason: 'no' } };
    }),
  },
  {
    name: 'adapter-fixed',
    summary: 'answers the same event and the same message to everything',
    answer: polite(({ op }) => {
      if (op === 'decode') return { events: [FIXED_EVENT] };
      if (op === 'evaluate') return { value: 'fixed', errors: [] };
      return op === 'encode' ? { message: FIXED_MESSAGE } : { valid: true };
    }),
  },
  evaluating('false', 'evaluates every expression to false', () => ({ value: false, errors: [] })),
  evaluating('null', 'evaluates every expression to null', () => ({ value: null, errors: [] })),
  evaluating('fails', 'evaluates every expression to false, with every error', () => ({
    value: false,
    errors: ['parse', 'math', 'cast', 'missingAttribute', 'missingFunction', 'functionEvaluation', 'generic'],
  })),
  evaluating('text', 'evaluates every expression to itself', ({ expression }) => ({ value: expression, errors: [] })),
  evaluating('id', 'evaluates every expression to the id of the event', ({ event }) => ({
    value: event.attributes['id'] ?? null,
    errors: [],
  })),
  {
    name: 'adapter-stops',
    summary: 'says hello, and never answers again',
    answer: polite(() => undefined),
  },
  {
    name: 'adapter-dies',
    summary: 'says hello, and ends at the first question',
    answer: polite(() => {
      throw new Error('ends');
    }),
  },
];
