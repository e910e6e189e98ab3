// What goes wrong with LIKE (section 3.4.3): mostly what comes of writing a pattern as a regular expression.
import type { LikeDefinition, Semantics } from '../../../cesql/semantics.js';
import { type Fault, fault } from '../../fault.js';
import { onSemantics, onTree, readsAs } from './change.js';

const onLike = (
  change: (like: LikeDefinition, semantics: Semantics) => Partial<LikeDefinition>,
): Pick<Fault, 'engine'> =>
  onSemantics((semantics) => ({ like: { ...semantics.like, ...change(semantics.like, semantics) } }));

/** Matches otherwise; `right` matches as it should. */
const onMatch = (
  change: (value: string, pattern: string, right: (value: string, pattern: string) => boolean) => boolean,
): Pick<Fault, 'engine'> =>
  onLike(({ matcher }) => ({
    matcher: (pattern) => (value: string) =>
      change(value, pattern, (other, otherPattern) => matcher(otherPattern)(other) === true),
  }));

const linesOf = (text: string): readonly string[] => text.split(/[\n\r\u0085\u2028\u2029]/);
const breaksIn = (text: string): number => linesOf(text).length - 1;

const isPlain = (pattern: string): boolean => !/[%_]/.test(pattern);

export const LIKE_FAULTS: readonly Fault[] = [
  fault(
    'cesql.like.percent/one-line',
    'matches no line breaks by a percent sign, as a dot of regular expressions does not',
    onMatch(
      (value, pattern, right) =>
        right(value, pattern) && (!pattern.includes('%') || breaksIn(value) === breaksIn(pattern)),
    ),
  ),
  fault(
    'cesql.like.percent/not-none',
    'matches one character at least by a percent sign',
    onMatch((value, pattern, right) => right(value, pattern.replaceAll(/(?<!\\)%/g, '_%'))),
  ),
  fault(
    'cesql.like.underscore/one-line',
    'matches no line break by an underscore, as a dot of regular expressions does not',
    onMatch(
      (value, pattern, right) =>
        right(value, pattern) && (!pattern.includes('_') || breaksIn(value) === breaksIn(pattern)),
    ),
  ),
  fault(
    'cesql.like.underscore/optional',
    'matches nothing, too, by an underscore',
    onMatch((value, pattern, right) => right(value, pattern) || (pattern === '_' && value === '')),
  ),
  fault(
    'cesql.like.whole/contained',
    'finds a pattern without wildcards anywhere in a value',
    onMatch((value, pattern, right) =>
      isPlain(pattern) && pattern !== '' ? value.includes(pattern) : right(value, pattern),
    ),
  ),
  fault(
    'cesql.like.whole/by-line',
    'finds a pattern that matches one line of several',
    onMatch((value, pattern, right) => right(value, pattern) || linesOf(value).some((line) => right(line, pattern))),
  ),
  fault(
    'cesql.like.case/ignored',
    'ignores case',
    onMatch((value, pattern, right) => right(value.toLowerCase(), pattern.toLowerCase())),
  ),
  fault(
    'cesql.like.case/accents',
    'ignores the case of letters beyond ASCII',
    onMatch((value, pattern, right) => {
      const small = (text: string): string => text.replaceAll(/[^\0-\x7f]/gu, (letter) => letter.toLowerCase());
      return right(small(value), small(pattern));
    }),
  ),
  fault(
    'cesql.like.literal/dot',
    'takes a dot for any character, as regular expressions do',
    onMatch((value, pattern, right) => right(value, pattern.replaceAll('.', '_'))),
  ),
  fault(
    'cesql.like.literal/question-mark',
    'takes a question mark for any character, as shells do',
    onMatch((value, pattern, right) => right(value, pattern.replaceAll('?', '_'))),
  ),
  fault(
    'cesql.like.escape/unknown',
    'has no escapes in patterns',
    onMatch((value, pattern, right) => right(value, pattern.replaceAll(/\\(?=[%_])/g, ''))),
  ),
  fault(
    'cesql.like.empty/anything',
    'finds that everything matches the empty pattern',
    onMatch((value, pattern, right) => pattern === '' || right(value, pattern)),
  ),
  fault(
    'cesql.like.cast/boolean-as-integer',
    'matches a Boolean as 1 or 0',
    onLike(({ matcher }) => ({
      operand: (type) => (type === 'boolean' ? 'integer' : 'string'),
      matcher: (pattern) => (value) => matcher(pattern)(String(value)),
    })),
  ),
  fault(
    'cesql.like.not/contained',
    'finds by NOT LIKE what does not contain the pattern',
    onTree((node) =>
      node.kind === 'like' && node.negated && isPlain(node.pattern) ? { ...node, pattern: `%${node.pattern}%` } : node,
    ),
  ),
  fault(
    'cesql.like.pattern/integer',
    'takes an Integer as a pattern',
    readsAs((text) => text.replace(/LIKE (-?\d+)$/, "LIKE '$1'")),
  ),
  fault(
    'cesql.like.pattern/parentheses',
    'takes a pattern in parentheses',
    readsAs((text) => text.replace(/LIKE \(([^,]*)\)$/, 'LIKE $1')),
  ),
];
