// A static file server below a path, as a project's pages on a shared host are served.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * @param {string} file
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} missing
 */
async function send(file, response, missing) {
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) {
    missing();
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  createReadStream(file).pipe(response);
}

/**
 * Serves `folder` at `base`, and 404 everywhere else. GET only, as a static host does.
 *
 * @param {string} folder
 * @param {string} base begins and ends with a slash
 * @param {readonly string[]} [lacking] files that are not found
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, base, lacking = []) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname.slice(base.length) || 'index.html'));
    const end = (/** @type {number} */ status) => void response.writeHead(status).end();
    const file = join(folder, path);
    if (request.method !== 'GET') end(405);
    else if (!pathname.startsWith(base) || path.startsWith('..') || lacking.includes(path)) end(404);
    else void send(file, response, () => end(404));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
