import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { SDK, TOKEN } from './support/site.js';
import { logOf, mount, reaches, tags, test } from './support/test.js';

const links = (page: Page): Promise<unknown[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="preconnect"]')].map((link) => [
      link.getAttribute('href'),
      link.crossOrigin,
    ]),
  );

describe.each([18, 19] as const)('React %i', (react) => {
  test('connects under StrictMode, hears events, disconnects, and connects again', async ({
    site,
    page,
    heard,
  }) => {
    await page.goto(site.page({ copies: [react] }));
    await mount(page, { strict: true });
    await reaches(page, 'ready');
    expect([site.count(TOKEN), site.count(SDK), await tags(page)]).toEqual([1, 1, 1]);

    const session = await page.evaluate(() => window.__tcccSimulator!.ring({ type: 'phone' }));
    const log = await logOf(page);
    expect(log.filter((line) => line === 'event:ready')).toHaveLength(1);
    expect(log.filter((line) => line === 'onReady')).toHaveLength(1);
    expect(log.filter((line) => line.startsWith('event:callIn'))).toEqual([`event:callIn:${session}`]);

    expect(await page.evaluate(() => window.apps![0]!.disconnect())).toBe('done');
    await reaches(page, 'idle');
    expect(await tags(page)).toBe(0);
    expect(await page.evaluate(() => ['tccc' in window, document.querySelector('t3c-sdk')])).toEqual([
      false,
      null,
    ]);

    expect(await page.evaluate(() => window.apps![0]!.connect())).toBe('done');
    await reaches(page, 'ready');
    expect([site.count(TOKEN), await tags(page)]).toEqual([2, 1]);
    // Preconnect is off unless it is asked for.
    expect(await links(page)).toEqual([]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('puts one preconnect link with crossorigin into the page before the token is there, over StrictMode and remounts', async ({
    site,
    page,
    heard,
  }) => {
    const { arrived, release } = site.hold(TOKEN);
    await page.goto(site.page({ copies: [react] }));
    const options = { strict: true, props: { preconnect: true } };
    await mount(page, options);
    await arrived;
    expect(await links(page)).toEqual([['https://tccc.qcloud.com', 'anonymous']]);
    await release();
    await reaches(page, 'ready');
    await page.evaluate(() => window.apps![0]!.unmount());
    await mount(page, options);
    await reaches(page, 'ready');
    await mount(page, options);
    expect(await links(page)).toEqual([['https://tccc.qcloud.com', 'anonymous']]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});
