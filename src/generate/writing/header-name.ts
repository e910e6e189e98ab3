import type { Spelling } from './types.js';

/** A header name of HTTP in the case that a spelling asks for. `lower` leaves it as it is. */
export function headerName(name: string, names: Spelling['names']): string {
  switch (names) {
    case 'lower':
      return name;
    case 'upper':
      return name.toUpperCase();
    case 'mixed':
      return mixed(name);
  }
}

function mixed(name: string): string {
  const [capitals, small] = [name.toUpperCase(), name.toLowerCase()];
  let written = '';
  for (let at = 0; at < name.length; at++) written += (at % 2 === 0 ? capitals : small).charAt(at);
  return written;
}
