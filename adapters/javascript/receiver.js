// An HTTP receiver on the npm package `cloudevents`: decodes with its public API, and answers with what it decoded.
// It repairs nothing: what the SDK refuses is answered 400, what the SDK changes stays changed.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { HTTP } from 'cloudevents';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, host: { type: 'string', default: '127.0.0.1' } } });

// The SDK's examples hand over text. Text it is where the content is text; other content would not survive that, so
// its bytes are handed over, which the SDK's API takes as well.
const isText = (type) => /^(text\/|application\/(json|cloudevents))/i.test(type);

function decode({ headers }, body) {
  const content = isText(headers['content-type'] ?? '') ? body.toString('utf8') : body;
  const event = HTTP.toEvent({ headers, body: body.length === 0 ? undefined : content });
  return Array.isArray(event)
    ? { headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(event) }
    : HTTP.structured(event);
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const { headers, body } = decode(request, Buffer.concat(chunks));
    response.writeHead(200, headers).end(body);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(`${error.name}: ${error.message}\n`);
  }
});

server.listen(Number(values.port), values.host, () => console.log(`listening at http://${values.host}:${server.address().port}/`));
