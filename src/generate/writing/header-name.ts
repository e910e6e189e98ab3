import type { Spelling } from './types.js';

/** A header name of HTTP in the case that a spelling asks for. `lower` leaves it as it is. */
export function headerName(name: string, names: Spelling['names']): string {
  switch (names) {
    case 'lower':
      return name;
    case 'upper':
      return name.toUpperCase();
    case 'mixed':
      return name.replace(/./g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase()));
  }
}
