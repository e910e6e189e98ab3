// The reference receiver in a process of its own, which tells how many requests came since it was last asked, and in how many
// milliseconds from the first to the last.
import { serveReference } from '../../dist/src/reference/serve.js';

let [count, first, last] = [0, 0, 0];
const { url } = await serveReference({
  mishap: () => {
    last = performance.now();
    if (count++ === 0) first = last;
    return false;
  },
});
process.on('message', () => {
  process.send({ count, ms: last - first });
  count = 0;
});
process.send({ url: url.href });
