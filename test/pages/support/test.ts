import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { expect, test as base } from 'vitest';
import { launchOptions } from '../../../browser.js';
import type { MountOptions } from '../fixtures/app.js';
import { type Site, startSite } from './site.js';

/** What a page told the world. */
export interface Heard {
  /** Its console, and what the browser itself wrote there. */
  console: string[];
  /** Uncaught errors and unhandled rejections. */
  uncaught: string[];
}

interface Fixtures {
  browser: Browser;
  site: Site;
  context: BrowserContext;
  page: Page;
  /** Of `page`, and of every page given to `listen`. */
  heard: Heard;
}

declare global {
  interface Window {
    /** Each argument of each console call of the page's own scripts, with its stack and its JSON. */
    __said?: string[];
    /** How often the script of the SDK ran. */
    __sdkRuns?: number;
  }
}

/** Keeps what scripts say; the browser's own messages, which may name any URL, do not come this way. */
function keepWhatIsSaid(): void {
  const said: string[] = (window.__said = []);
  const text = (value: unknown): string => {
    const { stack = '', cause } = (value ?? {}) as { stack?: string; cause?: unknown };
    return [String(value), stack, JSON.stringify(value), cause ? text(cause) : ''].join('\n');
  };
  for (const name of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const original = console[name].bind(console);
    console[name] = (...values: unknown[]) => {
      said.push(...values.map(text));
      original(...values);
    };
  }
  addEventListener('error', (event) => said.push(text(event.error), event.message));
  addEventListener('unhandledrejection', (event) => said.push(text(event.reason)));
}

export function listen(page: Page, heard: Heard): void {
  page.on('console', (message) => {
    // React's advice to install its developer tools is no complaint.
    if (message.type() !== 'info') heard.console.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.uncaught.push(error.stack ?? String(error)));
}

/** A test with a site and a page of its own, in one Chromium a file. */
export const test = base.extend<Fixtures>({
  browser: [
    async ({}, provide) => {
      const browser = await chromium.launch({
        ...launchOptions,
        // Playwright turns off what people's browsers have.
        ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-background-timer-throttling'],
      });
      await provide(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  site: async ({}, provide) => {
    const site = await startSite();
    await provide(site);
    await site.close();
  },
  context: async ({ browser }, provide) => {
    const context = await browser.newContext();
    await context.addInitScript(keepWhatIsSaid);
    await provide(context);
    await context.close();
  },
  heard: async ({}, provide) => {
    await provide({ console: [], uncaught: [] });
  },
  page: async ({ context, heard }, provide) => {
    const page = await context.newPage();
    listen(page, heard);
    await provide(page);
  },
});

/** Mounts the application of one of the page's copies. */
export async function mount(page: Page, options: MountOptions = {}, copy = 0): Promise<void> {
  await page.evaluate(([options, copy]) => window.apps![copy]!.mount(options), [options, copy] as const);
}

/** Waits until the application shows `status`. */
export async function reaches(page: Page, status: string, copy = 0): Promise<void> {
  await expect
    .poll(() => page.evaluate((copy) => window.apps![copy]!.status(), copy), {
      timeout: 10_000,
      interval: 20,
    })
    .toBe(status);
}

/** The log of a copy. */
export function logOf(page: Page, copy = 0): Promise<string[]> {
  return page.evaluate((copy) => window.apps![copy]!.log, copy);
}

/** Tags of the SDK that are in the page. */
export function tags(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('script[src*="/sdk.js"]').length);
}

/** How often the SDK's script ran in the page. */
export function runs(page: Page): Promise<number> {
  return page.evaluate(() => window.__sdkRuns ?? 0);
}
