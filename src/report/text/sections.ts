// The requirements of a report, by document and section.
import type { RequirementReport } from '../types.js';
import type { Outcome } from './style.js';

export interface SectionGroup {
  readonly title: string;
  readonly requirements: readonly RequirementReport[];
}

export interface DocumentGroup {
  readonly title: string;
  readonly sections: readonly SectionGroup[];
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  core: 'CloudEvents (core)',
  json: 'JSON Event Format',
  http: 'HTTP Protocol Binding',
  kafka: 'Kafka Protocol Binding',
  mqtt: 'MQTT Protocol Binding',
  cesql: 'CloudEvents SQL',
};

const byNumber = new Intl.Collator('en', { numeric: true });

/** Documents in the order of the report; sections by their number, where they have one. */
export function groupBySection(requirements: readonly RequirementReport[]): readonly DocumentGroup[] {
  return groups(requirements, ({ id, document }) => document ?? id.split('.')[0] ?? '').map(([document, members]) => ({
    title: DOCUMENTS[document] ?? document,
    sections: groups(members, ({ section }) => section ?? 'Other')
      .map(([title, inSection]) => ({ title, requirements: inSection }))
      .toSorted((a, b) => (isNumbered(a.title) && isNumbered(b.title) ? byNumber.compare(a.title, b.title) : 0)),
  }));
}

/** What a section amounts to: its worst outcome. */
export function worst(requirements: readonly RequirementReport[]): Outcome {
  const order = ['failed', 'open', 'warned', 'verified', 'observed'] as const;
  return order.find((outcome) => requirements.some((one) => one.outcome === outcome)) ?? 'not-applicable';
}

/** The values under each key, keys in the order of their first value. */
export function groups<T>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly [string, T[]])[] {
  const found = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = found.get(key);
    if (group === undefined) found.set(key, [value]);
    else group.push(value);
  }
  return [...found];
}

const isNumbered = (title: string): boolean => /^\d/.test(title);
