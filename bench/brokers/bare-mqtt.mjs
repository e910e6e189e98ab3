// A bare loop of mqtt.js.
import mqtt from 'mqtt';
import { awaited, placeOf, timed } from './bare-loop.mjs';
import { MEDIA_TYPE, messagesOver } from './messages.mjs';

const textOf = (value) => Buffer.from(value, 'latin1').toString();

const publishOf = ({ headers, contentType, payloadFormat, body }) => ({
  payload: Buffer.from(body),
  properties: {
    ...(contentType !== undefined && { contentType }),
    ...(payloadFormat !== undefined && { payloadFormatIndicator: payloadFormat === 1 }),
    ...(headers.length > 0 && {
      userProperties: Object.fromEntries(headers.map(([name, value]) => [name, textOf(value)])),
    }),
  },
});

/** For a packet that breaks the protocol, a broker ends the connection. */
function isPublishable({ headers, contentType = '', body }) {
  const strings = [contentType, ...headers.flatMap(([name, value]) => [name, textOf(value)])];
  return body.length < 64_000 && strings.every((text) => text.length < 64_000 && !/\p{Cc}|\p{Cs}|\p{Cn}/u.test(text));
}

const { hostname, port, into, reply } = placeOf(process.argv[2]);
const client = await mqtt.connectAsync(`mqtt://${hostname}:${port}`, { protocolVersion: 5 });
const last = awaited();
client.on('message', (_topic, payload) => last.see(payload));
await client.subscribeAsync(reply, { qos: 1 });
const send = ({ payload, properties }) => client.publishAsync(into, payload, { qos: 1, properties });
const took = await timed(messagesOver('mqtt5').filter(isPublishable).map(publishOf), send, last, (payload) => ({
  payload,
  properties: { contentType: MEDIA_TYPE },
}));
await client.endAsync();
console.log(JSON.stringify(took));
