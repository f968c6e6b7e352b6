import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { SDK, type Site, TOKEN } from './support/site.js';
import { listen, logOf, mount, reaches, runs, tags, test } from './support/test.js';

/** The newest `retryAt` that the application saw, in ms from now; `undefined`: it waits for nothing. */
async function wait(page: Page): Promise<number | undefined> {
  return page.evaluate(() => {
    const state = window.apps![0]!.texts().findLast((text) => text.includes('"retryAt":'));
    const { retryAt } = JSON.parse(state ?? '{}') as { retryAt?: number | null };
    return retryAt == null ? undefined : retryAt - Date.now();
  });
}

/** Brings the page into a back-off whose wait for the network has begun. */
async function waitOffline(site: Site, page: Page): Promise<void> {
  site.answer(TOKEN, { status: 503 });
  const held = site.hold(TOKEN);
  await page.goto(site.page());
  await mount(page, { props: { retry: { attempts: 3, baseDelay: 40 } } });
  await held.arrived;
  await page.context().setOffline(true);
  await held.release();
  await expect.poll(() => wait(page), { timeout: 5000, interval: 20 }).toBeGreaterThan(50_000);
  site.answer(TOKEN, undefined);
}

describe('a back-off without network', () => {
  test('waits for the network and goes on at once when it is back', async ({ site, context, page }) => {
    await waitOffline(site, page);
    expect(await wait(page)).toBeLessThanOrEqual(60_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(site.count(TOKEN)).toBe(1);

    const from = Date.now();
    await context.setOffline(false);
    await reaches(page, 'ready');
    expect(Date.now() - from).toBeLessThan(3000);
    expect([site.count(TOKEN), site.count(SDK)]).toEqual([2, 1]);
    expect((await logOf(page)).filter((line) => line.startsWith('onError'))).toEqual([]);
  });

  test('waits at most 60 s, then tries all the same', async ({ site, page }) => {
    await page.clock.install();
    await waitOffline(site, page);
    const attempts: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith(TOKEN)) attempts.push(request.method());
    });
    await page.clock.fastForward(55_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(attempts).toEqual([]);
    await page.clock.fastForward(5_000);
    await expect.poll(() => attempts.length, { timeout: 5000 }).toBe(1);
  });

  test('begins with a first try, then waits, where the page is offline from the start', async ({
    site,
    context,
    page,
  }) => {
    await page.goto(site.page());
    await context.setOffline(true);
    await mount(page, { props: { retry: { attempts: 2, baseDelay: 20 } } });
    await expect.poll(() => wait(page), { timeout: 5000, interval: 20 }).toBeGreaterThan(50_000);
    await context.setOffline(false);
    await reaches(page, 'ready');
    expect([site.count(TOKEN), site.count(SDK)]).toEqual([1, 1]);
  });

  test('stops waiting when it is disconnected, and `online` then starts nothing', async ({
    site,
    context,
    page,
  }) => {
    await waitOffline(site, page);
    expect(await page.evaluate(() => window.apps![0]!.disconnect())).toBe('done');
    await reaches(page, 'idle');
    await context.setOffline(false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(site.count(TOKEN)).toBe(1);
    expect(await page.evaluate(() => window.apps![0]!.status())).toBe('idle');
  });
});

describe('a tab in the background', () => {
  test('gets ready though it is hidden and never gets an animation frame', async ({ site, page, heard }) => {
    await page.addInitScript(() => {
      Object.defineProperties(document, {
        hidden: { configurable: true, get: () => true },
        visibilityState: { configurable: true, get: () => 'hidden' },
      });
      window.requestAnimationFrame = () => 0;
    });
    await page.goto(site.page());
    await mount(page, { strict: true });
    await reaches(page, 'ready');

    // Coming to the front, and going back again, changes nothing.
    await page.evaluate(() => {
      for (const state of ['visible', 'hidden', 'visible']) {
        Object.defineProperties(document, {
          hidden: { configurable: true, get: () => state === 'hidden' },
          visibilityState: { configurable: true, get: () => state },
        });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }
    });
    await reaches(page, 'ready');
    expect([site.count(TOKEN), await runs(page), await tags(page)]).toEqual([1, 1, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});

describe('two tabs of one browser', () => {
  test('connect each for itself, and one’s disconnect leaves the other ready', async ({
    site,
    context,
    page,
    heard,
  }) => {
    const other = await context.newPage();
    listen(other, heard);
    const url = site.page();
    for (const tab of [page, other]) {
      await tab.goto(url);
      await mount(tab);
    }
    for (const tab of [page, other]) {
      await reaches(tab, 'ready');
      expect([await runs(tab), await tags(tab)]).toEqual([1, 1]);
    }
    expect([site.count(TOKEN), site.count(SDK)]).toEqual([2, 2]);

    expect(await page.evaluate(() => window.apps![0]!.disconnect())).toBe('done');
    await reaches(page, 'idle');
    await reaches(other, 'ready');
    await other.evaluate(() => window.__tcccSimulator!.emit('callIn', { sessionId: 's' }));
    expect(await logOf(other)).toContain('event:callIn:s');
    expect(await logOf(page)).not.toContain('event:callIn:s');
    await page.close();
    await reaches(other, 'ready');
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});
