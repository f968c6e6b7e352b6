// The Storybook as it is published: static files below a path on some host, and no network beyond that host.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../../browser.ts';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { root } from './dist-graph.ts';

const site = join(root, 'storybook-static');
/** At least one story of each kind of thing that the stories' backend does. */
const STORIES = [
  'connection--playground',
  'connection--workbench',
  'events--live-log',
  'inbound-call--answered',
  'outbound-call--answered',
  'agent-change--swap',
  'error-codes--token-http-503',
  'error-codes--token-unauthorized-login',
  'error-codes--script-load-failed',
  'error-codes--script-timeout',
];

let browser: Browser;
let proxy: Server;
let served: Awaited<ReturnType<typeof serveFolder>>;
/** Hosts that were asked for anything, in whatever way: by pages, frames, workers, or Chromium for itself. */
const proxied: string[] = [];
/** Hosts that pages and workers asked, as Playwright sees it. */
const asked = new Set<string>();
/** What Chromium does for itself, whatever page is open. */
const CHROMIUM =
  /^(https?:\/\/)?(accounts|android\.clients|clients\d?|content-autofill|optimizationguide-pa|safebrowsing|update|www)\.(google|googleapis)\.com[:/]/;

const status = (page: Page | FrameLocator) => page.getByTestId('status');
const isReady = (page: Page | FrameLocator) =>
  status(page).and(page.locator('[data-status=ready]')).waitFor({ timeout: 40_000 });

/** A fresh profile, so a first visit, and a look at what it asks for. */
async function visit(): Promise<BrowserContext> {
  const context = await browser.newContext();
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http')) asked.add(hostname);
  });
  return context;
}

/** Opens a story and waits for the end of its play function and its axe run. */
async function play(context: BrowserContext, id: string): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const timer = setInterval(() => {
      const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
      if (!channel) return;
      clearInterval(timer);
      channel.once('storyFinished', ({ status: outcome }: { status: string }) =>
        Reflect.set(globalThis, 'outcome', outcome),
      );
    }, 1);
  });
  await page.goto(`${served.url}iframe.html?id=${id}&viewMode=story`);
  const outcome = await page.waitForFunction(() => Reflect.get(globalThis, 'outcome') as string, undefined, {
    timeout: 60_000,
  });
  const text = await outcome.jsonValue();
  const shown = text === 'success' ? '' : await page.locator('body').innerText();
  await page.close();
  return `${text}${shown && `\n${shown}`}`;
}

beforeAll(async () => {
  if (!existsSync(join(site, 'index.json'))) {
    const built = spawnSync('npm', ['run', 'build-storybook'], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0)
      throw new Error(`There is no storybook-static, and no building it:\n${built.stderr}`);
  }
  served = await serveFolder(site, '/x/y/');
  // Loopback goes past it; everything else ends here.
  proxy = createServer((request, response) => {
    proxied.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    proxied.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const args = [...launchOptions.args, `--proxy-server=http://127.0.0.1:${port}`];
  browser = await chromium.launch({ ...launchOptions, args });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  proxy?.close();
});

describe('the static Storybook below a path', () => {
  it('plays its stories to their end, axe included, two pages at a time', { timeout: 180_000 }, async () => {
    // Both pages share one service worker, and each gets its own answers.
    const context = await visit();
    const outcomes: Record<string, string> = {};
    const queue = [...STORIES];
    const lane = async (): Promise<void> => {
      for (let id = queue.shift(); id; id = queue.shift()) outcomes[id] = await play(context, id);
    };
    await Promise.all([lane(), lane()]);
    expect(outcomes).toEqual(Object.fromEntries(STORIES.map((id) => [id, 'success'])));
    await context.close();
  });

  it(
    'shows a story in the whole Storybook, and in a frame of a docs page',
    { timeout: 150_000 },
    async () => {
      const context = await visit();
      const page = await context.newPage();
      await page.goto(`${served.url}?path=/story/connection--workbench`);
      await isReady(page.frameLocator('#storybook-preview-iframe'));
      await page.goto(`${served.url}iframe.html?id=connection--docs&viewMode=docs`);
      await isReady(page.frameLocator('iframe[title=Playground]'));
      await page.goto(`${served.url}?path=/docs/error-codes--docs`);
      const docs = page.frameLocator('#storybook-preview-iframe');
      await docs.getByRole('link', { name: 'token-http-404' }).click();
      await isReady(docs);
      expect(page.url()).toBe(`${served.url}?path=/story/error-codes--token-http-404`);
      await context.close();
    },
  );

  it('has a story for every error code', () => {
    const table = readFileSync(join(root, 'src/sdk/error-details.ts'), 'utf8');
    const codes = [...table.matchAll(/^ {2}'?([a-z][a-z-]+)'?: (?:object|\{|CallDetails)/gm)].map(
      ([, code]) => code!,
    );
    expect(codes).toHaveLength(22);
    const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8')) as { entries: object };
    const stories = Object.keys(index.entries).filter((id) => id.startsWith('error-codes--'));
    const missing = codes.filter((code) => !stories.some((id) => id.startsWith(`error-codes--${code}`)));
    expect(missing).toEqual([]);
  });

  it('says so, and does not hang, where the service worker cannot start', { timeout: 60_000 }, async () => {
    const bare = await serveFolder(site, '/', ['demo-worker.js']);
    const context = await visit();
    const page = await context.newPage();
    await page.goto(`${bare.url}iframe.html?id=connection--workbench&viewMode=story&globals=locale:en-US`);
    await expect(page.getByRole('alert').innerText({ timeout: 20_000 })).resolves.toMatch(
      /The demo backend did not start[^]+Service Worker/,
    );
    await context.close();
    await bare.close();
  });

  it('asked no other host for anything', () => {
    expect([...asked]).toEqual(['127.0.0.1']);
    expect(proxied.filter((host) => !CHROMIUM.test(host))).toEqual([]);
  });
});
