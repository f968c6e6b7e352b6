// Photographs every story and docs page of the built Storybook in both languages, both colour schemes and two
// widths, and lays the pictures out on contact sheets: `npm run build-storybook && npm run story-shots --
// [folder] [part of a story id …]`. For looking at, not for comparing.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { serveFolder } from './serve-folder.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [folder = join(root, 'temp/shots'), ...wanted] = process.argv.slice(2);
const NARROW = 400;
const LOOKS = [1280, NARROW].flatMap((width) =>
  ['zh-CN', 'en-US'].flatMap((locale) => ['light', 'dark'].map((theme) => ({ width, locale, theme }))),
);

const site = join(root, 'storybook-static');
const index = JSON.parse(await readFile(join(site, 'index.json'), 'utf8'));
/** @type {{ id: string, type: 'story' | 'docs' }[]} */
const entries = Object.values(index.entries);
const chosen = entries.filter(({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)));

const server = await serveFolder(site, '/x/y/');
const executablePath = findChromium() ?? chromium.executablePath();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
await mkdir(folder, { recursive: true });

/**
 * Waits until every frame of a docs page has started anew in this look and is connected. Frames load when they
 * come near the viewport, so that is made as high as the page.
 *
 * @param {import('playwright').Page} page
 * @param {{ width: number, locale: string, theme: string }} look
 */
async function frames(page, { width, locale, theme }) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await page.waitForFunction(
    (globals) =>
      [...document.querySelectorAll('iframe')].every(
        ({ src, contentWindow }) =>
          new URL(src).searchParams.get('globals') === globals &&
          contentWindow &&
          Reflect.get(contentWindow, '__tcccSimulator')?.phase === 'ready',
      ),
    `locale:${locale};theme:${theme}`,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(300);
}

/**
 * The pictures of a story as its play function leaves it, or of a docs page, in every look.
 *
 * @param {import('playwright').Page} page
 * @param {{ id: string, type: 'story' | 'docs' }} entry
 */
async function photograph(page, { id, type }) {
  await page.goto(`${server.url}iframe.html?id=${id}&viewMode=${type}`);
  if (type === 'docs') await page.waitForSelector('#storybook-docs h1');
  else {
    await page.waitForFunction(
      () => /finished|errored/.test(Reflect.get(globalThis, '__STORYBOOK_PREVIEW__')?.currentRender?.phase),
      undefined,
      { timeout: 60_000 },
    );
  }
  for (const { width, locale, theme } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(
      (globals) => {
        Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__').emit('updateGlobals', { globals });
      },
      { locale, theme },
    );
    await page.waitForTimeout(300);
    if (type === 'docs') await frames(page, { width, locale, theme });
    const path = join(folder, `${width}-${locale}-${theme}--${id}.png`);
    await page.screenshot({ path, fullPage: true });
  }
}

const queue = [...chosen];
const context = await browser.newContext();
const photographer = async () => {
  const page = await context.newPage();
  for (let entry = queue.shift(); entry; entry = queue.shift()) await photograph(page, entry);
};
await Promise.all([photographer(), photographer()]);

/** What fits on a sheet that can still be looked at: three columns, or seven narrow ones. */
const sheets = (/** @type {number} */ size) =>
  Array.from({ length: Math.ceil(chosen.length / size) }, (_, n) => chosen.slice(n * size, (n + 1) * size));

for (const { width, locale, theme } of LOOKS) {
  const look = `${width}-${locale}-${theme}`;
  const column = width === NARROW ? 240 : 620;
  for (const [number, part] of sheets(width === NARROW ? 14 : 9).entries()) {
    const figures = part.map(({ id }) => {
      const { href } = pathToFileURL(join(folder, `${look}--${id}.png`));
      return `<figure><img src="${href}" width="${column}"><figcaption>${id}</figcaption></figure>`;
    });
    const style = `body{margin:12px;columns:${column}px auto;font:12px sans-serif;background:#999}figure{margin:0 0 12px;break-inside:avoid}img{display:block}`;
    const sheet = join(folder, `sheet-${look}-${number + 1}`);
    await writeFile(`${sheet}.html`, `<!doctype html><style>${style}</style>${figures.join('')}`);
    const page = await browser.newPage({ viewport: { width: 1940, height: 1000 } });
    await page.goto(pathToFileURL(`${sheet}.html`).href);
    await page.screenshot({ path: `${sheet}.png`, fullPage: true });
    await page.close();
  }
}
await browser.close();
await server.close();
process.stdout.write(`${chosen.length * LOOKS.length} pictures in ${folder}\n`);
