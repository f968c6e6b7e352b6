import { spawn } from 'node:child_process';

import { ARGUMENTS, chromiumPath } from './browser.mjs';

/** @typedef {(method: string, params?: object) => Promise<any>} Send a command of the DevTools protocol */

/**
 * `LocalCompileHints` keeps every script of a page, to note for the next visit which functions it ran.
 */
const KEEPS_NO_SCRIPTS = '--disable-features=LocalCompileHints';

/**
 * A page in a Chromium that keeps no script that is gone. Playwright watches the network of each page, for
 * which DevTools keep them, and so does a feature of Chromium's own: about 2 kB of heap each, which would
 * pass for a leak of whoever loads scripts again and again.
 *
 * @param {string} profile folder
 * @param {number} relayPort
 * @returns {Promise<{ newPage: (url: string) => Promise<Send>, close: () => Promise<void> }>}
 */
export async function launchPlain(profile, relayPort) {
  const own = [
    '--headless',
    '--js-flags=--jitless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    KEEPS_NO_SCRIPTS,
  ];
  const child = spawn(chromiumPath(), [...ARGUMENTS(relayPort), ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] =
    /** @type {[null, null, null, import('node:stream').Writable, import('node:stream').Readable]} */ (
      /** @type {unknown} */ (child.stdio)
    );
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has ended.'));
  });
  let last = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const answer = waiting.get(id);
      waiting.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  });
  const sender =
    (/** @type {string | undefined} */ sessionId) =>
    (/** @type {string} */ method, /** @type {object} */ params = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      });
  const send = sender(undefined);

  return {
    async newPage(url) {
      const { targetId } = /** @type {any} */ (await send('Target.createTarget', { url }));
      const { sessionId } = /** @type {any} */ (
        await send('Target.attachToTarget', { targetId, flatten: true })
      );
      return sender(sessionId);
    },
    async close() {
      void send('Browser.close').catch(() => undefined);
      await ended;
    },
  };
}

/**
 * Runs an expression in the page and waits for its promise.
 *
 * @param {Send} send
 * @param {string} expression
 */
export async function evaluate(send, expression) {
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
