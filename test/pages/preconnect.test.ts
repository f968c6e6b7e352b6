import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { mount, reaches, test } from './support/test.js';

const links = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('link[rel="preconnect"]')].map((link) => link.outerHTML));

describe.each([18, 19] as const)('preconnect with React %i', (react) => {
  test('puts one link with crossorigin into the head, over StrictMode, roots and remounts', async ({
    site,
    page,
    heard,
  }) => {
    await page.goto(site.page({ copies: [react] }));
    await mount(page);
    await reaches(page, 'ready');
    expect(await links(page)).toEqual([]);

    const props = { preconnect: true };
    await mount(page, { props });
    await mount(page, { root: 'second', strict: true, props });
    await expect.poll(() => links(page)).toHaveLength(1);
    await page.evaluate(() => window.apps![0]!.unmount('second'));
    await mount(page, { root: 'second', strict: true, props });
    await reaches(page, 'ready');
    expect(
      await page.evaluate(() =>
        [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="preconnect"]')].map((link) => [
          link.getAttribute('href'),
          link.crossOrigin,
        ]),
      ),
    ).toEqual([['https://tccc.qcloud.com', 'anonymous']]);
    expect(await links(page)).toHaveLength(1);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});
