// Lengths at which buffers, columns and limits end. A text gets there by repetition, so that it costs nothing.

/** Characters of a text, around powers of two and the twenty of "Attribute Naming Convention". */
export const LENGTHS: readonly number[] = [
  2, 19, 20, 21, 63, 64, 65, 127, 128, 129, 255, 256, 257, 256, 255, 257, 511, 512, 513, 1023, 1024, 1025, 4095, 4096,
  4097,
];

/** Beyond so many, only ASCII is repeated: servers limit the size of headers, and any character could take twelve bytes. */
const WIDE = 600;

/** A text repeated or cut to so many characters; an empty one becomes the letter x. */
export function stretched(text: string, length: number): string {
  const base = length > WIDE ? text.replace(/[^a-zA-Z0-9]/g, '') : text;
  const characters = base === '' ? ['x'] : [...base];
  const whole = Math.floor(length / characters.length);
  return characters.join('').repeat(whole) + characters.slice(0, length % characters.length).join('');
}
