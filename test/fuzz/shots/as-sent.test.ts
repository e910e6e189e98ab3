import { describe, expect, it } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import { asSent } from '../../../src/fuzz/shots/as-sent.js';
import type { Reply, Stimulus } from '../../../src/target/types.js';
import { responded } from '../../engine/helpers/observed.js';
import { event, events, symptoms, violation } from '../helpers/trials.js';

const { violation: damaged } = violation(
  'http.dec.bad-utf8',
  { kind: 'line', attribute: 'subject', value: '%C0%A0' },
  'http-binary',
  event({ subject: 'a' }),
);
const failure = (subject: string): Judgement => ({
  status: 'fail',
  actual: { subject },
  cause: { key: 'invented http.dec.bad-utf8', title: 'x' },
});

describe('asSent', () => {
  it('says nothing where the bytes came out', () => {
    expect(asSent(damaged, failure('%C0%A0')).status).toBe('inconclusive');
  });

  it('leaves a value that was made up, and everything else, as it is', () => {
    for (const judgement of [failure('\ufffd\ufffd'), { status: 'pass' } as const, { status: 'fail' } as const])
      expect(asSent(damaged, judgement)).toBe(judgement);
  });

  it('leaves it to valid events to show that header values are not decoded', () => {
    const due = { obligations: { asked: 'message', isDemanded: () => true, isDue: () => true } } as const;
    expect(symptoms({ kind: 'violation', violation: damaged }, undecoding, due)).toEqual([]);
    expect(symptoms(events(event({ subject: '%' }), 'http-binary'), undecoding)).toMatchObject([
      { class: 'altered', root: 'header as sent' },
    ]);
  });
});

/** The answer of a receiver that decodes no header values. */
function undecoding({ headers }: Stimulus): Reply {
  const attributes = headers.flatMap(([name, value]) =>
    name.startsWith('ce-') ? [[name.slice(3), value] as const] : [],
  );
  const message = encodeHttp([{ attributes: new Map(attributes) }], 'structured');
  return responded(200, message.headers, message.body);
}
