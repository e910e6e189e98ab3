// The digest of a report: it names these very bytes, apart from white space and the order of members. It proves nothing about who
// wrote them, but whatever holds it (a badge, an attestation) speaks of this report and of no other.
import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { Report } from './types.js';

/** All of a report but its digest. */
export type ReportBody = Omit<Report, 'digest'>;

/**
 * `sha256:` and 64 hexadecimal digits, over the canonical JSON (RFC 8785) of the report without the member `digest`. A value that JSON
 * cannot write counts as what is written for it.
 */
export function digestOfReport(report: ReportBody): string {
  const hash = createHash('sha256');
  // One case after the other: the text of all of them takes twice the time, and would be held at once.
  for (const part of canonicalParts(bodyOf(report))) hash.update(part, 'utf8');
  return `sha256:${hash.digest('hex')}`;
}

/** The report with its digest, which is made when it is read: a run that writes no report makes none. */
export function withDigest(body: ReportBody): Report {
  // A report with a digest is one without it, too, to the compiler.
  const { schema, ...rest } = bodyOf(body);
  let made: string | undefined;
  return {
    schema,
    get digest() {
      made ??= digestOfReport(body);
      return made;
    },
    ...rest,
  };
}

/** The report without its digest, which is not made for that. */
export const bodyOf = (report: ReportBody): ReportBody =>
  Object.fromEntries(
    membersOf(report).map((name) => [name, report[name as keyof ReportBody]]),
  ) as unknown as ReportBody;

const membersOf = (report: ReportBody): readonly string[] => Object.keys(report).filter((name) => name !== 'digest');

function* canonicalParts(body: ReportBody): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(body).toSorted(byName)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (Array.isArray(value)) yield* canonicalItems(value);
    else yield canonical(value);
  }
  yield before === '{' ? '{}' : '}';
}

function* canonicalItems(items: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield before + canonical(item);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

/** By UTF-16 code units, as RFC 8785 wants it. */
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

// Its types promise a default export, which a module of CommonJS is itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

function canonical(value: unknown): string {
  try {
    return canonicalize(value);
  } catch {
    // Infinity, of a target's 1e400: JSON writes null for it.
    return canonicalize(JSON.parse(JSON.stringify(value)));
  }
}
