// Header lines, record headers and user properties that no event has. What becomes of them is open: they are here because
// they have to be survived.
import fc from 'fast-check';
import { BINARY, HTTP_BINARY, KAFKA_BINARY, MQTT5_BINARY } from '../forms.js';
import type { Damage, ViolationKind } from '../types.js';

const open = { attributes: [], isOpen: true } as const;

const line = (attribute: string, value: string): Damage => ({ kind: 'line', attribute, value });
const more = (attribute: string, value: string): Damage => ({ kind: 'one-more-line', attribute, value });

const NAMES = ['id', 'source', 'type', 'specversion', 'conformext', 'subject'];

const twice = fc.constantFrom(...NAMES).map((name) => more(name, 'second'));

export const BAD_LINES: readonly ViolationKind[] = [
  { ...open, requirement: 'core.attr.duplicate', title: 'a line is there twice', forms: BINARY, arbitrary: twice },
  {
    ...open,
    requirement: 'kafka.bin.dup',
    title: 'a record header is there twice',
    forms: KAFKA_BINARY,
    arbitrary: twice,
  },
  {
    ...open,
    requirement: 'mqtt5.bin.dup',
    title: 'a user property is there twice',
    forms: MQTT5_BINARY,
    arbitrary: twice,
  },
  {
    ...open,
    requirement: 'http.bin.bad-name',
    title: 'the name of a header is no attribute behind its prefix',
    forms: HTTP_BINARY,
    arbitrary: fc.constantFrom('my-ext', 'my_ext', '', 'a.b', '-', "a'b", 'a!').map((name) => more(name, 'value')),
  },
  {
    ...open,
    requirement: 'http.dec.raw',
    title: 'a header value holds bytes beyond ASCII',
    forms: HTTP_BINARY,
    arbitrary: fc
      .tuple(
        fc.constantFrom('subject', 'conformext'),
        fc.constantFrom('caf\xc3\xa9', 'caf\xe9', '\xff', '%C3\xa9', '\x80'),
      )
      .map(([name, value]) => line(name, value)),
  },
  {
    ...open,
    requirement: 'kafka.bin.bad-utf8',
    title: 'a record header holds bytes that are not UTF-8',
    forms: KAFKA_BINARY,
    arbitrary: fc
      .tuple(
        fc.constantFrom('subject', 'conformext', 'id'),
        fc.constantFrom('\xff\xfe', 'caf\xe9', '\xc0\xaf', 'a\xed\xa0\x80', '\xe2\x82'),
      )
      .map(([name, value]) => line(name, value)),
  },
  {
    ...open,
    requirement: 'kafka.bin.null-header',
    title: 'the value of a record header is null',
    forms: KAFKA_BINARY,
    arbitrary: fc.constantFrom(...NAMES).map((attribute): Damage => ({ kind: 'null-line', attribute })),
  },
];
