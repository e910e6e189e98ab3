// A load over a real broker: what is published to a topic is read from the same one.
import { expect, test } from 'vitest';
import { loadProblem } from '../../../src/fuzz/load/load-problem.js';
import { ownPrefix } from '../../../src/target/mqtt/topic.js';
import { anyBroker, describeWithBroker } from '../../target/mqtt/helpers/mosquitto.js';
import { open } from '../../target/mqtt/helpers/open.js';
import { load } from './helpers/load.js';

describeWithBroker('over MQTT', () => {
  test('every event that a broker takes comes out of it', async () => {
    const topic = `${ownPrefix()}/load`;
    const { target, sink } = await open(await anyBroker({ in: topic, reply: topic }));
    const result = await load(
      { target, sink, observation: 'sink' },
      { carriers: ['mqtt5-binary', 'mqtt5-structured'] },
    );
    expect(result).toMatchObject({ sent: 100, accepted: 100, lost: 0, overdue: 0, altered: { count: 0 } });
    expect(result.arrivalMs).toBeDefined();
    expect(loadProblem(result)).toBeUndefined();
  });
});
