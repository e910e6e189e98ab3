// Brokers that filter nothing, whatever they are told. A harness that is satisfied with one of them can be fooled.
import { startSink } from '../target/sink.js';
import type { Reply } from '../target/types.js';
import { type Served, serveReference } from './serve.js';

export interface NullFilter {
  readonly name: string;
  readonly summary: string;
  /** What setting a filter gives; it has no effect. */
  readonly set: Reply;
  /** Serves what takes events and, if it passes them on at all, does so to `next`. */
  readonly startBefore: (next: URL) => Promise<Served>;
}

const passesAll = (next: URL): Promise<Served> => serveReference({ forward: next });

export const NULL_FILTERS: readonly NullFilter[] = [
  {
    name: 'filter-open',
    summary: 'takes every filter, and passes everything on',
    set: { kind: 'set' },
    startBefore: passesAll,
  },
  {
    name: 'filter-shut',
    summary: 'takes every filter, and passes nothing on',
    set: { kind: 'set' },
    // A sink takes whatever comes, and keeps it.
    startBefore: () => startSink(),
  },
  {
    name: 'filter-refuses',
    summary: 'refuses every filter, and passes everything on',
    set: { kind: 'rejected', reason: 'no' },
    startBefore: passesAll,
  },
];
