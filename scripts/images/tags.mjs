// What the images of the tests are called.
import { RELEASES } from '../brokers/jars.mjs';

export const TAGS = {
  target: 'ce-conform-test/target:1',
  mosquitto: 'ce-conform-test/mosquitto:2',
  kafka: `ce-conform-test/kafka:${RELEASES[4]}`,
};
