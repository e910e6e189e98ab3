// A bare loop of kafkajs.
import kafkajs from 'kafkajs';
import { awaited, placeOf, timed } from './bare-loop.mjs';
import { MEDIA_TYPE, messagesOver } from './messages.mjs';

const recordOf = ({ headers, body, key, isNull }) => ({
  headers: Object.fromEntries(headers.map(([name, value]) => [name, Buffer.from(value, 'latin1')])),
  key: key === undefined ? null : Buffer.from(key),
  value: isNull ? null : Buffer.from(body),
});

const { Kafka, Partitioners, logLevel } = kafkajs;
const { hostname, port, into, reply } = placeOf(process.argv[2]);
const kafka = new Kafka({ brokers: [`${hostname}:${port}`], logLevel: logLevel.NOTHING });
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
const consumer = kafka.consumer({ groupId: `bench-${process.pid}` });
const last = awaited();
await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topics: [reply] });
const joined = new Promise((resolve) => consumer.on(consumer.events.FETCH_START, resolve));
await consumer.run({ eachMessage: async ({ message }) => last.see(message.value ?? Buffer.alloc(0)) });
await joined;
const send = (record) => producer.send({ topic: into, acks: -1, messages: [record] });
const took = await timed(messagesOver('kafka').map(recordOf), send, last, (body) => ({
  headers: { 'content-type': MEDIA_TYPE },
  key: null,
  value: body,
}));
await Promise.all([producer.disconnect(), consumer.disconnect()]);
console.log(JSON.stringify(took));
