import type { Profile } from '../src/engine/suite.js';

/** The profiles: a role, and what has to be visible of it. */
export const PROFILES: readonly Profile[] = [
  {
    id: 'http-acceptance',
    title: 'valid events are accepted in every mode, mandated refusals are refused',
    tasks: ['decode'],
    needs: 'status',
    reveal: '',
    includes: ({ needs, validation }) => needs === 'status' && validation !== true,
  },
  {
    id: 'http-receiver',
    title: 'what the target decoded is the event that was sent',
    tasks: ['decode'],
    needs: 'event',
    reveal:
      'let the target answer with the event it decoded (application/cloudevents+json), or forward it to --sink-port PORT',
    includes: ({ validation }) => validation !== true,
  },
  {
    id: 'http-producer',
    title: 'what the target emits is what the binding and the format ask for',
    tasks: ['encode', 'capture'],
    needs: 'message',
    reveal: 'let it send to ce-conform --listen :PORT, or put it behind an adapter that encodes',
    includes: () => true,
  },
  {
    id: 'intermediary',
    title: 'what is passed on is the event that came in',
    tasks: ['forward'],
    needs: 'message',
    reveal: 'let the target forward events to --sink-port PORT, or put it behind an adapter that decodes and encodes',
    includes: () => true,
  },
  {
    id: 'cesql-engine',
    title: 'the values and the errors of expressions are those that CESQL gives them',
    tasks: ['evaluate'],
    needs: 'value',
    reveal: 'if it evaluates CESQL, let the adapter claim evaluate:cesql',
    includes: () => true,
  },
  {
    id: 'cesql-filter',
    title: 'a filter lets an event pass where its expression is true without an error, and only there',
    tasks: ['filter'],
    needs: 'event',
    reveal: 'say how its filter is set, and let it pass events on: --sink-port PORT --apply -- COMMAND {expression}',
    includes: () => true,
  },
  {
    id: 'validation',
    title: 'invalid events are told from valid ones',
    tasks: ['decode'],
    needs: 'status',
    validation: true,
    reveal: 'if the target tells invalid events from valid ones, say so: --claims validation',
    includes: ({ validation }) => validation === true,
  },
];
