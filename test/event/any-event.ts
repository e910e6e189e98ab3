// The name under which the laws know the generator of events.
export { event as anyEvent } from '../../src/generate/event.js';
