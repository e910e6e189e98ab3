// Sends three events to the address in K_SINK, with the emitter of the CloudEvents SDK for JavaScript, and ends.
import { CloudEvent, emitterFor, httpTransport, Mode } from 'cloudevents';

const transport = httpTransport(process.env.K_SINK);
const emitBinary = emitterFor(transport, { mode: Mode.BINARY });
const emitStructured = emitterFor(transport, { mode: Mode.STRUCTURED });

const order = (id, status) =>
  new CloudEvent({
    id: `order-${id}-${status}`,
    source: 'https://shop.example/orders',
    type: `com.example.order.${status}`,
    subject: id,
    datacontenttype: 'application/json',
    data: { id, status },
  });

await emitBinary(order('1042', 'placed'));
await emitStructured(order('1042', 'paid'));
await emitBinary(order('1042', 'shipped'));
