// The same expression in other words: keywords and names of functions in any case, and any white space.
import { DEFAULT_SYNTAX } from '../../cesql/default-syntax.js';
import { print } from '../../cesql/print.js';
import { advance, scan, textOf as tokenText } from '../../cesql/scanner.js';
import type { Posed } from './posed.js';

const SPACES = [' ', ' ', '  ', '\t', '\n', '\r\n'];

/** The text of an expression, in its spelling. It parses to the same tree, spans aside. */
export function textOf({ expression, spelling }: Pick<Posed, 'expression' | 'spelling'>): string {
  const plain = print(expression);
  return spelling === 0 ? plain : respell(plain, spelling);
}

function respell(plain: string, spelling: number): string {
  const next = numbers(spelling);
  const scanner = scan(plain, DEFAULT_SYNTAX);
  const pieces: string[] = [];
  while (scanner.token !== 'end') {
    const gap = plain.slice(scanner.previousEnd, scanner.start);
    const word = tokenText(scanner);
    const isCalled = scanner.token === 'word' && plain.charAt(scanner.end) === '(';
    const isWord = isCalled || (scanner.token !== 'word' && /^[A-Z]+$/.test(word));
    pieces.push(gap === '' ? '' : (SPACES[next(SPACES.length)] ?? gap), isWord ? inAnyCase(word, next) : word);
    advance(scanner);
  }
  return pieces.join('');
}

const inAnyCase = (word: string, next: (bound: number) => number): string =>
  [...word].map((letter) => (next(2) === 0 ? letter.toLowerCase() : letter.toUpperCase())).join('');

/** Numbers below a bound, decided by a seed (a linear congruential generator, its high bits). */
function numbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
