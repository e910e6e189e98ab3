import type { Profile } from '../src/engine/suite.js';

/** The readers and writers of each binding with a broker in between. */
const overBrokers: readonly Profile[] = (
  [
    ['kafka', 'Kafka', 'kafka://HOST:PORT/IN?reply=OUT', 'kafka://HOST:PORT/TOPIC'],
    ['mqtt5', 'MQTT 5', 'mqtt://HOST:PORT/IN?reply=OUT', 'mqtt://HOST:PORT/TOPIC'],
    ['mqtt3', 'MQTT 3.1.1', 'mqtt://HOST:PORT/IN?reply=OUT&version=3', 'mqtt://HOST:PORT/TOPIC?version=3'],
  ] as const
).flatMap(([binding, name, target, listen]): readonly Profile[] => [
  {
    id: `${binding}-consumer`,
    title: `what the target read over ${name} is the event that was published`,
    tasks: ['decode'],
    bindings: [binding],
    needs: 'event',
    reveal: `let the target publish the event that it read to another topic: --target '${target}'`,
    includes: ({ validation }) => validation !== true,
  },
  {
    id: `${binding}-producer`,
    title: `what the target publishes over ${name} is what the binding and the format ask for`,
    tasks: ['encode', 'capture'],
    bindings: [binding],
    needs: 'message',
    reveal: `let it publish to ce-conform --listen '${listen}', or put it behind an adapter that encodes`,
    includes: () => true,
  },
]);

/** Brokers themselves, without anybody who reads or writes. */
const brokers: readonly Profile[] = [
  {
    id: 'kafka-broker',
    title: 'what is published is what a consumer gets, byte by byte',
    tasks: ['relay'],
    bindings: ['kafka'],
    needs: 'event',
    reveal: 'judge the broker itself: --target kafka://HOST:PORT --profile kafka-broker',
    includes: () => true,
  },
  {
    id: 'mqtt-broker',
    title: 'what is published is what a subscriber gets, byte by byte',
    tasks: ['relay'],
    bindings: ['mqtt5', 'mqtt3'],
    needs: 'event',
    reveal: 'judge the broker itself: --target mqtt://HOST:PORT --profile mqtt-broker',
    includes: () => true,
  },
];

/** The profiles: a role, and what has to be visible of it. */
export const PROFILES: readonly Profile[] = [
  {
    id: 'http-acceptance',
    title: 'valid events are accepted in every mode, mandated refusals are refused',
    tasks: ['decode'],
    bindings: ['http'],
    needs: 'status',
    reveal: '',
    includes: ({ needs, validation }) => needs === 'status' && validation !== true,
  },
  {
    id: 'http-receiver',
    title: 'what the target decoded is the event that was sent',
    tasks: ['decode'],
    bindings: ['http'],
    needs: 'event',
    reveal:
      'let the target answer with the event it decoded (application/cloudevents+json), or forward it to --sink-port PORT',
    includes: ({ validation }) => validation !== true,
  },
  {
    id: 'http-producer',
    title: 'what the target emits is what the binding and the format ask for',
    tasks: ['encode', 'capture'],
    bindings: ['http'],
    needs: 'message',
    reveal: 'let it send to ce-conform --listen :PORT, or put it behind an adapter that encodes',
    includes: () => true,
  },
  ...overBrokers,
  ...brokers,
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
