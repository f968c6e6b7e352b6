import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the bench compares with has an install of its own: nothing else needs it. */
export const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

/** Resolves as a module in the peers' folder would. */
export const requirePeer = createRequire(`${PEERS}package.json`);

/** Installs the peers where that has not been done. */
export function installPeers() {
  if (existsSync(`${PEERS}node_modules`)) return;
  const args = ['ci', '--no-audit', '--no-fund'];
  execFileSync('npm', args, { cwd: PEERS, stdio: 'inherit', shell: process.platform === 'win32' });
}
