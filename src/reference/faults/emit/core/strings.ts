// What goes wrong with the characters of Strings.
import { Buffer } from 'node:buffer';
import { encodeHttp } from '../../../../binding/http/encode.js';
import type { ContentMode, HeaderLine, HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import type { CloudEvent } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { ofAll, unchecked } from './unchecked.js';

/** Headers with each half of a surrogate pair as octets of its own, as some virtual machines write strings. */
function withSurrogates(events: readonly CloudEvent[], mode: ContentMode): HttpMessage {
  const message = encodeHttp(events, mode);
  if (mode !== 'binary') return message;
  const lost = [...(events[0]?.attributes ?? [])].filter(([, value]) => LONE.test(canonical(value)));
  const lines = lost.map(([name, value]): HeaderLine => [`ce-${name}`, escaped(canonical(value))]);
  return { ...message, headers: [...message.headers, ...lines] };
}

const LONE = /\p{Surrogate}/u;

const escaped = (text: string): string =>
  Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    const octets = LONE.test(character)
      ? [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
      : [...Buffer.from(character, 'utf8')];
    return octets.map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  }).join('');

export const STRING_EMIT_FAULTS: readonly Fault[] = [
  fault('core.type.str-clean/controls', 'emits control characters', unchecked(['core.type.str-control'])),
  fault(
    'core.type.str-clean/c-one',
    'takes U+0000 to U+001F for all the control characters that there are',
    unchecked(['core.type.str-control'], { only: ofAll((_, text) => !/[\0-\x1f]/.test(text)) }),
  ),
  fault(
    'core.type.str-clean/white-space',
    'takes tabs and line ends for characters like any other',
    unchecked(['core.type.str-control'], { only: ofAll((_, text) => !/[^\t\n\r\x20-\x7e]/.test(text)) }),
  ),
  fault('core.type.str-clean/noncharacters', 'emits noncharacters', unchecked(['core.type.str-nonchar'])),
  fault(
    'core.type.str-clean/basic-plane',
    'knows the noncharacters of the basic plane alone',
    unchecked(['core.type.str-nonchar'], { only: ofAll((_, text) => /[\u{10000}-\u{10ffff}]/u.test(text)) }),
  ),
  fault(
    'core.type.str-clean/surrogates',
    'emits unpaired surrogates',
    unchecked(['core.type.str-lone'], { write: withSurrogates }),
  ),
];
