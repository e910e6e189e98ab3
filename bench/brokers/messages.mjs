// What the harness publishes in a run over a binding, and a last event whose answer ends the bare loop.
import { casesOfTasks } from '../../dist/src/engine/cases-for.js';
import { tokenOf } from '../../dist/src/engine/random.js';
import { loadSuite } from '../../dist/suites/suite.js';

export const messagesOver = (binding) =>
  casesOfTasks(loadSuite().cases, ['decode'], [binding]).flatMap((item) => item.stimulus(tokenOf('bench', item.id)));

export const MEDIA_TYPE = 'application/cloudevents+json';

/** An event in structured mode, and the id that shows it again. */
export function lastEvent() {
  const id = `last-${process.pid}-${Date.now()}`;
  return { id, body: Buffer.from(JSON.stringify({ specversion: '1.0', id, source: '/bench', type: 'last' })) };
}
