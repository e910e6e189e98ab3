// Mosquitto for development: in memory, open to everybody on this machine.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { freePorts } from './free-ports.mjs';
import { USER } from './secrets.mjs';

/**
 * What starts a Mosquitto with its configuration in `folder`: its addresses, each `HOST:PORT`. With `secrets`, there are a
 * listener `AUTH` that asks who one is, and one `TLS`.
 */
export async function mosquittoNode(folder, secrets) {
  const [port, auth, tls] = await freePorts(3);
  const config = join(folder, 'mosquitto.conf');
  const lines = ['per_listener_settings true', `listener ${port} 127.0.0.1`, 'allow_anonymous true'];
  if (secrets !== undefined) {
    const users = join(folder, 'users');
    execFileSync('mosquitto_passwd', ['-b', '-c', users, USER.name, USER.password], { stdio: 'pipe' });
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    copyFileSync(secrets.cert, cert);
    copyFileSync(secrets.key, key);
    lines.push(`listener ${auth} 127.0.0.1`, 'allow_anonymous false', `password_file ${users}`);
    lines.push(`listener ${tls} 127.0.0.1`, 'allow_anonymous true', `certfile ${cert}`, `keyfile ${key}`);
    // Where it is started by root it becomes another user, who has to read them.
    chmodSync(folder, 0o755);
    for (const file of [users, cert, key]) chmodSync(file, 0o644);
  }
  writeFileSync(config, `${lines.join('\n')}\n`);
  const others = secrets === undefined ? {} : { AUTH: `127.0.0.1:${auth}`, TLS: `127.0.0.1:${tls}` };
  return { address: `127.0.0.1:${port}`, others, argv: ['mosquitto', '-c', config] };
}

/** Whether a broker there lets a client in. */
export async function mosquittoAnswers(address) {
  const [host, port] = address.split(':');
  const how = { host, port: Number(port), reconnectPeriod: 0, connectTimeout: 1000 };
  try {
    const client = await mqtt.connectAsync(how, false);
    await client.endAsync(true);
    return true;
  } catch {
    return false;
  }
}
