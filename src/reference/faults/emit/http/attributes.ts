// What goes wrong with the headers of attributes, their encoding aside.
import { isCoreAttribute, OPTIONAL_ATTRIBUTES } from '../../../../event/names.js';
import { type Fault, fault } from '../../../fault.js';
import { onBinary, onLines, onValues } from './rewrite.js';

const isExtension = (name: string): boolean => !isCoreAttribute(name);

export const ATTRIBUTE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.attrs-out/optional-dropped',
    'leaves out subject, time and dataschema',
    onValues((raw, _, name) => (OPTIONAL_ATTRIBUTES.includes(name) ? undefined : raw)),
  ),
  fault(
    'http.bin.attrs-out/extensions-dropped',
    'leaves out extensions',
    onValues((raw, _, name) => (isExtension(name) ? undefined : raw)),
  ),
  fault(
    'http.bin.attrs-out/zero-dropped',
    'takes 0, false and the empty string for the absence of a value',
    onValues((raw, _, name, { attributes }) => (attributes.get(name) ? raw : undefined)),
  ),
  fault(
    'http.bin.attrs-out/in-one',
    'writes all extensions into one header',
    onBinary((message) => {
      const extensions = message.headers.filter(([name]) => name.startsWith('ce-') && isExtension(name.slice(3)));
      const others = message.headers.filter((line) => !extensions.includes(line));
      if (extensions.length === 0) return message;
      const list = extensions.map(([name, value]) => `${name.slice(3)}=${value}`).join(';');
      return { ...message, headers: [...others, ['ce-extensions', list]] };
    }),
  ),
  fault(
    'http.bin.attrs-out/underscore',
    'writes ce_ before the names of extensions, as another binding does',
    onLines((name, raw) => [[isExtension(name) ? `ce_${name}` : `ce-${name}`, raw]]),
  ),
  fault(
    'http.bin.attrs-out/prefix-once',
    'writes no prefix before names that begin with ce',
    onLines((name, raw) => [[name.startsWith('ce') ? name : `ce-${name}`, raw]]),
  ),
  fault(
    'http.bin.attrs-out/lists',
    'makes a header line of each part between commas',
    onLines((name, raw) => raw.split(',').map((part) => [`ce-${name}`, part] as const)),
  ),
  fault(
    'http.bin.attrs-out/time-in-seconds',
    'writes time as seconds since 1970',
    onValues((raw, value, name) => (name === 'time' ? String(Math.floor(Date.parse(value) / 1000)) : raw)),
  ),
  fault(
    'http.bin.attrs-out/offset-dropped',
    'writes time without its offset',
    onValues((raw, _, name) => (name === 'time' ? raw.replace(/[+-]\d\d:\d\d$/, 'Z') : raw)),
  ),
  fault(
    'http.bin.attrs-out/cut',
    'cuts values off after 255 characters',
    onValues((raw) => raw.slice(0, 255)),
  ),
  fault(
    'http.bin.secondary/instead',
    'writes the trace context to its own headers alone',
    onLines((name, raw) => [[['traceparent', 'tracestate'].includes(name) ? name : `ce-${name}`, raw]]),
  ),
];
