import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import type * as Server from './fixtures/server.js';
import { serverModule } from './support/build.js';
import { SDK, TOKEN } from './support/site.js';
import { logOf, mount, reaches, test } from './support/test.js';

/** Marks an element of the server in a way that hydration does not see. */
const markStatus = (page: Page, root = '#root'): Promise<unknown> =>
  page.evaluate((root) => {
    Object.assign(document.querySelector(`${root} .status`)!, { fromServer: true });
  }, root);
/** Whether the element now in the page is that one. */
const statusIsMarked = (page: Page, root = '#root'): Promise<boolean> =>
  page.evaluate((root) => 'fromServer' in document.querySelector(`${root} .status`)!, root);
const renders = (log: string[]): string[] => log.filter((line) => line.startsWith('render:'));

describe.each([18, 19] as const)('hydration with React %i', (react) => {
  test('adopts the server’s HTML without a warning: first idle, then ready', async ({
    site,
    page,
    heard,
  }) => {
    const { renderApp } = await serverModule<typeof Server>('server.tsx', react);
    const { html } = renderApp({ preconnect: true });
    await page.goto(site.page({ copies: [react], html }));
    await markStatus(page);
    await mount(page, { hydrate: true, strict: true, props: { preconnect: true } });
    await reaches(page, 'ready');
    expect(renders(await logOf(page))[0]).toBe('render:idle');
    // The same elements, not new ones in their place.
    expect(await statusIsMarked(page)).toBe(true);
    expect(await page.locator('link[rel="preconnect"]').count()).toBe(1);
    expect([site.count(TOKEN), site.count(SDK)]).toEqual([1, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('hydrates a second root while the connection is ready, without a warning', async ({
    site,
    page,
    heard,
  }) => {
    const { renderApp } = await serverModule<typeof Server>('server.tsx', react);
    const { html } = renderApp();
    await page.goto(site.page({ copies: [react], html }));
    await mount(page, { hydrate: true });
    await reaches(page, 'ready');
    const before = (await logOf(page)).length;
    await page.evaluate((html) => {
      const second = document.createElement('div');
      second.id = 'second';
      second.innerHTML = html;
      document.body.append(second);
    }, html);
    await markStatus(page, '#second');
    await mount(page, { root: 'second', hydrate: true, strict: true });
    const second = page.locator('#second');
    await expect.poll(() => second.locator('.status').textContent(), { timeout: 5000 }).toBe('ready');
    await expect.poll(() => second.locator('.gate').textContent()).toBe('open');
    expect(await statusIsMarked(page, '#second')).toBe(true);
    const added = (await logOf(page)).slice(before);
    expect(renders(added)[0]).toBe('render:idle');
    // Its own `ready` handler runs, late, and once.
    expect(added.filter((line) => line === 'event:ready')).toHaveLength(1);
    expect([site.count(TOKEN), site.count(SDK)]).toEqual([1, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('would be noticed if it did not match', async ({ site, page, heard }) => {
    const { renderApp } = await serverModule<typeof Server>('server.tsx', react);
    const html = renderApp().html.replace('>idle<', '>ready<');
    await page.goto(site.page({ copies: [react], html }));
    await mount(page, { hydrate: true });
    await reaches(page, 'ready');
    expect([...heard.console, ...heard.uncaught].join('\n')).toMatch(/did not match|hydrat/i);
  });
});
