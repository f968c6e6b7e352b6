// Installs compat/*/ (React 18 for the projects react18 and browser18) when missing or out of date, so that
// `npm ci && npm test` is all that is needed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../compat/', import.meta.url));

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} folder */
function upToDate(folder) {
  const { dependencies = {}, devDependencies = {} } = json(join(folder, 'package.json'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const installed = join(folder, 'node_modules', name, 'package.json');
    return existsSync(installed) && json(installed).version === version;
  });
}

for (const name of readdirSync(root)) {
  const folder = join(root, name);
  if (!existsSync(join(folder, 'package.json')) || upToDate(folder)) continue;
  process.stdout.write(`compat/${name}: npm ci\n`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(`compat/${name}: npm ci failed\n`);
    process.exit(1);
  }
}
