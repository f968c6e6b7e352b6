import { connect, createServer } from 'node:net';

import { listen } from './listen.mjs';

/**
 * @typedef {object} Relay
 * @property {number} port
 * @property {() => void} hangUp closes every connection, so that the next request needs a new one
 * @property {() => number} accepted how many connections came in since the last `hangUp`
 * @property {() => Promise<void>} close
 */

/**
 * Passes TCP connections on to `target`, each one after a pause: what a distant host costs, on loopback.
 *
 * @param {number} target port on 127.0.0.1
 * @param {number} hold ms that each new connection waits
 * @returns {Promise<Relay>}
 */
export async function startRelay(target, hold) {
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  let accepted = 0;
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (client) => {
    accepted += 1;
    open.add(client);
    client.on('error', () => client.destroy());
    const timer = setTimeout(() => {
      const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true });
      upstream.on('error', () => client.destroy());
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
      client.pipe(upstream).pipe(client);
    }, hold);
    client.on('close', () => {
      clearTimeout(timer);
      open.delete(client);
    });
  });
  const port = await listen(server);
  const hangUp = () => {
    for (const client of open) client.destroy();
    accepted = 0;
  };
  return {
    port,
    hangUp,
    accepted: () => accepted,
    close() {
      hangUp();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
