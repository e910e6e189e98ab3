// Mosquitto as Debian has it, configured as the image eclipse-mosquitto is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyLibraries, copyTo } from './copy-programs.mjs';

/** Programs that it is made with, and what installs them. */
export const needs = { mosquitto: 'apt-get install mosquitto', ldd: 'apt-get install libc-bin' };

const PROGRAM = '/usr/sbin/mosquitto';

/** Fills a folder, and gives the rest of the Dockerfile. */
export function fill(folder) {
  copyTo(PROGRAM, join(folder, PROGRAM));
  copyLibraries([PROGRAM], folder);
  mkdirSync(join(folder, 'etc'));
  // As root it becomes this user.
  writeFileSync(join(folder, 'etc', 'passwd'), 'root:x:0:0::/:\nmosquitto:x:1883:1883::/:\n');
  writeFileSync(join(folder, 'etc', 'group'), 'root:x:0:\nmosquitto:x:1883:\n');
  writeFileSync(join(folder, 'mosquitto-no-auth.conf'), 'listener 1883\nallow_anonymous true\n');
  return ['EXPOSE 1883', `CMD ["${PROGRAM}", "-c", "/mosquitto-no-auth.conf"]`];
}
