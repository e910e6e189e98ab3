// The reference consumer in a process of its own, so that both sides of a comparison have the same opposite.
import { openBroker } from '../../dist/src/cli/open-broker.js';
import { serveConsumer } from '../../dist/src/reference/serve-consumer.js';

const timeoutMs = 10_000;
await serveConsumer((onMessage) => openBroker(process.argv[2], { timeoutMs, isRelay: false, onMessage }), {
  timeoutMs,
});
process.send('ready');
