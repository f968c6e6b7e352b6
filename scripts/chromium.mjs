import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string[]} where a browser of the Chromium family may be on this system, best first */
function systemPaths() {
  const env = process.env;
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
    return roots.flatMap((root) => MAC.map((app) => join(root, app)));
  }
  if (process.platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? WINDOWS.map((app) => join(root, app)) : []));
  }
  const roots = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env['PATH'] ?? '').split(delimiter)];
  return LINUX.flatMap((name) => roots.filter(Boolean).map((root) => join(root, name)));
}

/** @returns {string | undefined} the Chromium that Playwright keeps for itself, if one was installed by hand */
function playwrightPath() {
  try {
    /** @type {typeof import('playwright')} */
    const playwright = createRequire(import.meta.url)('playwright');
    return playwright.chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then the system's, then Playwright's own. Never downloads one.
 *
 * @returns {string | undefined} path of the executable
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined; // a wrong path is told, not papered over
  const found = systemPaths().find((path) => existsSync(path));
  if (found) return found;
  const own = playwrightPath();
  return own && existsSync(own) ? own : undefined;
}

/** @returns {string} what to do when there is no Chromium */
export function chromiumHelp() {
  const named = process.env['CHROMIUM_PATH'];
  const why = named ? `CHROMIUM_PATH names no file: ${named}.` : 'No Chromium found.';
  const how =
    process.platform === 'linux' ? 'sudo apt-get install -y chromium' : 'npx playwright install chromium';
  return `${why} The tests drive a real browser. Install one: ${how} (or set CHROMIUM_PATH to yours).`;
}
