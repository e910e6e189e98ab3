// Batches as a whole: how many events come out, and in which order.
import { bytes, json, plain, type Telling, text } from './telling.js';

export const BATCHES: readonly Telling[] = [
  { name: 'batch of none', events: [] },
  {
    name: 'batch of different events',
    events: [
      plain({ id: 'told-1', subject: 'first', datacontenttype: 'application/json' }, json({ n: 1 })),
      plain({ id: 'told-2', source: '/other', region: 'eu', datacontenttype: 'text/plain' }, text('second')),
      plain({ id: 'told-3', datacontenttype: 'application/octet-stream' }, bytes(0xff, 3)),
      plain({ id: 'told-4' }),
    ],
  },
  {
    name: 'batch of one id from two sources',
    events: [plain({ source: '/a' }), plain({ source: '/b' })],
  },
  { name: 'batch of a hundred', events: Array.from({ length: 100 }, (_, at) => plain({ id: `told-${at}` }, json(at))) },
];
