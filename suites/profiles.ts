import type { Profile } from '../src/engine/suite.js';

/** The profiles of a receiver over HTTP. */
export const PROFILES: readonly Profile[] = [
  {
    id: 'http-acceptance',
    title: 'valid events are accepted in every mode, mandated refusals are refused',
    needs: 'status',
    reveal: '',
    includes: ({ needs }) => needs === 'status',
  },
  {
    id: 'http-receiver',
    title: 'what the target decoded is the event that was sent',
    needs: 'event',
    reveal:
      'let the target answer with the event it decoded (application/cloudevents+json), or forward it to --sink-port PORT',
    includes: () => true,
  },
];
