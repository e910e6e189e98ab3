import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../src/binding/types.js';
import { asked } from '../../src/vitest/asked.js';
import type { ConformanceOptions } from '../../src/vitest/options.js';

const url = (): string => 'http://localhost/';

describe('what a run will ask follows from its settings', () => {
  test.each<[string, ConformanceOptions, readonly string[], readonly string[]]>([
    ['a URL', { target: 'http://localhost/' }, ['decode'], ['http']],
    ['the reference', { target: 'reference:' }, ['decode'], ['http']],
    ['a function', { target: url }, ['decode'], ['http']],
    ['an image', { image: 'receiver:1' }, ['decode'], ['http']],
    ['a sink', { target: url, sinkPort: 0 }, ['decode', 'forward'], ['http']],
    ['a sink that is observed', { target: url, observe: 'sink' }, ['decode', 'forward'], ['http']],
    ['a filter', { target: url, apply: ['set'] }, ['decode', 'forward', 'filter'], ['http']],
    ['a topic', { target: 'kafka://localhost:9092/in?reply=out' }, ['decode', 'forward'], ['kafka']],
    ['a topic that is still to be found', { target: 'kafka://{kafka}/in?reply=out' }, ['decode', 'forward'], ['kafka']],
    ['MQTT', { target: 'mqtt://localhost/in?reply=out' }, ['decode', 'forward'], ['mqtt5']],
    ['MQTT 3', { target: 'mqtts://localhost/in?version=3&reply=out' }, ['decode', 'forward'], ['mqtt3']],
    ['a function over Kafka', { target: url, binding: 'kafka' }, ['decode', 'forward'], ['kafka']],
    ['a broker', { target: 'kafka://localhost', profile: ['kafka-broker'] }, ['relay'], ['kafka']],
    ['a broker of MQTT', { target: 'mqtt://localhost', profile: ['mqtt-broker'] }, ['relay'], ['mqtt5', 'mqtt3']],
    ['a producer', { listen: ':0', program: ['true'] }, ['capture'], ['http']],
    ['a producer over MQTT 3', { listen: 'mqtt://localhost/t?version=3' }, ['capture'], ['mqtt3']],
    ['an adapter', { adapter: ['true'] }, ['decode', 'encode', 'forward', 'evaluate'], BINDINGS],
    [
      'an adapter with claims',
      { adapter: ['true'], claims: ['decode:kafka-binary'] },
      ['decode', 'encode', 'forward', 'evaluate'],
      ['http', 'kafka'],
    ],
    // They add to what it says of itself, which is not known yet.
    [
      'an adapter that validates',
      { adapter: ['true'], claims: ['validation'] },
      ['decode', 'encode', 'forward', 'evaluate'],
      BINDINGS,
    ],
  ])('%s', (_, options, tasks, bindings) => {
    expect(asked(options)).toEqual({ tasks, bindings });
  });

  test.each<[ConformanceOptions, string]>([
    [{}, 'failed to start: nothing says what is judged'],
    [{ target: url, adapter: ['true'] }, 'failed to start: more than one thing is to be judged'],
    [{ adapter: ['true'], claims: ['all'] }, 'failed to read the claims: saw "all"'],
    [{ target: 'kafka://localhost', profile: ['kafka-broker', 'kafka-consumer'] }, 'failed to select profiles: '],
  ])('%j is refused', (options, message) => {
    expect(() => asked(options)).toThrow(message);
  });
});
