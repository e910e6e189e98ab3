// As bare as it gets: send, read to the end, forget. What undici refuses to send is left out, to its advantage.
import { Pool } from 'undici';
import { tokenOf } from '../dist/src/engine/random.js';
import { loadSuite } from '../dist/suites/suite.js';

const url = new URL(process.argv[2]);
const requests = loadSuite()
  .cases.filter(({ task }) => task === 'decode')
  .flatMap((item) => item.stimulus(tokenOf('bench', item.id)))
  // The rest goes over brokers.
  .filter((stimulus) => 'via' in stimulus);

const started = performance.now();
const pool = new Pool(url.origin, { connections: 8 });
let [next, sent] = [0, 0];
const worker = async () => {
  for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
    const { method, headers, body } = request;
    try {
      const response = await pool.request({ method, path: url.pathname, headers: headers.flat(), body });
      await response.body.arrayBuffer();
      sent++;
    } catch (error) {
      if (error.code !== 'UND_ERR_INVALID_ARG') throw error;
    }
  }
};
await Promise.all(Array.from({ length: 8 }, worker));
await pool.close();
console.log(JSON.stringify({ ms: performance.now() - started, requests: sent }));
