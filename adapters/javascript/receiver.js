// An HTTP receiver on the npm package `cloudevents`: decodes with its public API, and answers with what it decoded.
// It repairs nothing: what the SDK refuses is answered 400, what the SDK changes stays changed.
import { isUtf8 } from 'node:buffer';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { HTTP } from 'cloudevents';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, host: { type: 'string', default: '127.0.0.1' } },
});

// The SDK's Express example hands over text, and bytes it does not parse. So an event in JSON, and a body of JSON or
// text, is handed over as text; what text cannot carry as a Buffer, which the SDK's types allow too. An empty body is
// none: HTTP does not tell them apart.
const EVENT = /^application\/cloudevents/i;
const TEXT = /^(text\/|application\/json\s*(;|$))/i;

function content(type, bytes) {
  if (bytes.length === 0) return undefined;
  return EVENT.test(type) || (TEXT.test(type) && isUtf8(bytes)) ? bytes.toString('utf8') : bytes;
}

// The attributes and the data of the event as the decoder left them, bytes in base64. HTTP.structured would write `time`
// anew, validate once more and repeat the base64 that came in: a fault of the encoder would look like one of the
// decoder, and hide others. A string stays a JSON string, as it does there.
function shown({ data, data_base64: _, ...attributes }) {
  return ArrayBuffer.isView(data)
    ? { ...attributes, data_base64: Buffer.from(data).toString('base64') }
    : { ...attributes, data };
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { headers } = request;
  let decoded;
  try {
    decoded = HTTP.toEvent({ headers, body: content(headers['content-type'] ?? '', Buffer.concat(chunks)) });
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(`${error.name}: ${error.message}\n`);
    return;
  }
  const [type, answer] = Array.isArray(decoded)
    ? ['application/cloudevents-batch+json', decoded.map(shown)]
    : ['application/cloudevents+json', shown(decoded)];
  response.writeHead(200, { 'content-type': type }).end(JSON.stringify(answer));
});

server.listen(Number(values.port), values.host, () =>
  console.log(`listening at http://${values.host}:${server.address().port}/`),
);
