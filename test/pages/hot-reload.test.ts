import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type HotServer, startHotServer } from './support/hot-server.js';
import { SDK, type Site, TOKEN } from './support/site.js';
import { runs, tags, test as base } from './support/test.js';

declare global {
  interface Window {
    /** Set once: gone after a reload. */
    __sameDocument?: boolean;
  }
}

const test = base.extend<{ hot: HotServer }>({
  hot: async ({ site }, provide) => {
    const hot = await startHotServer(site.url);
    await provide(hot);
    await hot.close();
  },
});

async function shows(page: Page, selector: string, text: string): Promise<void> {
  await expect
    .poll(() => page.locator(selector).textContent(), { timeout: 15_000, interval: 20 })
    .toContain(text);
}

async function open(page: Page, hot: HotServer): Promise<void> {
  await page.goto(hot.url);
  await page.evaluate(() => {
    window.__sameDocument = true;
  });
}

/** The connection is the one from before: nothing was asked for, loaded or subscribed to again. */
async function expectSameConnection(page: Page, site: Site, subscriptions: number): Promise<void> {
  // What an unmount causes comes a macrotask later.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await shows(page, '.status', 'ready');
  expect([site.count(TOKEN), site.count(SDK), await runs(page), await tags(page)]).toEqual([1, 1, 1, 1]);
  expect(await page.evaluate(() => window.__sameDocument)).toBe(true);
  const uses = (): Promise<number[]> =>
    page.evaluate(() => {
      const { onCalls, offCalls, listenerCount } = window.__tcccSimulator!;
      return [onCalls, offCalls, listenerCount('callIn')];
    });
  expect(await uses()).toEqual([subscriptions, 0, 1]);
  const before = Number(await page.locator('.calls').textContent());
  await page.evaluate(() => window.__tcccSimulator!.emit('callIn', { sessionId: 's' }));
  await shows(page, '.calls', String(before + 1));
}

const subscriptions = (page: Page): Promise<number> => page.evaluate(() => window.__tcccSimulator!.onCalls);

describe('hot reload', () => {
  test('of a component keeps the connection, and its handler hears each event once', async ({
    site,
    page,
    hot,
    heard,
  }) => {
    await open(page, hot);
    await shows(page, '.status', 'ready');
    const before = await subscriptions(page);
    hot.edit('Panel.tsx', 'panel one', 'panel two');
    await shows(page, 'b', 'panel two');
    await expectSameConnection(page, site, before);

    // Other hooks: React mounts the component anew.
    hot.edit('Panel.tsx', 'const [calls', "const [panel] = useState('panel three');\n  const [calls");
    hot.edit('Panel.tsx', 'panel two', '{panel}');
    await shows(page, 'b', 'panel three');
    await expectSameConnection(page, site, before);
    expect(heard.uncaught).toEqual([]);
    expect(heard.console.filter((line) => /^(error|warning):/.test(line))).toEqual([]);
  });

  test('of the module with the provider keeps the connection, though React mounts it anew', async ({
    site,
    page,
    hot,
    heard,
  }) => {
    await open(page, hot);
    await shows(page, '.status', 'ready');
    const before = await subscriptions(page);
    hot.edit('App.tsx', 'app one', 'app two');
    await shows(page, 'h1', 'app two');
    await expectSameConnection(page, site, before);

    hot.edit('App.tsx', 'const [title]', "const [app] = useState('app three');\n  const [title]");
    hot.edit('App.tsx', 'app two', '{app}');
    await shows(page, 'h1', 'app three');
    // React did mount everything below anew: its state has gone.
    await shows(page, '.calls', '0');
    await expectSameConnection(page, site, before);
    expect(heard.uncaught).toEqual([]);
    expect(heard.console.filter((line) => /^(error|warning):/.test(line))).toEqual([]);
  });

  test('while the script loads adopts the connect that is under way', async ({ site, page, hot }) => {
    const { arrived, release } = site.hold(SDK);
    await open(page, hot);
    await arrived;
    hot.edit('App.tsx', 'const [title]', "const [app] = useState('app three');\n  const [title]");
    hot.edit('App.tsx', 'app one', '{app}');
    await shows(page, 'h1', 'app three');
    await release();
    await shows(page, '.status', 'ready');
    await expectSameConnection(page, site, await subscriptions(page));
  });
});
