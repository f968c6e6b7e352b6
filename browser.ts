import { findChromium } from './scripts/chromium.mjs';

export { findChromium };

const executablePath = findChromium();

/**
 * How every test starts Chromium: no sandbox (containers run as root), no traffic of the browser's own,
 * and a fake microphone so that calls work headless.
 */
export const launchOptions: { executablePath?: string; args: string[] } = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
};
