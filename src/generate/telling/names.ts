// Which attributes there are, and what they are called.
import { attributes, json, plain, type Telling } from './telling.js';

export const NAMES: readonly Telling[] = [
  { name: 'required attributes alone', events: [plain()] },
  {
    name: 'every attribute of the core',
    events: [
      plain(
        {
          subject: 'told',
          time: '2018-04-05T17:31:00Z',
          dataschema: 'https://conform.example/schema.json',
          datacontenttype: 'application/json',
        },
        json({ told: true }),
      ),
    ],
  },
  attributes('extension of one letter', { a: 'short' }),
  attributes('extension that begins with a digit', { '1st': 'digit' }),
  attributes('extension with a long name', { ['a'.repeat(64)]: 'long' }),
  attributes('extension called constructor', { constructor: 'word' }),
  attributes('extensions that are documented', {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    partitionkey: 'key-1',
    sequence: '7',
  }),
  attributes(
    'twenty extensions',
    Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`ext${at}`, `value ${at}`])),
  ),
];
