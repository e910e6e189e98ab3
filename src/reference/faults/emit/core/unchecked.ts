// How faults of a producer against the core are put: it emits what the reference refuses.
import { encodeHttp } from '../../../../binding/http/encode.js';
import type { ContentMode, HeaderLine, HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import type { AttributeValue, CloudEvent } from '../../../../event/types.js';
import { type Violation, validate } from '../../../../event/validate.js';
import type { Fault } from '../../../fault.js';

interface Unchecked {
  /** Which of the events that break nothing else are emitted. Default: all. */
  readonly only?: (events: readonly CloudEvent[], violations: readonly Violation[]) => boolean;
  /** How they are written. Default: as the reference writes valid ones. */
  readonly write?: (events: readonly CloudEvent[], mode: ContentMode) => HttpMessage;
}

/** Emits events that break these rules of the validity check, and no others. */
export const unchecked = (
  rules: readonly string[],
  { only = () => true, write = encodeHttp }: Unchecked = {},
): Pick<Fault, 'emit'> => ({
  emit: {
    emission(emission, events, mode) {
      const violations = events.flatMap((event) => validate(event, 'main'));
      const isMeant = violations.length > 0 && violations.every(({ rule }) => rules.includes(rule));
      return isMeant && only(events, violations) ? { kind: 'message', message: write(events, mode) } : emission;
    },
  },
});

/** Whether a condition holds for every attribute that breaks a rule. */
export const ofAll =
  (isMeant: (name: string, text: string) => boolean): NonNullable<Unchecked['only']> =>
  (events, violations) =>
    violations.every(({ attribute = '' }) =>
      events.every(({ attributes }) => {
        const value = attributes.get(attribute);
        return value === undefined || isMeant(attribute, canonical(value));
      }),
    );

/** Changes how each attribute is written in binary mode. `value` is what the event has, `raw` how it is written. */
export const onHeaders = (
  change: (name: string, value: AttributeValue, raw: string) => string,
): Pick<Fault, 'emit'> => ({
  emit: {
    message: (message, [event], mode) =>
      mode === 'binary' && event !== undefined
        ? { ...message, headers: message.headers.map(changed(event, change)) }
        : message,
  },
});

const changed =
  ({ attributes }: CloudEvent, change: (name: string, value: AttributeValue, raw: string) => string) =>
  ([line, raw]: HeaderLine): HeaderLine => {
    const name = line.replace(/^ce-/, '');
    const value = name === line ? undefined : attributes.get(name);
    return value === undefined ? [line, raw] : [line, change(name, value, raw)];
  };

/** Changes the events before anything is checked. */
export const onEvents = (change: (event: CloudEvent, index: number) => CloudEvent): Pick<Fault, 'emit'> => ({
  emit: { events: (events) => events.map(change) },
});

/** Changes one attribute of each event, where it is a text. */
export const onAttribute = (name: string, change: (text: string) => string): Pick<Fault, 'emit'> =>
  onEvents((event) => {
    const value = event.attributes.get(name);
    return typeof value === 'string' ? withAttribute(event, name, change(value)) : event;
  });

/** The same event with another value of an attribute. */
export const withAttribute = (event: CloudEvent, name: string, value: AttributeValue): CloudEvent => ({
  ...event,
  attributes: new Map([...event.attributes, [name, value]]),
});
