import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

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
      alias: [{ find: /^.*\/src\/index\.js$/, replacement: built }],
      // One React, the bench's own: the library would find that of the main install.
      dedupe: ['react', 'react-dom'],
    },
    build: { outDir, emptyOutDir: true, target: 'es2020', modulePreload: false, chunkSizeWarningLimit: 5000 },
  });
}
