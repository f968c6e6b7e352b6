import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The emitter to compare with: the library's own if it has one, else the peers'. */
function findEmitter() {
  for (const base of ['../../package.json', '../peers/package.json']) {
    try {
      return createRequire(here(base)).resolve('eventemitter3');
    } catch {
      // Not installed there.
    }
  }
  throw new Error('No eventemitter3 to compare with: run `npm ci --prefix bench/peers`.');
}

/**
 * Builds the bench's page, for production and with the library as it is published: the page imports
 * `src/index.js` for its types, and gets `dist/index.js`.
 *
 * @param {string} outDir
 */
export async function buildPage(outDir) {
  const built = here('../../dist/index.js');
  if (!existsSync(built)) throw new Error('No dist/index.js: run `npm run build` first.');
  await build({
    configFile: false,
    root: here('../page'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    resolve: {
      alias: [
        { find: /^.*\/src\/index\.js$/, replacement: built },
        { find: /^\.\/peer-emitter\.js$/, replacement: findEmitter() },
      ],
    },
    build: { outDir, emptyOutDir: true, target: 'es2020', modulePreload: false },
  });
}
