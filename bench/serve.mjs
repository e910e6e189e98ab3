// The reference receiver in a process of its own, so that both sides of a comparison have a core to themselves.
import { serveReference } from '../dist/src/reference/serve.js';

const { url } = await serveReference();
process.send({ url: url.href });
