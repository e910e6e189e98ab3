// A gap as it is kept in the result: values on one line, cut around the place where they part.
import type { HttpMessage } from '../../binding/types.js';
import { latin1ToByteString, toByteString } from '../../event/byte-string.js';
import { canonical } from '../../event/canonical.js';
import type { AttributeValue, EventData } from '../../event/types.js';
import { writeJson } from '../../format/write-json.js';
import { oneLine } from '../page/one-line.js';
import { showBytes } from '../text/bytes.js';
import { showPair } from '../text/show-value.js';
import type { Gap } from './gaps.js';
import { writtenHeader } from './side.js';
import type { LossKind } from './types.js';

/** Longest value and longest reason, in characters. */
const [MOST, MOST_REASON] = [120, 240];

/** `binary` is what the encoder wrote, in binary mode. */
export function showGap(gap: Gap, binary: HttpMessage | undefined): LossKind {
  switch (gap.kind) {
    case 'attribute': {
      const { told, seen, name, ...rest } = gap;
      const wrote = binary && writtenHeader(name, binary);
      return {
        ...rest,
        name: oneLine(name, MOST),
        ...pair(told, seen, attributeText),
        ...(wrote !== undefined && { wrote: showBytes(latin1ToByteString(wrote), MOST) }),
      };
    }
    case 'data': {
      const { told, seen, ...rest } = gap;
      return { ...rest, ...pair(told, seen, dataText) };
    }
    case 'count':
      return gap;
    case 'refused':
      return { ...gap, reason: oneLine(gap.reason, MOST_REASON) };
    case 'failed':
      return { ...gap, message: oneLine(gap.message, MOST_REASON) };
  }
}

function pair<T>(
  told: T | undefined,
  seen: T | undefined,
  show: (value: T) => string,
): { readonly told?: string; readonly seen?: string } {
  const shown = showPair(told === undefined ? '' : show(told), seen === undefined ? '' : show(seen), MOST);
  return { ...(told !== undefined && { told: shown.expected }), ...(seen !== undefined && { seen: shown.actual }) };
}

// A string in quotes shows its blanks, and is told from a number.
const attributeText = (value: AttributeValue): string =>
  typeof value === 'string' ? JSON.stringify(value) : canonical(value);

function dataText(data: EventData): string {
  switch (data.kind) {
    case 'json':
      return `JSON ${writeJson(data.value, 'compact')}`;
    case 'text':
      return `text ${JSON.stringify(data.text)}`;
    case 'binary':
      return `bytes ${showBytes(toByteString(data.bytes), MOST)}`;
  }
}
