import { describe, expect } from 'vitest';
import type { PageParts, Site } from './support/site.js';
import { SDK, TOKEN } from './support/site.js';
import { mount, reaches, runs, test } from './support/test.js';
import type { Page } from 'playwright';

/** A page whose own scripts have the nonce, under `policy`. */
const under = (policy: string): PageParts => ({
  nonce: 'n0nce',
  headers: { 'content-security-policy': policy },
});

/** Everything that scripts of the page said, and that the library handed to the application. */
async function everythingSaid(page: Page): Promise<string> {
  return page.evaluate(() => [...window.__said!, ...window.apps!.flatMap((app) => app.texts())].join('\n'));
}

function expectNoSecret(said: string, site: Site): void {
  const secrets = site.secrets();
  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
}

describe('a Content-Security-Policy that lets the script through', () => {
  const policies: [name: string, policy: string, nonce: string | undefined][] = [
    ["a nonce with 'strict-dynamic'", "script-src 'nonce-n0nce' 'strict-dynamic'", 'n0nce'],
    ['a nonce alone', "script-src 'nonce-n0nce'", 'n0nce'],
    ['a listed host', "script-src 'nonce-n0nce' http://localhost:*", undefined],
  ];

  test.for(policies)('gets ready under %s', async ([, policy, nonce], { site, page, heard }) => {
    await page.goto(site.page(under(policy)));
    await mount(page, { props: { nonce } });
    await reaches(page, 'ready');
    expect([site.count(TOKEN), site.count(SDK), await runs(page)]).toEqual([1, 1, 1]);
    expect(heard).toEqual({ console: [], uncaught: [] });
  });
});

describe('a Content-Security-Policy that blocks the script', () => {
  test.for([
    ['no nonce', "script-src 'nonce-n0nce'", undefined, 'script-src-elem'],
    ['another host', "script-src 'self'; script-src-elem 'self'", undefined, 'script-src-elem'],
    ['default-src alone', "default-src 'self'; style-src 'unsafe-inline'", undefined, 'script-src-elem'],
  ] as const)(
    'fails as script-load-failed and names the directive: %s',
    async ([, policy, nonce, directive], { site, page, heard }) => {
      await page.goto(site.page(under(policy)));
      await mount(page, { props: { nonce, retry: false } });
      await reaches(page, 'error');
      const error = await page.evaluate(() => JSON.stringify(window.apps![0]!.errors[0]));
      expect(JSON.parse(error)).toMatchObject({
        code: 'script-load-failed',
        retryable: true,
        details: { host: 'localhost', directive },
      });
      expect(site.count(SDK)).toBe(0);
      expect(heard.uncaught).toEqual([]);
    },
  );

  test('says neither token nor URL, in no log, error, stack or JSON', async ({ site, page, heard }) => {
    await page.goto(site.page(under("script-src 'nonce-n0nce'")));
    await mount(page, { props: { retry: { attempts: 2, baseDelay: 1 } } });
    await reaches(page, 'error');
    expect(await page.evaluate(() => window.apps![0]!.retry())).toBe('script-load-failed');
    const said = await everythingSaid(page);
    expect(said).toContain('script-load-failed');
    expect(site.count(TOKEN)).toBe(4);
    expectNoSecret(said, site);
    expect(heard.uncaught).toEqual([]);
  });

  test('leaves no tag of a blocked attempt behind', async ({ site, page }) => {
    await page.goto(site.page(under("script-src 'nonce-n0nce'")));
    await mount(page, { props: { retry: { attempts: 3, baseDelay: 1 } } });
    await reaches(page, 'error');
    expect(await page.evaluate(() => document.querySelectorAll('script').length)).toBe(1);
  });

  test('blames no directive of a policy that only reports', async ({ site, page }) => {
    const policy = "script-src 'nonce-n0nce'";
    await page.goto(
      site.page({ nonce: 'n0nce', headers: { 'content-security-policy-report-only': policy } }),
    );
    site.answer(SDK, { status: 404 });
    await mount(page, { props: { retry: false } });
    await reaches(page, 'error');
    expect(site.count(SDK)).toBe(1);
    const details = await page.evaluate(() => (window.apps![0]!.errors[0] as { details: unknown }).details);
    expect(details).toEqual({ host: 'localhost' });
  });

  test('blames no directive for a failure without one, after some other script was blocked', async ({
    site,
    page,
  }) => {
    await page.goto(site.page(under("script-src 'nonce-n0nce' http://localhost:*")));
    site.answer(SDK, { status: 404 });
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          document.addEventListener('securitypolicyviolation', () => resolve(), { once: true });
          const own = document.createElement('script');
          own.src = 'http://blocked.invalid/own.js';
          document.body.append(own);
        }),
    );
    await mount(page, { props: { retry: false } });
    await reaches(page, 'error');
    const details = await page.evaluate(() => (window.apps![0]!.errors[0] as { details: unknown }).details);
    expect(details).toEqual({ host: 'localhost' });
  });
});
