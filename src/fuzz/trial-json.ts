// Trials to JSON and back, so that a finding can be tried again by another run, on another machine.
import { parse } from '../cesql/parse.js';
import { print } from '../cesql/print.js';
import { CARRIERS, type Carrier, carrierOf, formOf } from '../engine/carriers.js';
import type { CloudEvent, JsonValue } from '../event/types.js';
import { fromWire, toWire } from '../event/wire.js';
import type { Mutation } from '../generate/mutation/types.js';
import type { Damage } from '../generate/violation/types.js';
import type { Spelling, Writing } from '../generate/writing/types.js';
import type { TrialJson } from '../report/fuzz/types.js';
import type { Trial } from './trial.js';

/** A trial as plain JSON. */
export function toTrialJson(trial: Trial): TrialJson {
  switch (trial.kind) {
    case 'events':
      return json({
        kind: 'events',
        events: trial.events.map(toWire),
        writings: trial.writings.map(toWriting),
        ...(trial.again && { again: true }),
      });
    case 'violation': {
      const { requirement, form, event, damage } = trial.violation;
      return json({ kind: 'violation', requirement, form: carrierOf(form), event: toWire(event), damage });
    }
    case 'mutation':
      return json({
        kind: 'mutation',
        event: toWire(trial.event),
        writing: toWriting(trial.writing),
        mutation: trial.mutation,
      });
    case 'encode':
      return json({ kind: 'encode', events: trial.events.map(toWire), form: carrierOf(trial.form) });
    case 'expression': {
      const { expression, event, spelling } = trial.posed;
      return json({ kind: 'expression', expression: print(expression), spelling, event: toWire(event) });
    }
  }
}

/** The trial that was written. Throws an Error that says what is wrong with one that is not as it was written. */
export function fromTrialJson(written: TrialJson): Trial {
  switch (written['kind']) {
    case 'events':
      return {
        kind: 'events',
        events: list(written['events'], 'events').map(eventOf),
        writings: atLeastOne(list(written['writings'], 'writings').map(writingOf)),
        ...(written['again'] === true && { again: true as const }),
      };
    case 'violation':
      return {
        kind: 'violation',
        violation: {
          requirement: text(written['requirement'], 'requirement'),
          form: formOf(carrierNamed(written['form'])),
          event: eventOf(written['event']),
          damage: object(written['damage'], 'damage') as unknown as Damage,
        },
      };
    case 'mutation':
      return {
        kind: 'mutation',
        event: eventOf(written['event']),
        writing: writingOf(written['writing']),
        mutation: object(written['mutation'], 'mutation') as unknown as Mutation,
      };
    case 'encode':
      return {
        kind: 'encode',
        events: list(written['events'], 'events').map(eventOf),
        form: formOf(carrierNamed(written['form'])),
      };
    case 'expression': {
      const parsed = parse(text(written['expression'], 'expression'));
      if (parsed.kind === 'problem') throw new Error('its expression is none');
      return {
        kind: 'expression',
        posed: {
          expression: parsed.expression,
          event: eventOf(written['event']),
          spelling: typeof written['spelling'] === 'number' ? written['spelling'] : 0,
        },
      };
    }
    default:
      throw new Error('it has a trial of no known kind');
  }
}

// What is in a trial is JSON already, or made so by the calls around it.
const json = (value: object): TrialJson => JSON.parse(JSON.stringify(value)) as TrialJson;

const toWriting = ({ form, spelling }: Writing): object => ({ form: carrierOf(form), spelling });

function writingOf(value: JsonValue | undefined): Writing {
  const { form, spelling } = object(value, 'writing');
  return { form: formOf(carrierNamed(form)), spelling: object(spelling, 'spelling') as unknown as Spelling };
}

function eventOf(value: JsonValue | undefined): CloudEvent {
  const read = fromWire(value ?? null);
  if (read.kind === 'malformed') throw new Error(`it has an event that is none: ${read.reason}`);
  return read.event;
}

function carrierNamed(value: JsonValue | undefined): Carrier {
  const found = CARRIERS.find((carrier) => carrier === value);
  if (found === undefined) throw new Error('it names a message form that there is not');
  return found;
}

function list(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Error(`its ${name} are no list`);
  return value;
}

function atLeastOne<T>(items: readonly T[]): readonly T[] {
  if (items.length === 0) throw new Error('it has nothing to send');
  return items;
}

function object(value: JsonValue | undefined, name: string): { readonly [member: string]: JsonValue } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`its ${name} is no object`);
  return value as { readonly [member: string]: JsonValue };
}

function text(value: JsonValue | undefined, name: string): string {
  if (typeof value !== 'string') throw new Error(`its ${name} is no text`);
  return value;
}
