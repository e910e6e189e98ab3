// What the listeners of `--secure` know: one user, and one certificate that is its own authority. No secret of anybody.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const USER = { name: 'conform', password: 'conform' };

/** The files of a certificate for 127.0.0.1 in a folder, made where there are none. */
export function secretsIn(folder) {
  const [cert, key] = [join(folder, 'ca.pem'), join(folder, 'key.pem')];
  if (existsSync(cert)) return { cert, key };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...names, '-days', '3650', '-out', cert], { stdio: 'pipe' });
  return { cert, key };
}
