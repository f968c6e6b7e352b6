import { afterEach, expect, it } from 'vitest';
import { openDesk, type DeskOptions } from './support/desk.js';
import type { SeenRequest } from './support/plan.js';

document.cookie = 'tccc_session=1; path=/';
afterEach(() => {
  document.cookie = 'tccc_session=1; path=/';
});

async function requestWith(props: DeskOptions['props'] = {}): Promise<SeenRequest> {
  const desk = openDesk({ props });
  await desk.until('ready');
  return (await desk.backend.seen()).tokens[0]!;
}

it('posts without a body, with cookies, asks for JSON and for nothing from a cache', async () => {
  const { method, headers, body } = await requestWith();
  expect(method).toBe('POST');
  expect(body).toBe('');
  expect(headers['accept']).toBe('application/json');
  expect(headers['cookie']).toContain('tccc_session=1');
  expect(headers['cache-control']).toBe('no-cache');
});

it.each([
  ['an object', { 'x-csrf': 'c', 'X-Other': 'o' }],
  [
    'pairs',
    [
      ['x-csrf', 'c'],
      ['X-Other', 'o'],
    ],
  ],
  ['Headers', new Headers({ 'x-csrf': 'c', 'X-Other': 'o' })],
] as [string, HeadersInit][])(
  'merges headers given as %s over its own, header by header',
  async (_what, headers) => {
    const seen = await requestWith({ requestInit: { headers } });
    expect(seen.headers).toMatchObject({ accept: 'application/json', 'x-csrf': 'c', 'x-other': 'o' });
  },
);

it('lets a header of its own be replaced, whatever its case', async () => {
  const seen = await requestWith({ requestInit: { headers: { Accept: 'application/vnd.x+json' } } });
  expect(seen.headers['accept']).toBe('application/vnd.x+json');
});

it.each([
  ['an object', { headers: { 'x-csrf': 'c' } }],
  ['a function', () => ({ headers: { 'x-csrf': 'c' } })],
  ['an async function', async () => ({ headers: { 'x-csrf': 'c' } })],
])('takes requestInit as %s', async (_what, requestInit) => {
  const { method, headers } = await requestWith({ requestInit });
  expect(method).toBe('POST');
  expect(headers['x-csrf']).toBe('c');
});

it('sends a body and another method when asked to', async () => {
  const seen = await requestWith({
    requestInit: { method: 'PUT', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
  });
  expect(seen).toMatchObject({ method: 'PUT', body: '{"a":1}' });
  expect(seen.headers['content-type']).toBe('application/json');
});

it('sends no cookies with credentials: omit', async () => {
  const { headers } = await requestWith({ requestInit: { credentials: 'omit' } });
  expect(headers['cookie']).toBeUndefined();
});

it('leaves the other defaults when one is replaced', async () => {
  const { method, headers } = await requestWith({ requestInit: { cache: 'default' } });
  expect(method).toBe('POST');
  expect(headers['cache-control']).toBeUndefined();
  expect(headers['cookie']).toContain('tccc_session=1');
});

it('calls requestInit for each attempt, and the newest one', async () => {
  let calls = 0;
  const requestInit = (): RequestInit => ({ headers: { 'x-call': String((calls += 1)) } });
  const desk = openDesk({ plan: [{ status: 500 }, { status: 500 }, {}], props: { requestInit } });
  await desk.until('ready');
  const { tokens } = await desk.backend.seen();
  expect(tokens.map(({ headers }) => headers['x-call'])).toEqual(['1', '2', '3']);
});

it('asks with the props of the newest render', async () => {
  const desk = openDesk({ plan: [{ status: 404 }, {}], props: { requestInit: { headers: { 'x-n': '1' } } } });
  await desk.failure();
  desk.render({ requestInit: { headers: { 'x-n': '2' } } });
  await desk.state().retry();
  const { tokens } = await desk.backend.seen();
  expect(tokens.map(({ headers }) => headers['x-n'])).toEqual(['1', '2']);
});

it('fails with token-network when requestInit throws, with that as its cause', async () => {
  const own = new Error('mine');
  const desk = openDesk({
    props: {
      retry: false,
      requestInit: () => {
        throw own;
      },
    },
  });
  const error = await desk.failure();
  expect(error.code).toBe('token-network');
  expect(error.cause).toBe(own);
});

it('takes a URL object as tokenEndpoint', async () => {
  const plain = openDesk({ props: { autoConnect: false } });
  const { endpoint } = plain.backend;
  plain.root.unmount();
  const desk = openDesk({
    backend: plain.backend,
    props: { tokenEndpoint: new URL(endpoint, location.href) },
  });
  await desk.until('ready');
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});
