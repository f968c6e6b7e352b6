import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the bench compares with has an install of its own: nothing else needs it. */
export const BENCH = fileURLToPath(new URL('../', import.meta.url));

/** Resolves as a module in the bench's folder would. */
export const requirePeer = createRequire(`${BENCH}package.json`);

const changed = (/** @type {string} */ file) => statSync(`${BENCH}${file}`).mtimeMs;

/** Installs the peers where that has not been done since the lock file changed. */
export function installPeers() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(`${BENCH}${installed}`) && changed(installed) >= changed('package-lock.json')) return;
  const args = ['ci', '--no-audit', '--no-fund'];
  execFileSync('npm', args, { cwd: BENCH, stdio: 'inherit', shell: process.platform === 'win32' });
}
