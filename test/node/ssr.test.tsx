import { StrictMode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isTCCCError, TCCCProvider, type TCCCProviderProps, useTCCC, useTCCCEvent } from '../../src/index.js';
import { serverModule } from '../pages/support/build.js';
import type * as Server from '../pages/fixtures/server.js';

const RECORD = Symbol.for('tccc-react/1');
const BROWSER = ['window', 'document', 'location', 'self', 'sessionStorage'] as const;

/** What is thrown by `run`, as the code of the library's errors. */
function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return isTCCCError(error) ? error.code : error;
  }
  return 'nothing thrown';
}

describe.each([18, 19] as const)('rendered on a server with React %i', (react) => {
  let server: typeof Server;

  beforeAll(async () => {
    server = await serverModule<typeof Server>('server.tsx', react);
  });

  it.each([false, true])('is idle, with the gate on its loading side (StrictMode: %s)', (strict) => {
    const { html, log } = server.renderApp({}, strict);
    expect(html).toContain('<output class="status">idle</output>');
    expect(html).toContain('<output class="inside">idle</output>');
    expect(html).toContain('<output class="outside">no provider</output>');
    expect(html).toContain('<output class="gate">loading</output>');
    expect(new Set(log)).toEqual(new Set(['render:idle']));
  });

  it('adds the link for preconnect where it is asked for, and never a script', () => {
    const link = '<link rel="preconnect" href="https://tccc.qcloud.com" crossorigin="anonymous"/>';
    const { html } = server.renderApp();
    expect(server.renderApp({ preconnect: true, nonce: 'n0nce' }).html).toBe(link + html);
    expect(html).not.toMatch(/<(script|link)/);
  });

  it('is the same for a signed-in agent, nobody, and a provider that does not connect', () => {
    const { html } = server.renderApp();
    expect(server.renderApp({ agentKey: 'anna' }).html).toBe(html);
    expect(server.renderApp({ agentKey: null }).html).toBe(html);
    expect(server.renderApp({ autoConnect: false }).html).toBe(html);
  });

  it('makes no shared record: one server renders for many users', () => {
    server.renderApp({ agentKey: 'anna' });
    server.renderApp({ agentKey: 'bob' });
    expect(RECORD in globalThis).toBe(false);
  });
});

describe('the sources on a server', () => {
  afterEach(() => {
    BROWSER.forEach((name) => Reflect.deleteProperty(globalThis, name));
  });

  function Phone(): string {
    useTCCCEvent('callIn', () => undefined);
    return useTCCC().status;
  }

  /** Puts an empty stand-in for each global of a browser; returns who looked at it. */
  function watchGlobals(): string[] {
    const readers: string[] = [];
    BROWSER.forEach((name) => {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get: () => void readers.push(`${name} ${new Error().stack ?? ''}`),
      });
    });
    return readers;
  }
  const ours = (reader: string): boolean => /\/src\/(index|sdk|connection|hooks)\b/.test(reader);

  it('read no global of a browser when they are imported, and add none', async () => {
    vi.resetModules();
    const names = Reflect.ownKeys(globalThis);
    const readers = watchGlobals();
    const fresh = (await import('../../src/index.js')) as { TCCCProvider: unknown };
    BROWSER.forEach((name) => Reflect.deleteProperty(globalThis, name));
    expect(fresh.TCCCProvider).not.toBe(TCCCProvider);
    expect(readers.filter(ours)).toEqual([]);
    expect(Reflect.ownKeys(globalThis)).toEqual(names);
  });

  it('use nothing of a browser while they render, but ask whether there is one', () => {
    const readers = watchGlobals();
    const html = renderToStaticMarkup(
      <StrictMode>
        <TCCCProvider tokenEndpoint="/api/token" agentKey="anna" preconnect>
          <Phone />
        </TCCCProvider>
      </StrictMode>,
    );
    expect(html).toContain('idle');
    expect(readers.filter((reader) => ours(reader) && !reader.startsWith('window '))).toEqual([]);
    expect(RECORD in globalThis).toBe(false);
  });

  it('take a relative endpoint, an absolute one and a URL without a page to resolve them against', () => {
    const endpoints = [
      '/api/token',
      'token',
      'https://app.example/token',
      new URL('https://app.example/token'),
    ];
    for (const tokenEndpoint of endpoints) {
      const tree = (
        <TCCCProvider tokenEndpoint={tokenEndpoint}>
          <Phone />
        </TCCCProvider>
      );
      expect(renderToStaticMarkup(tree)).toBe('idle');
    }
  });

  it('do not call fetchToken, nor the callbacks', () => {
    const never = (): never => {
      throw new Error('called on the server');
    };
    const tree = (
      <TCCCProvider fetchToken={never} onReady={never} onError={never} onStatusChange={never}>
        <Phone />
      </TCCCProvider>
    );
    expect(renderToStaticMarkup(tree)).toBe('idle');
  });

  it('throw config-invalid and provider-missing while they render, as in a browser', () => {
    const neither = {} as unknown as TCCCProviderProps;
    expect(codeOf(() => renderToStaticMarkup(<TCCCProvider {...neither} />))).toBe('config-invalid');
    expect(codeOf(() => renderToStaticMarkup(<Phone />))).toBe('provider-missing');
  });
});
