// What a seed draws: a changed generator is seen here, and findings of fuzzing are told to be out of date by it. Files that
// hold findings hold the trials themselves, so that they can be tried again all the same.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromWire, toWire } from '../../src/arbitraries.js';
import type { CloudEvent } from '../../src/event/types.js';
import { anyEvent } from '../../src/generate/any-event.js';
import { mutations } from '../../src/generate/mutation/mutations.js';
import { sample } from '../../src/generate/sample.js';
import { TRAITS } from '../../src/generate/traits/traits.js';
import { VIOLATION_KINDS } from '../../src/generate/violation/kinds.js';
import { violations } from '../../src/generate/violation/violations.js';
import { batch } from '../../src/generate/writing/batch.js';
import { writings } from '../../src/generate/writing/writings.js';
import { FORMS } from './helpers/forms.js';

const SEED = 'seeds';

const digest = (values: readonly unknown[]): string =>
  createHash('sha256').update(fc.stringify(values)).digest('hex').slice(0, 12);

const drawn = <T>(arbitrary: fc.Arbitrary<T>, count = 200): readonly T[] => sample(arbitrary, SEED, count);

/** Values as lines that can be read. */
const shown = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value));

it('draws the same events', () => {
  const events = drawn(anyEvent);
  expect([digest(events), ...shown(events.slice(0, 4).map(toWire))]).toMatchSnapshot();
});

it('draws the same batches and writings', () => {
  const batches = drawn(batch, 60);
  const written = drawn(writings(FORMS));
  expect([
    digest(batches),
    `sizes ${batches.map(({ length }) => length).join(' ')}`,
    digest(written),
    ...shown(written.slice(0, 6)),
  ]).toMatchSnapshot();
});

it('draws the same violations', () => {
  expect(
    VIOLATION_KINDS.map((kind) => {
      const values = drawn(violations(kind, kind.forms), 40);
      return [kind.requirement, digest(values), ...shown(values.slice(0, 1).map(({ damage }) => damage))].join(' ');
    }),
  ).toMatchSnapshot();
});

it('draws the same mutations', () => {
  const values = drawn(mutations('http'));
  expect([digest(values), ...shown(values.slice(0, 4))]).toMatchSnapshot();
  expect(['kafka', 'mqtt5', 'mqtt3'].map((name) => digest(drawn(mutations(name as 'kafka'))))).toMatchSnapshot();
});

it('draws the same events of each trait', () => {
  expect(TRAITS.map(({ requirement, event }) => `${requirement} ${digest(drawn(event, 10))}`)).toMatchSnapshot();
});

it('draws events that a file can keep', () => {
  for (const event of drawn(anyEvent)) {
    const read = fromWire(JSON.parse(JSON.stringify(toWire(event))));
    expect(read).toEqual({ kind: 'event', event: expect.anything() });
    if (read.kind === 'event') expect(plain(read.event)).toEqual(plain(event));
  }
});

// A file forgets the sign of minus zero, and of which class bytes are.
const plain = ({ attributes, data }: CloudEvent): unknown => [
  [...attributes],
  data?.kind === 'binary' ? [...data.bytes] : data,
];
