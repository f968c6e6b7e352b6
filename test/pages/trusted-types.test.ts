import type { Page } from 'playwright';
import { beforeEach, describe, expect } from 'vitest';
import type { PageParts } from './support/site.js';
import { SDK, TOKEN } from './support/site.js';
import { logOf, mount, reaches, runs, tags, test } from './support/test.js';

interface Policy {
  readonly name: string;
  createScriptURL: (url: string) => unknown;
}

declare global {
  interface Window {
    /** Every policy that the page's scripts asked for and got. */
    __policies?: Policy[];
    /** Every name that they asked for. */
    __asked?: string[];
  }
}

/** Keeps the policies that are made in a page. */
function keepPolicies(): void {
  const policies: Policy[] = (window.__policies = []);
  const asked: string[] = (window.__asked = []);
  const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy: unknown } };
  const prototype = Object.getPrototypeOf(trustedTypes) as {
    createPolicy: (name: string, rules: unknown) => Policy;
  };
  const original = prototype.createPolicy;
  prototype.createPolicy = function (name, rules) {
    asked.push(name);
    const policy = original.call(this, name, rules);
    policies.push(policy);
    return policy;
  };
}

const ENFORCED = "require-trusted-types-for 'script'";
const under = (policy: string, copies: PageParts['copies'] = [19]): PageParts => ({
  copies,
  headers: { 'content-security-policy': policy },
});
const names = (page: Page): Promise<string[]> => page.evaluate(() => window.__asked!);

beforeEach<{ page: Page }>(async ({ page }) => {
  await page.addInitScript(keepPolicies);
});

describe('Trusted Types that allow the policy', () => {
  test.for([
    ['tccc-react is the only policy allowed', `${ENFORCED}; trusted-types tccc-react`, 19],
    ['tccc-react is the only policy allowed, React 18', `${ENFORCED}; trusted-types tccc-react`, 18],
    ['every policy is allowed', ENFORCED, 19],
    ['one of each name is allowed', `${ENFORCED}; trusted-types *`, 19],
    ['nothing is enforced', 'trusted-types tccc-react', 19],
  ] as const)('gets ready when %s', async ([, policy, react], { site, page, heard }) => {
    await page.goto(site.page(under(policy, [react])));
    await mount(page);
    await reaches(page, 'ready');
    expect(await names(page)).toEqual(['tccc-react']);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('makes the policy once, over reconnects and over two copies of the package', async ({
    site,
    page,
    heard,
  }) => {
    await page.goto(site.page(under(`${ENFORCED}; trusted-types tccc-react`, [19, 18])));
    await mount(page);
    await reaches(page, 'ready');
    await page.evaluate(() => window.apps![0]!.disconnect());
    await mount(page, { root: 'second' }, 1);
    expect(await page.evaluate(() => window.apps![1]!.connect())).toBe('done');
    await page.evaluate(() => window.apps![1]!.disconnect());
    expect(await page.evaluate(() => window.apps![0]!.connect())).toBe('done');
    await reaches(page, 'ready');

    expect([site.count(TOKEN), await runs(page), await tags(page)]).toEqual([3, 3, 1]);
    expect(await names(page)).toEqual(['tccc-react']);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });

  test('keeps the policy in the shared record, and it passes no URL but the one that was checked', async ({
    site,
    page,
  }) => {
    await page.goto(site.page(under(`${ENFORCED}; trusted-types tccc-react`)));
    site.answer('/evil.js', { body: 'window.__evil = 1;', headers: { 'content-type': 'text/javascript' } });
    await mount(page);
    await reaches(page, 'ready');
    const [kept, passed, ran] = await page.evaluate(async () => {
      const [policy] = window.__policies!;
      const record = (window as unknown as Record<symbol, object>)[Symbol.for('tccc-react/1')]!;
      const pass = (url: string): unknown => {
        try {
          return policy!.createScriptURL(url);
        } catch {
          return 'threw';
        }
      };
      const urls = ['https://evil.example/x.js', 'http://localhost/sdk.js', '//evil.example', '/own.js'];
      const tag = document.createElement('script');
      await new Promise<unknown>((resolve) => {
        tag.onload = tag.onerror = resolve;
        try {
          tag.src = pass(`${location.origin}/evil.js`) as string;
          document.body.append(tag);
        } catch (error) {
          resolve(error);
        }
      });
      return [
        Object.values(record).includes(policy),
        urls.filter((url) => String(pass(url)) === url),
        '__evil' in window,
      ];
    });
    expect(kept).toBe(true);
    expect(passed).toEqual([]);
    expect([ran, site.count('/evil.js')]).toEqual([false, 0]);
  });
});

describe('Trusted Types that refuse the policy', () => {
  test.for([
    ['other names only', `${ENFORCED}; trusted-types another`],
    ['none at all', `${ENFORCED}; trusted-types 'none'`],
  ])('fails as script-load-failed with the directive: %s', async ([, policy], { site, page, heard }) => {
    await page.goto(site.page(under(policy!)));
    await mount(page, { props: { retry: { attempts: 2, baseDelay: 1 } } });
    await reaches(page, 'error');
    const error = await page.evaluate(() => JSON.stringify(window.apps![0]!.errors[0]));
    expect(JSON.parse(error)).toMatchObject({ code: 'script-load-failed', details: { host: 'localhost' } });
    expect((JSON.parse(error) as { details: { directive: string } }).details.directive).toMatch(
      /^(require-trusted-types-for|trusted-types)$/,
    );
    expect((await logOf(page)).filter((line) => line.startsWith('onError'))).toHaveLength(1);
    expect([site.count(TOKEN), site.count(SDK), await tags(page)]).toEqual([2, 0, 0]);
    expect(heard.uncaught).toEqual([]);

    const said = await page.evaluate(() => [...window.__said!, ...window.apps![0]!.texts()].join('\n'));
    expect(site.secrets().filter((secret) => said.includes(secret))).toEqual([]);
  });

  test('uses the plain string where the policy is refused but none is required', async ({ site, page }) => {
    await page.goto(site.page(under("trusted-types 'none'")));
    await mount(page);
    await reaches(page, 'ready');
    expect(site.count(TOKEN)).toBe(1);
  });

  test('gets ready by the default policy of the page, where there is one', async ({ site, page, heard }) => {
    await page.goto(site.page(under(`${ENFORCED}; trusted-types default`)));
    await page.evaluate(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (...args: unknown[]) => void };
      };
      trustedTypes.createPolicy('default', { createScriptURL: (url: string) => url });
    });
    await mount(page);
    await reaches(page, 'ready');
    expect([site.count(TOKEN), await runs(page)]).toEqual([1, 1]);
    expect(heard.uncaught).toEqual([]);
  });
});

test('uses the plain string in a browser without Trusted Types', async ({ site, page, heard }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'trustedTypes');
  });
  await page.goto(site.page());
  expect(await page.evaluate(() => 'trustedTypes' in window)).toBe(false);
  await mount(page);
  await reaches(page, 'ready');
  expect(await names(page)).toEqual([]);
  expect(heard).toEqual({ console: [], uncaught: [] });
});
