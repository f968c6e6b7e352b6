/**
 * @param {import('node:net').Server} server
 * @returns {Promise<number>} the free port of 127.0.0.1 that it listens on
 */
export function listen(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    });
  });
}
