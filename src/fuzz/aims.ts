// What trials aim at: a requirement over a message form each, and events, batches and damage at large.
import fc, { type Arbitrary } from 'fast-check';
import type { Form } from '../binding/encode-message.js';
import { type Carrier, formOf } from '../engine/carriers.js';
import type { Way } from '../engine/case.js';
import type { CloudEvent } from '../event/types.js';
import { anyEvent } from '../generate/any-event.js';
import { expressions } from '../generate/expression/expressions.js';
import { mutations } from '../generate/mutation/mutations.js';
import { TRAITS } from '../generate/traits/traits.js';
import { VIOLATION_KINDS } from '../generate/violation/kinds.js';
import { violations } from '../generate/violation/violations.js';
import { batch } from '../generate/writing/batch.js';
import type { Spelling } from '../generate/writing/types.js';
import { writings } from '../generate/writing/writings.js';
import { wayOf } from './shots/way-of.js';
import type { Trial } from './trial.js';

/** A requirement over a message form. */
export interface Cell {
  readonly requirement: string;
  readonly way: Way;
}

export interface Aim {
  /** The same in every run, so that a path can name it. */
  readonly name: string;
  readonly arbitrary: Arbitrary<Trial>;
  /** What its trials are about; absent where they are about anything. */
  readonly cell?: Cell;
  /** How often it comes beside the others, once every cell was reached. */
  readonly weight: number;
}

/** What a target can be asked. */
export interface Abilities {
  readonly decodes: readonly Carrier[];
  readonly encodes: readonly Carrier[];
  readonly evaluates: boolean;
}

/** So many messages of one event, at most: each in another form, or spelt in another way. */
const MOST_WRITINGS = 5;

/** All aims that a target can be asked about, in a fixed order. */
export function aimsOf({ decodes, encodes, evaluates }: Abilities): readonly Aim[] {
  const forms = decodes.map(formOf);
  return [
    ...(forms.length > 0 ? [{ name: 'any event', arbitrary: events(anyEvent, forms), weight: 40 }] : []),
    ...forms
      .filter(({ mode }) => mode === 'batch')
      .map((form) => ({ name: 'any batch', arbitrary: batches(form), weight: 12 })),
    ...forms.map((form) => ({ name: `damage@${wayOf(form)}`, arbitrary: damage(form), weight: 4 })),
    ...TRAITS.flatMap((trait) =>
      trait.forms
        .filter((form) => includes(forms, form))
        .map((form) => {
          const way = wayOf(form);
          const arbitrary = events(trait.event, [form, ...forms.filter((other) => other !== form)], trait.spelling);
          return {
            name: `${trait.requirement}@${way}`,
            arbitrary,
            cell: { requirement: trait.requirement, way },
            weight: 1,
          };
        }),
    ),
    ...VIOLATION_KINDS.flatMap((kind) =>
      kind.forms
        .filter((form) => includes(forms, form))
        .map((form) => {
          const way = wayOf(form);
          const arbitrary = violations(kind, [form]).map((violation): Trial => ({ kind: 'violation', violation }));
          return {
            name: `${kind.requirement}@${way}`,
            arbitrary,
            cell: { requirement: kind.requirement, way },
            // What is open for everybody has only to be survived.
            weight: kind.isOpen === true ? 1 : 3,
          };
        }),
    ),
    ...encodes.map((carrier) => ({ name: `encode@${carrier}`, arbitrary: written(formOf(carrier)), weight: 8 })),
    ...(evaluates ? [{ name: 'expression', arbitrary: expression(), weight: 30 }] : []),
  ];
}

/** An event over the first of these forms, and over some of the others, at times the first twice. */
function events(event: Arbitrary<CloudEvent>, forms: readonly Form[], spelling?: Partial<Spelling>): Arbitrary<Trial> {
  const [main] = forms;
  return fc
    .record({
      event,
      own: writings(main === undefined ? forms : [main]),
      others: fc.array(writings(forms), { maxLength: MOST_WRITINGS - 1 }),
      again: fc.integer({ min: 0, max: 7 }),
    })
    .map(({ event: one, own, others, again }): Trial => {
      const first = spelling === undefined ? own : { ...own, spelling: { ...own.spelling, ...spelling } };
      const trial = { kind: 'events', events: [one], writings: [first, ...others] } as const;
      return again === 7 ? { ...trial, again: true } : trial;
    });
}

const batches = (form: Form): Arbitrary<Trial> =>
  fc.record({ events: batch, writing: writings([form]) }).map(
    ({ events: all, writing }): Trial => ({
      kind: 'events',
      events: all,
      writings: [writing],
    }),
  );

const damage = (form: Form): Arbitrary<Trial> =>
  fc
    .record({ event: anyEvent, writing: writings([form]), mutation: mutations(form.binding) })
    .map((damaged): Trial => ({ kind: 'mutation', ...damaged }));

const written = (form: Form): Arbitrary<Trial> =>
  (form.mode === 'batch' ? batch : anyEvent.map((event) => [event])).map(
    (all): Trial => ({
      kind: 'encode',
      events: all,
      form,
    }),
  );

const expression = (): Arbitrary<Trial> => expressions().map((posed): Trial => ({ kind: 'expression', posed }));

const includes = (forms: readonly Form[], form: Form): boolean => forms.some((one) => wayOf(one) === wayOf(form));
