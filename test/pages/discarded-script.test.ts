import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { SDK, type Site, TOKEN } from './support/site.js';
import { mount, reaches, runs, tags, test } from './support/test.js';

/** Lets the held script through, and gives the page the time to run it if it still would. */
async function serveLate(page: Page, release: () => Promise<void>): Promise<void> {
  await release();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
}

/** Begins a connect whose script is on its way. */
async function beginScript(site: Site, page: Page, script = 20_000): Promise<() => Promise<void>> {
  const { arrived, release } = site.hold(SDK);
  await page.goto(site.page());
  await mount(page, { props: { timeouts: { script }, retry: false } });
  await arrived;
  expect(await tags(page)).toBe(1);
  return release;
}

const leftovers = (page: Page): Promise<unknown> =>
  page.evaluate(() => ['tccc' in window, 'TCCC' in window, document.querySelector('t3c-sdk') !== null]);

describe('the script of a tag that was given up in flight never runs', () => {
  test('after its time-out', async ({ site, page, heard }) => {
    const release = await beginScript(site, page, 150);
    await reaches(page, 'error');
    expect(await tags(page)).toBe(0);
    await serveLate(page, release);
    expect(await runs(page)).toBe(0);
    expect(await leftovers(page)).toEqual([false, false, false]);
    expect(await page.evaluate(() => window.apps![0]!.status())).toBe('error');
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('after its time-out, while a second attempt gets ready', async ({ site, page }) => {
    const { arrived, release } = site.hold(SDK);
    await page.goto(site.page());
    await mount(page, { props: { timeouts: { script: 150 }, retry: { attempts: 2, baseDelay: 600 } } });
    await arrived;
    await expect.poll(() => tags(page), { timeout: 5000, interval: 20 }).toBe(0);
    await serveLate(page, release);
    await reaches(page, 'ready');
    expect([site.count(TOKEN), site.count(SDK), await runs(page), await tags(page)]).toEqual([2, 2, 1, 1]);
  });

  test('after its provider unmounted', async ({ site, page, heard }) => {
    const release = await beginScript(site, page);
    await page.evaluate(() => window.apps![0]!.unmount());
    await expect.poll(() => tags(page)).toBe(0);
    await serveLate(page, release);
    expect(await runs(page)).toBe(0);
    expect(await leftovers(page)).toEqual([false, false, false]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('after disconnect()', async ({ site, page, heard }) => {
    const release = await beginScript(site, page);
    expect(await page.evaluate(() => window.apps![0]!.disconnect())).toBe('done');
    expect(await tags(page)).toBe(0);
    await serveLate(page, release);
    expect(await runs(page)).toBe(0);
    expect(await leftovers(page)).toEqual([false, false, false]);
    expect(await page.evaluate(() => window.apps![0]!.status())).toBe('idle');
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('after another agent signed in: only the script with the new token runs', async ({ site, page }) => {
    const release = await beginScript(site, page);
    await mount(page, { props: { agentKey: 'bob' } });
    await expect.poll(() => site.count(SDK), { timeout: 5000 }).toBe(2);
    await serveLate(page, release);
    await reaches(page, 'ready');
    expect([site.count(TOKEN), await runs(page), await tags(page)]).toEqual([2, 1, 1]);
  });

  test('although it would if its tag were only removed', async ({ site, page }) => {
    const { arrived, release } = site.hold(SDK);
    await page.goto(site.page());
    await page.evaluate((src) => {
      const tag = document.createElement('script');
      tag.src = src;
      document.body.append(tag);
      setTimeout(() => tag.remove(), 50);
    }, `${SDK}?token=t`);
    await arrived;
    await expect.poll(() => tags(page)).toBe(0);
    await serveLate(page, release);
    expect(await runs(page)).toBe(1);
  });
});
