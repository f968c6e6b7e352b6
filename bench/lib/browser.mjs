import { chromium } from 'playwright';

import { chromiumHelp, findChromium } from '../../scripts/chromium.mjs';
import { SDK_HOST } from './servers.mjs';

/** The SDK's real host name leads to our relay: `preconnect` is for that host. */
export const ARGUMENTS = (/** @type {number} */ relayPort) => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
  `--host-resolver-rules=MAP ${SDK_HOST} 127.0.0.1:${relayPort}`,
];

/** @returns {string} */
export function chromiumPath() {
  const path = findChromium();
  if (!path) throw new Error(chromiumHelp());
  return path;
}

/**
 * Chromium with a profile, as users have it: contexts without one open no preconnect sockets.
 *
 * @param {string} profile folder
 * @param {number} relayPort
 */
export async function launch(profile, relayPort) {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    viewport: null,
    args: ARGUMENTS(relayPort),
  });
}
