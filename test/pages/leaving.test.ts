import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { SDK, type Site, TOKEN } from './support/site.js';
import { logOf, mount, reaches, runs, tags, test } from './support/test.js';

declare global {
  interface Window {
    /** `persisted` of each `pageshow` since the document was opened. */
    __shown?: boolean[];
  }
}

/** A step at which a page is left: gets the site into it, and out of it for the time after. */
interface Step {
  name: string;
  /** Prepares the site; returns how to wait until the step is reached, and how to end it. */
  begin: (site: Site, page: Page) => { reached: () => Promise<unknown>; end: () => unknown };
  /** Token requests, script requests and runs of the script once ready, after a return. */
  counts: [tokens: number, scripts: number, runs: number];
}

const steps: Step[] = [
  {
    name: 'the token request',
    begin(site) {
      const held = site.hold(TOKEN);
      return { reached: () => held.arrived, end: () => held.release() };
    },
    counts: [2, 1, 1],
  },
  {
    name: 'the script',
    begin(site) {
      const held = site.hold(SDK);
      return { reached: () => held.arrived, end: () => held.release() };
    },
    counts: [2, 2, 1],
  },
  {
    name: 'the log-in',
    begin(site, page) {
      const { sim } = site;
      site.sim = { ...sim, login: 'never' };
      return {
        reached: () => reaches(page, 'logging-in'),
        end: () => (site.sim = { ...sim, login: 'ready' }),
      };
    },
    counts: [2, 2, 2],
  },
  {
    name: 'a back-off',
    begin(site, page) {
      site.answer(TOKEN, { status: 503 });
      const waits = async (): Promise<boolean> =>
        (await page.evaluate(() => window.apps![0]!.texts())).some((text) => /"retryAt":\d/.test(text));
      return {
        reached: () => expect.poll(waits, { timeout: 5000, interval: 20 }).toBe(true),
        end: () => site.answer(TOKEN, undefined),
      };
    },
    counts: [2, 1, 1],
  },
];

/** Lines that tell of a failure. */
const failures = (log: string[]): string[] => log.filter((line) => /error|boundary/i.test(line));

/** What the application noted, read from another page of the site. */
async function noted(page: Page): Promise<string[]> {
  return (await page.evaluate(() => sessionStorage.getItem('log') ?? '')).split('\n');
}

/** The browser's own word on a request that a test let fail. */
const own = (line: string): boolean => line.includes('Failed to load resource');

async function openAndMount(page: Page, site: Site): Promise<void> {
  await page.goto(site.page());
  await page.evaluate(() => {
    const shown: boolean[] = (window.__shown = []);
    addEventListener('pageshow', ({ persisted }) => shown.push(persisted));
  });
  await mount(page, { strict: true, props: { retry: { attempts: 3, baseDelay: 60_000 } } });
}

describe('a page restored from the back/forward cache', () => {
  test.for(steps)(
    'starts again after it was left during $name',
    async ({ begin, counts }, { site, page, heard }) => {
      const step = begin(site, page);
      await openAndMount(page, site);
      await step.reached();
      await page.goto(site.elsewhere);
      await step.end();
      expect(failures(await noted(page))).toEqual([]);

      await page.goBack({ waitUntil: 'commit' });
      await reaches(page, 'ready');
      // Else the page was loaded anew, and this proves nothing.
      expect(await page.evaluate(() => window.__shown)).toEqual([true]);
      expect([site.count(TOKEN), site.count(SDK), await runs(page)]).toEqual(counts);
      // From the start, not where a back-off had stood.
      expect(await page.evaluate(() => window.apps![0]!.attempt())).toBe(1);
      expect(await tags(page)).toBe(1);
      expect(failures(await logOf(page))).toEqual([]);
      expect({ ...heard, console: heard.console.filter((line) => !own(line)) }).toEqual({
        console: [],
        uncaught: [],
      });
    },
  );

  test('goes on with the same SDK if it was ready when it was left', async ({ site, page, heard }) => {
    await openAndMount(page, site);
    await reaches(page, 'ready');
    await page.goto(site.elsewhere);
    await page.goBack({ waitUntil: 'commit' });
    await reaches(page, 'ready');
    expect(await page.evaluate(() => window.__shown)).toEqual([true]);
    const session = await page.evaluate(() => window.__tcccSimulator!.ring({ type: 'phone' }));
    expect(await logOf(page)).toContain(`event:callIn:${session}`);
    expect([site.count(TOKEN), await runs(page), await tags(page)]).toEqual([1, 1, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});

describe('a page that is left for good', () => {
  test('reports nothing, whatever the step', async ({ site, page, heard }) => {
    for (const { name, begin } of steps) {
      const step = begin(site, page);
      await openAndMount(page, site);
      // A page with such a listener is not kept.
      await page.evaluate(() => window.addEventListener('unload', () => undefined));
      await step.reached();
      await page.goto(site.elsewhere);
      await step.end();
      expect(failures(await noted(page)), name).toEqual([]);
    }
    expect({ ...heard, console: heard.console.filter((line) => !own(line)) }).toEqual({
      console: [],
      uncaught: [],
    });
  });

  test('reports nothing after ready, when it is reloaded and when it is closed', async ({
    site,
    page,
    heard,
  }) => {
    await openAndMount(page, site);
    await reaches(page, 'ready');
    await page.reload();
    expect(failures(await noted(page))).toEqual([]);
    await mount(page);
    await reaches(page, 'ready');
    await page.goto(site.elsewhere);
    expect(failures(await noted(page))).toEqual([]);
    await page.close({ runBeforeUnload: true });
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});
