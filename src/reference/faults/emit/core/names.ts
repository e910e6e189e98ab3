// What goes wrong with names.
import { encodeHttp } from '../../../../binding/http/encode.js';
import type { ContentMode, HeaderLine, HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import type { CloudEvent } from '../../../../event/types.js';
import { type Fault, fault } from '../../../fault.js';
import { onObjects } from '../json/rewrite.js';
import { ofAll, onEvents, unchecked, withAttribute } from './unchecked.js';

const CHARSET = ['core.name.bad-charset'];

const named = (pattern: RegExp): Parameters<typeof unchecked>[1] => ({ only: ofAll((name) => pattern.test(name)) });

/** Headers of any name, those that no header can have as well. */
function withAnyName(events: readonly CloudEvent[], mode: ContentMode): HttpMessage {
  const message = encodeHttp(events, mode);
  const written = new Set(message.headers.map(([line]) => line));
  const lost = [...(events[0]?.attributes ?? [])].filter(
    ([name]) => mode === 'binary' && name !== 'datacontenttype' && !written.has(`ce-${name}`),
  );
  const lines = lost.map(([name, value]): HeaderLine => [`ce-${name}`, canonical(value)]);
  return { ...message, headers: [...message.headers, ...lines] };
}

export const NAME_EMIT_FAULTS: readonly Fault[] = [
  fault('core.name.charset/unchecked', 'emits extensions of any name', unchecked(CHARSET, { write: withAnyName })),
  fault(
    'core.name.charset/words',
    'takes upper-case letters and underscores for characters of a name',
    unchecked(CHARSET, named(/^\w+$/)),
  ),
  fault(
    'core.name.charset/unicode',
    'takes what Unicode calls a lower-case letter or a digit for one',
    unchecked(CHARSET, named(/^[\p{Ll}\p{Nd}]+$/u)),
  ),
  fault(
    'core.name.charset/start-alone',
    'looks at the first character of a name alone',
    unchecked(CHARSET, named(/^[a-z0-9]/)),
  ),
  fault(
    'core.name.min1/unchecked',
    'emits an extension without a name',
    unchecked(['core.name.empty'], { write: withAnyName }),
  ),
  fault(
    'core.name.letter-first/own',
    'adds an extension whose name starts with a digit',
    onEvents((event) => withAttribute(event, '1stattempt', 'true')),
  ),
  fault(
    'core.name.max20/own',
    'adds an extension whose name has more than 20 characters',
    onEvents((event) => withAttribute(event, 'comexamplecorrelationid', 'none')),
  ),
  fault('core.name.no-data/header', 'emits an extension called data', unchecked(['core.name.data-in'])),
  fault('core.name.no-data/member', 'writes an extension called data over the data', {
    emit: {
      ...unchecked(['core.name.data-in']).emit,
      ...onObjects((members, { attributes }) => {
        const value = attributes.get('data');
        if (value === undefined) return members;
        const others = members.filter(([name]) => name !== 'data' && name !== 'data_base64');
        return [...others, ['data', JSON.stringify(value)]];
      }).emit,
    },
  }),
];
