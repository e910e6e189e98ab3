// Mosquitto for development: in memory, open to everybody on this machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { freePorts } from './free-ports.mjs';

/** What starts a Mosquitto with its configuration in `folder`. `address` is `HOST:PORT`. */
export async function mosquittoNode(folder) {
  const [port] = await freePorts(1);
  const config = join(folder, 'mosquitto.conf');
  writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\n`);
  return { address: `127.0.0.1:${port}`, argv: ['mosquitto', '-c', config], answers: () => isThere(port) };
}

async function isThere(port) {
  try {
    const client = await mqtt.connectAsync(
      { host: '127.0.0.1', port, reconnectPeriod: 0, connectTimeout: 1000 },
      false,
    );
    await client.endAsync(true);
    return true;
  } catch {
    return false;
  }
}
