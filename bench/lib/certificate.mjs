import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A certificate for `host` that is signed by itself, made by the system's `openssl`. Chromium is told to
 * take it; it lives as long as the folder.
 *
 * @param {string} folder
 * @param {string} host
 * @returns {{ key: Buffer, cert: Buffer }}
 */
export function makeCertificate(folder, host) {
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-keyout', key, '-out', cert];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...files, ...subject], { stdio: 'pipe' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
