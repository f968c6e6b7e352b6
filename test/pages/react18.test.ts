import { expect } from 'vitest';
import { SDK, TOKEN } from './support/site.js';
import { logOf, mount, reaches, tags, test } from './support/test.js';

test('React 18: connects under StrictMode, hears events, disconnects, and connects again', async ({
  site,
  page,
  heard,
}) => {
  await page.goto(site.page({ copies: [18] }));
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
  expect(heard).toEqual({ console: [], uncaught: [] });
});
