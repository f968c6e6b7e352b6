import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  installSimulator,
  issueToken,
  SIMULATOR_SDK_URL,
  type SimulatorWindow,
} from '../../../src/simulator/index.js';
import { buildInto } from './build.js';

// The package has no types of its own.
const { JSDOM, requestInterceptor, VirtualConsole } = createRequire(import.meta.url)('jsdom');

const SERVED = 'https://desk.example.com/simulator/sdk.js';
let script = '';

beforeAll(async () => {
  script = readFileSync(`${await buildInto('sdk', 'sdk-script-test')}/sdk.js`, 'utf8');
});

/** A jsdom window, untyped. */
type Page = ReturnType<typeof openPage>;

/** A page that runs scripts; only the simulator's address answers. */
function openPage(html = '<!doctype html><body></body>') {
  const answer = (request: { url: string }) =>
    request.url.startsWith(SERVED)
      ? new Response(script, { headers: { 'content-type': 'text/javascript' } })
      : new Response('', { status: 404 });
  const resources = { interceptors: [requestInterceptor(answer)] };
  // A console of its own: what it cannot load is not news.
  const virtualConsole = new VirtualConsole();
  const url = 'https://desk.example.com/';
  return new JSDOM(html, { url, runScripts: 'dangerously', resources, virtualConsole }).window;
}

/** Appends a tag and waits for its load or error. */
function load(window: Page, src: string, dataset: Record<string, string> = {}): Promise<string> {
  const tag = window.document.createElement('script');
  Object.assign(tag.dataset, dataset);
  tag.src = src;
  return new Promise((resolve) => {
    tag.onload = () => resolve(`load, tccc is ${typeof window.tccc}`);
    tag.onerror = () => resolve('error');
    window.document.body.append(tag);
  });
}

const sdkUrl = (query: Record<string, string> = {}) =>
  issueToken({ sdkUrl: SERVED, query: { readyDelay: '1', ...query } }).sdkUrl;
const heard = (window: Page, name: string) =>
  new Promise((resolve) => {
    window.tccc.on(name, resolve);
  });

describe('the classic script', () => {
  it('sets the global by the time it has loaded, appends its element, and is ready later', async () => {
    const window = openPage();
    expect(await load(window, sdkUrl())).toBe('load, tccc is object');
    expect(window.document.querySelectorAll('body > t3c-sdk#tcccSdkDomRoot')).toHaveLength(1);
    expect(window.__tcccSimulator.phase).toBe('loading');
    await heard(window, 'ready');
    expect(window.__tcccSimulator.agent).toMatchObject({
      userId: 'agent@example.com',
      sdkAppId: '1400000000',
    });
  });

  it('adds no other global than its control object', async () => {
    const window = openPage();
    const before = new Set(Object.getOwnPropertyNames(window));
    await load(window, sdkUrl());
    const added = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
    expect(added.sort()).toEqual(['__tcccSimulator', 'tccc']);
  });

  it('reads credentials from the dataset', async () => {
    const window = openPage();
    const { token } = issueToken();
    await load(window, `${SERVED}?readyDelay=1`, { token, sdkAppId: '7', userid: 'b@example.com' });
    await heard(window, 'ready');
    expect(window.__tcccSimulator.agent).toMatchObject({ userId: 'b@example.com', sdkAppId: '7' });
  });

  it('takes options from the window, over them those of sim, and over them plain parameters', async () => {
    const window = openPage();
    window.__tcccSimulatorOptions = { speed: 2, seed: 2, wrapUp: 7 };
    await load(window, sdkUrl({ sim: '{"speed":3,"seed":3,"readings":{"reply":"flat"}}', seed: '4' }));
    expect(window.__tcccSimulator.options).toMatchObject({
      wrapUp: 7,
      speed: 3,
      seed: 4,
      readings: { reply: 'flat' },
    });
  });

  it('can leave no global, or the other one', async () => {
    const window = openPage();
    expect(await load(window, sdkUrl({ globalName: 'none' }))).toBe('load, tccc is undefined');
    await load(window, sdkUrl({ globalName: 'TCCC' }));
    expect([typeof window.tccc, typeof window.TCCC]).toEqual(['undefined', 'object']);
  });

  it('refuses a used token, and keeps the control object when it runs again', async () => {
    const window = openPage();
    const url = sdkUrl();
    await load(window, url);
    await heard(window, 'ready');
    const control = window.__tcccSimulator;
    delete window.tccc;
    await load(window, url);
    expect(await heard(window, 'tokenExpired')).toEqual({ message: 'token has been used' });
    expect(window.__tcccSimulator).toBe(control);
    await load(window, sdkUrl());
    await heard(window, 'ready');
    expect(control.loads).toBe(3);
  });

  it('works from the head of a page that has no body yet', async () => {
    const html = `<!doctype html><html><head><script src="${sdkUrl().replace(/&/g, '&amp;')}"></script></head><body><p></p></body></html>`;
    const window = openPage(html);
    await new Promise((resolve) => {
      window.addEventListener('load', resolve);
    });
    expect(window.document.querySelectorAll('body > t3c-sdk')).toHaveLength(1);
  });
});

describe('installSimulator in a page that does load scripts', () => {
  it("keeps the browser's own failure from the tag, and leaves that of others", async () => {
    const window = openPage();
    installSimulator(window as SimulatorWindow, { loadDelay: 200 });
    expect(await load(window, 'https://other.example.com/a.js')).toBe('error');
    expect(await load(window, `${SIMULATOR_SDK_URL}?token=x`)).toBe('load, tccc is object');
  });
});
