// Text that is written one UTF-16 code unit after the other, without a string for each of them.
import { Buffer } from 'node:buffer';

/** What is written so far. One can be used again and again, by one writer at a time. */
export class CodeUnits {
  /** Two for each unit, the lower one first. */
  #bytes = Buffer.alloc(8192);
  #length = 0;

  push(unit: number): void {
    if (this.#length === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#length)]);
    this.#bytes[this.#length++] = unit & 0xff;
    this.#bytes[this.#length++] = unit >> 8;
  }

  /** Two hexadecimal digits of a byte, or four of a code unit, which are capitals or small letters. */
  pushHex(value: number, digits: 2 | 4, isLower: boolean): void {
    const letters = isLower ? SMALL_LETTERS : CAPITALS;
    for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      const digit = (value >> shift) & 0xf;
      this.push(digit < 10 ? ZERO + digit : letters + digit);
    }
  }

  /** The text; nothing is written any more. */
  take(): string {
    const text = this.#bytes.toString('utf16le', 0, this.#length);
    this.#length = 0;
    return text;
  }
}

/** The digit 0, and what the digits from ten on are counted from. */
const [ZERO, CAPITALS, SMALL_LETTERS] = [0x30, 0x41 - 10, 0x61 - 10] as const;
