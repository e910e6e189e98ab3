import { expect, test } from 'vitest';
import { slugger } from '../../../src/site/markdown/slug.js';

test('fragments are those of GitHub', () => {
  const slug = slugger();
  expect(
    [
      'Go github.com/cloudevents/sdk-go/v2 2.16.2',
      '7. Adapters that are there',
      'Über `data_base64`!',
      'Kafka and MQTT',
      'Kafka and MQTT',
      'a - b',
    ].map(slug),
  ).toEqual([
    'go-githubcomcloudeventssdk-gov2-2162',
    '7-adapters-that-are-there',
    'über-data_base64',
    'kafka-and-mqtt',
    'kafka-and-mqtt-1',
    'a---b',
  ]);
});
