// Whose fault a loss is, as far as the reference can tell: it reads what the encoder wrote, and the decoder reads what it
// wrote itself. Nobody is blamed for what only these two make of each other.
import { decodeHeaderValue } from '../../binding/http/header-value.js';
import { headerValue } from '../../binding/http/headers.js';
import type { HttpMessage } from '../../binding/types.js';
import { canonical } from '../../event/canonical.js';
import { sameInstant } from '../../event/timestamp.js';
import { type Gap, isSameGap, isWhole } from './gaps.js';

/** `both`: either loses it alone, too. `open`: each gets it across with the reference. */
export type Side = 'encoder' | 'decoder' | 'both' | 'open';

export interface Blame {
  readonly side: Side;
  /** A header value lacks the percent-encoding that the HTTP binding demands (section 3.1.3.2). */
  readonly unencoded?: true;
}

/** What the reference shows about one event in one mode. Undefined where it was not asked about. */
export interface Control {
  /** Between the encoder and the reference. */
  readonly toReference?: readonly Gap[] | undefined;
  /** Between the reference and the decoder. */
  readonly fromReference?: readonly Gap[] | undefined;
  /** What the encoder wrote, in binary mode. */
  readonly binary?: HttpMessage | undefined;
}

/**
 * The blame for one gap between an encoder and a decoder. That either loses the same part with the reference counts more
 * than that it loses the event as a whole there: another part may be the reason for that.
 */
export function blameFor(gap: Gap, control: Control): Blame {
  if ('by' in gap && gap.by === 'encoder') return { side: 'encoder' };
  const { toReference = [], fromReference = [], binary } = control;
  const part = sideOf(losesPart(gap, toReference) || isMiswritten(gap, control), losesPart(gap, fromReference));
  if (part !== undefined) return { side: part };
  if (gap.kind === 'attribute' && isUnencoded(gap.name, binary)) return UNENCODED;
  const whole = sideOf(isWhole(gap) ? toReference.length > 0 : toReference.some(isWhole), fromReference.some(isWhole));
  if (whole !== undefined) return { side: whole };
  const names = binary?.headers.map(([name]) => /^ce-(.+)$/i.exec(name)?.[1] ?? '') ?? [];
  return isWhole(gap) && names.some((name) => isUnencoded(name, binary)) ? UNENCODED : { side: 'open' };
}

/** The reference reads raw octets as well; a decoder need not. */
const UNENCODED: Blame = { side: 'encoder', unencoded: true };

function sideOf(atEncoder: boolean, atDecoder: boolean): Side | undefined {
  if (atEncoder) return atDecoder ? 'both' : 'encoder';
  return atDecoder ? 'decoder' : undefined;
}

const losesPart = (gap: Gap, control: readonly Gap[]): boolean =>
  !isWhole(gap) && control.some((other) => isSameGap(gap, other));

// Where the reference makes nothing of a binary message, the header of this attribute can still be read alone.
function isMiswritten(gap: Gap, { toReference = [], binary }: Control): boolean {
  if (gap.kind !== 'attribute' || gap.name === 'datacontenttype' || binary === undefined) return false;
  if (!toReference.some(isWhole)) return false;
  const written = writtenHeader(gap.name, binary);
  if (written === undefined || gap.told === undefined) return (written === undefined) !== (gap.told === undefined);
  const read = decodeHeaderValue(written);
  if (read.kind === 'bad-utf8') return true;
  const told = canonical(gap.told);
  return read.text !== told && (gap.name !== 'time' || sameInstant(told, read.text) === 'different');
}

/** The value of an attribute's header as it was written; undefined where there is none. */
export const writtenHeader = (name: string, { headers }: HttpMessage): string | undefined =>
  headerValue(headers, name === 'datacontenttype' ? 'content-type' : `ce-${name}`);

// Blank, double quote, and all outside U+0021 to U+007E have to be escaped; a percent sign begins an escape.
function isUnencoded(name: string, message: HttpMessage | undefined): boolean {
  if (name === 'datacontenttype' || message === undefined) return false;
  return /[^\x21\x23-\x7e]|%(?![0-9A-Fa-f]{2})/.test(writtenHeader(name, message) ?? '');
}
