import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('./serve.mjs', import.meta.url));

/** The reference, in a process of its own. `counted` gives what came to it since it was last asked. */
export async function startServer() {
  const child = fork(SERVER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = await once(child, 'message');
  return {
    url,
    async counted() {
      child.send('count');
      const [counted] = await once(child, 'message');
      return counted;
    },
    end: () => child.kill(),
  };
}
