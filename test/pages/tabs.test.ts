import { describe, expect } from 'vitest';
import { SDK, TOKEN } from './support/site.js';
import { listen, logOf, mount, reaches, runs, tags, test } from './support/test.js';

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
