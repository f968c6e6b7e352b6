import { describe, expect } from 'vitest';
import { type PageParts, SDK, TOKEN } from './support/site.js';
import { logOf, mount, reaches, runs, tags, test } from './support/test.js';

const kinds: [name: string, copies: NonNullable<PageParts['copies']>][] = [
  ['the same React', ['page', 'page']],
  ['React 19 and React 18', [19, 18]],
  ['React 18 and React 19', [18, 19]],
];

describe.each(kinds)('two copies of the package with %s', (_, copies) => {
  test('share one connection, one tag and one token, and both hear the events', async ({
    site,
    page,
    heard,
  }) => {
    await page.goto(site.page({ copies }));
    await mount(page, { strict: true }, 0);
    await mount(page, { strict: true, root: 'second' }, 1);
    await expect.poll(() => page.locator('#second .status').textContent(), { timeout: 10_000 }).toBe('ready');
    await reaches(page, 'ready');
    expect([site.count(TOKEN), site.count(SDK), await runs(page), await tags(page)]).toEqual([1, 1, 1, 1]);

    const [session, onCalls, hears] = await page.evaluate(() => {
      const simulator = window.__tcccSimulator!;
      return [simulator.ring({ type: 'phone' }), simulator.onCalls, simulator.listenerCount('callIn')];
    });
    expect(hears).toBe(1);
    for (const copy of [0, 1]) {
      const log = await logOf(page, copy);
      expect(log.filter((line) => line.startsWith('event:callIn'))).toEqual([`event:callIn:${session}`]);
      expect(log.filter((line) => line === 'event:ready')).toHaveLength(1);
    }
    // The first mounted provider's callbacks apply.
    expect((await logOf(page, 1)).filter((line) => line === 'onReady')).toEqual([]);

    // The copy that made the connection goes; the other still has it, and can end it.
    await page.evaluate(() => window.apps![0]!.unmount());
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await page.locator('#second .status').textContent()).toBe('ready');
    expect(await page.evaluate(() => window.__tcccSimulator!.onCalls)).toBe(onCalls);
    expect(await page.evaluate(() => window.apps![1]!.disconnect())).toBe('done');
    await expect.poll(() => page.locator('#second .status').textContent()).toBe('idle');
    expect(await page.evaluate(() => window.apps![1]!.connect())).toBe('done');
    expect([site.count(TOKEN), await tags(page)]).toEqual([2, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});

describe('two copies of the package', () => {
  test('know each other’s errors', async ({ site, page }) => {
    await page.goto(site.page({ copies: [19, 18] }));
    site.answer(TOKEN, { status: 404 });
    await mount(page, {}, 0);
    await mount(page, { root: 'second' }, 1);
    await reaches(page, 'error');
    expect(await page.evaluate(() => window.apps![1]!.retry())).toBe('token-http');
    const known = await page.evaluate(() =>
      window.apps!.map(({ isTCCCError }) =>
        window.apps!.map(({ errors }) => errors.length > 0 && errors.every(isTCCCError)),
      ),
    );
    expect(known).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(
      await page.evaluate(() =>
        window.apps![1]!.isTCCCError(Object.assign(new Error('x'), { code: 'token-http' })),
      ),
    ).toBe(false);
  });

  test('find each other by a plain record with a protocol number', async ({ site, page }) => {
    await page.goto(site.page());
    await mount(page);
    await reaches(page, 'ready');
    const record = await page.evaluate(() => {
      const found = (window as unknown as Record<symbol, { protocol?: unknown }>)[
        Symbol.for('tccc-react/1')
      ]!;
      return { protocol: found.protocol, plain: Object.getPrototypeOf(found) === Object.prototype };
    });
    expect(record).toEqual({ protocol: 1, plain: true });
  });

  test('of other protocols do not share: the later one throws provider-conflict', async ({ site, page }) => {
    await page.goto(site.page());
    await page.evaluate(() => {
      const record = { protocol: 2 };
      Object.defineProperty(window, Symbol.for('tccc-react/1'), { value: record, configurable: true });
    });
    await mount(page);
    await expect.poll(() => logOf(page), { timeout: 5000 }).toContain('boundary:provider-conflict');
    const [details, record] = await page.evaluate(() => [
      (window.apps![0]!.errors[0] as { details: unknown }).details,
      Object.keys((window as unknown as Record<symbol, object>)[Symbol.for('tccc-react/1')]!),
    ]);
    expect(details).toEqual({ reason: 'protocol' });
    expect(record).toEqual(['protocol']);
    expect([site.count(TOKEN), await tags(page)]).toEqual([0, 0]);
  });

  test('of two identities conflict: the later one throws, the first stays ready', async ({ site, page }) => {
    await page.goto(site.page({ copies: [19, 18] }));
    await mount(page, { props: { agentKey: 'anna' } }, 0);
    await reaches(page, 'ready');
    await mount(page, { root: 'second', props: { agentKey: 'bob' } }, 1);
    await expect.poll(() => logOf(page, 1), { timeout: 5000 }).toContain('boundary:provider-conflict');
    await reaches(page, 'ready');
    expect(await logOf(page, 0)).not.toContain('boundary:provider-conflict');
    expect(site.count(TOKEN)).toBe(1);
  });
});
