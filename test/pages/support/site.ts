import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueToken, type SimulatorOptions } from '../../../src/simulator/index.js';
import { pageScript, type ReactOf, simulatorScript } from './build.js';

/** A request that a test keeps waiting. */
export interface Held {
  /** Resolves when a request waits. */
  arrived: Promise<void>;
  /** Lets it and all later ones through. Resolves when the answer has gone out, or its reader has gone. */
  release: () => Promise<void>;
}

/** An answer that replaces a route's own. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What a page of a site is made of. */
export interface PageParts {
  /** Bundles of `fixtures/app.tsx`, each a copy of the library, in this order. */
  copies?: ReactOf[];
  headers?: Record<string, string>;
  /** Nonce of the page's own scripts. */
  nonce?: string;
  /** Inner HTML of `#root`. */
  html?: string;
}

/** A web site of one test: the page, its token endpoint and, from another origin, the SDK. */
export interface Site {
  readonly url: string;
  /** Another page of the site, without any script. */
  readonly elsewhere: string;
  /** Makes a page at `path`; returns its URL. */
  page: (parts?: PageParts, path?: string) => string;
  /** Options of the simulated SDK, in the URL of its script. */
  sim: SimulatorOptions;
  /** JavaScript that runs before the SDK, in its script. */
  preamble: string;
  /** Requests of `path` so far. */
  count: (path: string) => number;
  /** Holds requests of `path` until they are released. */
  hold: (path: string) => Held;
  /** Answers `path` so from now on; `undefined`: as usual again. */
  answer: (path: string, answer: Answer | undefined) => void;
  /** Whatever must not show in a text: every token and SDK URL given out, raw and encoded. */
  secrets: () => string[];
  close: () => Promise<void>;
}

export const TOKEN = '/api/token';
export const SDK = '/sdk.js';

const HTML = 'text/html; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

function document({ copies = [19], nonce, html = '' }: PageParts): string {
  const attribute = nonce ? ` nonce="${nonce}"` : '';
  const sources = [
    ...(copies.includes('page') ? ['/shared-react.js'] : []),
    ...copies.map((react, index) => `/app-${react}.js?copy=${index}`),
  ];
  const scripts = sources.map((src) => `<script${attribute} src="${src}"></script>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head><body><div id="root">${html}</div>${scripts}</body></html>`;
}

/** Starts a site on a free port. */
export async function startSite(): Promise<Site> {
  const sdk = await simulatorScript();
  const requests = new Map<string, number>();
  const pages = new Map<string, PageParts>();
  const held = new Map<string, { arrive: () => void; gate: Promise<void>; done: () => void }>();
  const answers = new Map<string, Answer>();
  const secrets: string[] = [];

  const script = async (path: string): Promise<string | undefined> => {
    if (path === SDK) return `${site.preamble}\n${sdk}`;
    if (path === '/shared-react.js') return pageScript('shared-react.ts', 19);
    const react = /^\/app-(18|19|page)\.js$/.exec(path)?.[1];
    return react && pageScript('app.tsx', react === 'page' ? 'page' : react === '18' ? 18 : 19);
  };
  const token = (): string => {
    const query = { sim: JSON.stringify(site.sim) };
    // Another host name, so that the SDK's script is of another origin, as the vendor's is.
    const issued = issueToken({ sdkUrl: `http://localhost:${port}${SDK}`, query });
    secrets.push(issued.token, issued.sdkUrl, encodeURIComponent(issued.sdkUrl));
    return JSON.stringify({ ...issued, sdkAppId: '1400000000', userId: 'agent@example.com' });
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const waiting = held.get(path);
    if (waiting) {
      response.on('close', waiting.done);
      waiting.arrive();
      await waiting.gate;
    }
    const send = (type: string, { status = 200, headers, body }: Answer): void => {
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(body);
    };
    const answer = answers.get(path);
    const page = pages.get(path);
    const code = await script(path);
    if (answer) send('text/plain', answer);
    else if (path === TOKEN) send('application/json', { body: token() });
    else if (code) send(JS, { body: code, headers: { 'access-control-allow-origin': '*' } });
    else if (page) send(HTML, { body: document(page), ...(page.headers && { headers: page.headers }) });
    else send(HTML, { body: document({ copies: [] }), status: path === '/elsewhere' ? 200 : 404 });
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const site: Site = {
    url,
    elsewhere: `${url}/elsewhere`,
    sim: { speed: 20, readyDelay: 200 },
    preamble: 'window.__sdkRuns = (window.__sdkRuns ?? 0) + 1;',
    page(parts = {}, path = '/') {
      pages.set(path, parts);
      return url + path;
    },
    count: (path) => requests.get(path) ?? 0,
    hold(path) {
      let arrive = (): void => undefined;
      let open = (): void => undefined;
      let done = (): void => undefined;
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      const gate = new Promise<void>((resolve) => (open = resolve));
      const gone = new Promise<void>((resolve) => (done = resolve));
      held.set(path, { arrive, gate, done });
      const release = (): Promise<void> => {
        held.delete(path);
        open();
        return gone;
      };
      return { arrived, release };
    },
    answer(path, answer) {
      if (answer) answers.set(path, answer);
      else answers.delete(path);
    },
    secrets: () => [...secrets],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
