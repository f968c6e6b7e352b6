import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';
import { simulator } from './support/mount.js';

const tag = (): HTMLScriptElement => document.querySelector<HTMLScriptElement>('script[src*="tccc-sdk.js"]')!;
const dataset = (): Record<string, unknown> => Object.fromEntries(Object.entries(tag().dataset));
const shown = 'true';

it.each([
  ['ours', (token: string) => ({ token, sdkAppId: '1400000000', userid: 'agent@example.com' })],
  ['cloud', (token: string) => ({ token })],
  ['url-only', () => ({})],
] as const)(
  'puts what a response of the shape "%s" gives on the dataset, and nothing else',
  async (shape, expected) => {
    const desk = openDesk({ plan: [{ shape }] });
    await desk.until('ready');
    const { secrets } = await desk.backend.seen();
    const { token, sdkUrl } = secrets[0]!;
    expect(dataset()).toEqual({ ...expected(token), showWorkBenchAtFirstLogin: shown });
    expect(tag().getAttribute('src')).toBe(sdkUrl);
  },
);

it('spells the attributes as the vendor documents', async () => {
  await openDesk().until('ready');
  expect(tag().getAttributeNames()).toEqual(
    expect.arrayContaining([
      'data-token',
      'data-sdk-app-id',
      'data-userid',
      'data-show-work-bench-at-first-login',
    ]),
  );
});

it('has crossorigin="anonymous", no nonce, and lies in the body', async () => {
  await openDesk().until('ready');
  expect(tag().getAttribute('crossorigin')).toBe('anonymous');
  expect(tag().hasAttribute('nonce')).toBe(false);
  expect(tag().parentNode).toBe(document.body);
});

it('carries the nonce by attribute', async () => {
  await openDesk({ props: { nonce: 'n-123' } }).until('ready');
  expect(tag().getAttribute('nonce')).toBe('n-123');
});

it.each([true, false])('passes on showWorkBenchAtFirstLogin={%s}', async (showWorkBenchAtFirstLogin) => {
  await openDesk({ props: { showWorkBenchAtFirstLogin } }).until('ready');
  expect(tag().dataset['showWorkBenchAtFirstLogin']).toBe(String(showWorkBenchAtFirstLogin));
  expect(simulator().ui.workbench).toBe(showWorkBenchAtFirstLogin);
});

it('reads what parseToken makes of another response', async () => {
  const desk = openDesk({
    plan: [{ body: '{"result":{"link":"%URL%","id":7}}' }],
    props: {
      parseToken(body) {
        const { result } = body as { result: { link: string; id: number } };
        return { sdkUrl: result.link, sdkAppId: result.id, userId: 'mapped', token: 'mapped-token' };
      },
    },
  });
  await desk.until('ready');
  expect(dataset()).toEqual({
    token: 'mapped-token',
    sdkAppId: '7',
    userid: 'mapped',
    showWorkBenchAtFirstLogin: shown,
  });
});

it.each([
  ['its own spelling', (sdkUrl: string, token: string) => ({ sdkUrl, token })],
  ["the cloud API's spelling", (SdkURL: string, Token: string) => ({ SdkURL, Token, ExpiredTime: 1 })],
  ['a URL only', (sdkUrl: string) => ({ sdkUrl })],
])('takes %s from fetchToken', async (_what, shape) => {
  const first = openDesk();
  await first.until('ready');
  const { secrets } = await first.backend.seen();
  await first.state().disconnect();
  first.root.unmount();
  const { sdkUrl, token } = secrets[0]!;
  const asked: object[] = [];
  const desk = openDesk({
    props: {
      fetchToken: async (context: object) => {
        asked.push(context);
        return shape(sdkUrl, token);
      },
    },
  });
  await desk.until('ready');
  expect(asked).toEqual([{ attempt: 1, signal: expect.any(AbortSignal) as AbortSignal }]);
});

it('asks the browser to connect early with preconnect, and only then', async () => {
  const links = (): HTMLLinkElement[] => [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel="preconnect"]'),
  ];
  const desk = openDesk({ props: { autoConnect: false } });
  expect(links()).toEqual([]);
  desk.render({ preconnect: true });
  desk.render({ preconnect: true });
  expect(links().map(({ href, crossOrigin }) => [href, crossOrigin])).toEqual([
    ['https://tccc.qcloud.com/', 'anonymous'],
  ]);
});
