import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { listen } from './listen.mjs';

/** The host that serves the SDK, and that `preconnect` prepares for. Chromium is told where it is. */
export const SDK_HOST = 'tccc.qcloud.com';

const dist = new URL('../../dist/', import.meta.url);
const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript' });

/** No cache, and timers of 5 µs: `performance.now()` is that fine only in an isolated page. */
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'timing-allow-origin': '*',
};

/** @param {import('node:http').Server | import('node:https').Server} server */
const closer = (server) => () =>
  /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    })
  );

/**
 * Serves the bench's page, and `POST /token?script=…&delay=…&sim=…`: a token of the simulator for that
 * script of the SDK's host, `delay` ms later.
 *
 * @param {string} folder the built page
 */
export async function startPageServer(folder) {
  /** @type {typeof import('../../src/simulator/index.js')} */
  const { issueToken } = await import(new URL('simulator/index.js', dist).href);
  const server = createServer({ noDelay: true, keepAliveTimeout: 600_000 }, (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/token') {
      const script = `https://${SDK_HOST}/sdk/${query.get('script') ?? 'tcccSdk.js'}`;
      const sim = query.get('sim') ?? '{}';
      const issued = issueToken({ sdkUrl: script, query: { sim } });
      const body = JSON.stringify({ ...issued, sdkAppId: '1400000000', userId: 'agent@example.com' });
      setTimeout(
        () => {
          response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(body);
        },
        Number(query.get('delay') ?? 0),
      );
      return;
    }
    try {
      const file = readFileSync(join(folder, pathname === '/' ? 'index.html' : pathname));
      const type = TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream';
      response.writeHead(200, { ...HEADERS, 'content-type': type }).end(file);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, close: closer(server) };
}

/**
 * Serves `/sdk/tcccSdk.js`, the simulator's script, and `/sdk/stub.js`, an SDK that does nothing but emit.
 *
 * @param {{ key: Buffer, cert: Buffer }} certificate
 */
export async function startScriptServer(certificate) {
  const files = /** @type {Record<string, Buffer>} */ ({
    '/sdk/tcccSdk.js': readFileSync(new URL('simulator/sdk.js', dist)),
    '/sdk/stub.js': readFileSync(fileURLToPath(new URL('../page/stub-sdk.js', import.meta.url))),
  });
  const options = { ...certificate, noDelay: true, keepAliveTimeout: 600_000 };
  const server = createTlsServer(options, (request, response) => {
    const file = files[new URL(request.url ?? '/', 'https://localhost').pathname];
    response.writeHead(file ? 200 : 404, { ...HEADERS, 'content-type': 'text/javascript' }).end(file);
  });
  return { port: await listen(server), close: closer(server) };
}
