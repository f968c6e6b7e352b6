import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

import { ErrorDemo } from './demo/errors/ErrorDemo.js';
import { type ScenarioId, scenarioOf } from './demo/errors/scenarios.js';
import { useMessages } from './demo/messages/index.js';
import { type Context, eventually, press, ready, status, words } from './demo/testing.js';
import { Stage } from './demo/ui.js';

const meta = {
  title: 'Error codes',
  component: ErrorDemo,
  // Its page is ErrorCodes.mdx: twenty connections at once would help nobody.
  tags: ['!autodocs'],
  render: ({ id }) => <Page id={id as ScenarioId} />,
} satisfies Meta<typeof ErrorDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ id }: { id: ScenarioId }) {
  const { errors } = useMessages();
  return (
    <Stage title={scenarioOf(id).code} intro={errors.intro}>
      <ErrorDemo id={id} title={id} />
    </Stage>
  );
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
/** How the app was told, and of what: newest first. */
const reports = () => all('[data-testid=report]').map(({ dataset: { via, code } }) => [via, code]);
const tags = () => all('script[src*="simulator/sdk.js"]');
const attempt = ({ canvas }: Context) => Number(canvas.getByTestId('status').dataset['attempt']);

/** The button is dead until there is a connection to harm. */
async function provoke(context: Context): Promise<void> {
  const { errors } = words(context);
  await eventually(() => expect(context.canvas.getByRole('button', { name: errors.provoke })).toBeEnabled());
  await press(context, errors.provoke);
}

/** Failed for good in this attempt; the app was told once; nothing is left in the page but what may be. */
async function fails(context: Context, id: ScenarioId, attempts: number, left = 0): Promise<void> {
  const { code } = scenarioOf(id);
  await status(context.canvas, 'error');
  await expect(attempt(context)).toBe(attempts);
  await expect(all('.demo-connection .demo-tag').map((tag) => tag.textContent)).toEqual([code]);
  await eventually(() => expect(reports()).toEqual([['onError', code]]));
  await expect(tags()).toHaveLength(left);
}

/** The fault is mended by now. */
async function retries(context: Context): Promise<void> {
  await press(context, words(context).connection.retry);
  await status(context.canvas, 'ready');
  await expect(tags()).toHaveLength(1);
}

const story = (id: ScenarioId, play: (context: Context) => Promise<void>): Story => ({
  name: id,
  args: { id, title: id },
  play,
});

/** Tried again by itself, with a countdown; failed for good in the second attempt; well by hand. */
const retried = (id: ScenarioId): Story =>
  story(id, async (context) => {
    const { canvas } = context;
    await eventually(() => expect(canvas.getByTestId('countdown').textContent).toMatch(/\d\.\d/));
    await expect(all('.demo-notice .demo-tag')[0]).toHaveTextContent(scenarioOf(id).code);
    await expect(reports()).toEqual([]);
    await fails(context, id, 2);
    await retries(context);
  });

/** Failed for good at once. */
const final = (id: ScenarioId, detail: RegExp): Story =>
  story(id, async (context) => {
    await fails(context, id, 1);
    await expect(all('.demo-connection .demo-details')[0]).toHaveTextContent(detail);
    await retries(context);
  });

export const TokenNetwork: Story = retried('token-network');
export const TokenTimeout: Story = retried('token-timeout');
export const TokenHttp404: Story = final('token-http-404', /status: 404/);

export const TokenHttp503: Story = story('token-http-503', async (context) => {
  const { canvas } = context;
  await eventually(() => expect(canvas.getByTestId('countdown').textContent).toMatch(/[12]\.\d/));
  await expect(all('.demo-notice .demo-tag')[0]).toHaveTextContent('token-http');
  await expect(all('.demo-notice .demo-details')[0]).toHaveTextContent('retryAfter: 2');
  await status(canvas, 'ready');
  // Neither an attempt nor the app's attention was used up.
  await expect(attempt(context)).toBe(1);
  await expect(reports()).toEqual([]);
});

export const TokenUnauthorized401: Story = final('token-unauthorized-401', /status: 401/);
export const TokenUnauthorizedLogin: Story = final('token-unauthorized-login', /status: 200/);
export const TokenMalformed: Story = final('token-malformed', /not-json/);

export const SdkUrlBlocked: Story = story('sdk-url-blocked', async (context) => {
  await fails(context, 'sdk-url-blocked', 1);
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).hostname);
  await expect(asked).not.toContain('cdn.example.net');
  const told = all('.demo-connection .demo-error')[0]!.textContent;
  await expect(told).toContain("allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, 'cdn.example.net']}");
  await expect(told).not.toMatch(/token=|sdk\.js/);
  await retries(context);
});

export const ScriptLoadFailed: Story = retried('script-load-failed');
export const ScriptTimeout: Story = retried('script-timeout');
export const SdkMissing: Story = retried('sdk-missing');
export const TokenExpired: Story = retried('token-expired');

export const LoginTimeout: Story = story('login-timeout', async (context) => {
  await fails(context, 'login-timeout', 1, 1);
  const [tag] = tags();
  // Without a hand's turn: the same script gets ready late, and is adopted.
  await status(context.canvas, 'ready');
  await expect(tags()).toEqual([tag]);
  await expect((await ready()).loads).toBe(1);
});

/** Thrown while rendering, to the nearest error boundary; a connection beside it is untouched. */
const thrown = (id: ScenarioId, words: RegExp): Story =>
  story(id, async (context) => {
    const { canvas } = context;
    await status(canvas, 'ready');
    await provoke(context);
    await expect(await canvas.findByTestId('boundary')).toHaveTextContent(words);
    await expect(reports()).toEqual([['boundary', scenarioOf(id).code]]);
    await status(canvas, 'ready');
    await expect(tags()).toHaveLength(1);
    await expect((await ready()).loads).toBe(1);
  });

export const ConfigInvalid: Story = thrown('config-invalid', /tokenEndpoint=.*fetchToken=/);
export const ProviderMissing: Story = thrown(
  'provider-missing',
  /useTCCC must be used inside <TCCCProvider>/,
);
export const ProviderConflict: Story = thrown('provider-conflict', /a page has one connection/);

export const HandlerFailed: Story = story('handler-failed', async (context) => {
  const { canvas } = context;
  await provoke(context);
  await eventually(() => expect(reports()).toEqual([['onError', 'handler-failed']]));
  await expect(canvas.getByTestId('heard')).toHaveTextContent('1');
  await status(canvas, 'ready');
});

export const Aborted: Story = story('aborted', async (context) => {
  await provoke(context);
  await eventually(() => expect(reports()).toEqual([['promise', 'aborted']]));
  await status(context.canvas, 'idle');
  await expect(tags()).toHaveLength(0);
});

export const SdkCallFailed: Story = story('sdk-call-failed', async (context) => {
  await provoke(context);
  await eventually(() => expect(reports()).toEqual([['promise', 'sdk-call-failed']]));
  await expect(all('[data-testid=report] .demo-details')[0]).toHaveTextContent(/errorMsg: ".+"/);
  await status(context.canvas, 'ready');
});

/** What a hook's action rejects with; the connection is what it was, or is told. */
const rejected = (id: ScenarioId, detail: RegExp, then: 'ready' | 'idle' = 'ready'): Story =>
  story(id, async (context) => {
    await provoke(context);
    await eventually(() => expect(reports()).toEqual([['promise', scenarioOf(id).code]]));
    await expect(all('[data-testid=report] .demo-details')[0]).toHaveTextContent(detail);
    await status(context.canvas, then);
  });

export const SdkCallTimeout: Story = rejected('sdk-call-timeout', /timeout: 800/);
export const NotReady: Story = rejected('not-ready', /action: "setStatus"/, 'idle');
export const ActionUnavailable: Story = rejected('action-unavailable', /reason: "session"/);

export const SessionLive: Story = story('session-live', async (context) => {
  await provoke(context);
  await eventually(() => expect(reports()).toEqual([['promise', 'session-live']]));
  const { sessions, calls } = await ready();
  await expect(sessions.map(({ state }) => state)).toEqual(['connected']);
  await expect(calls.map(({ method }) => method)).not.toContain('Agent.offline');
  await status(context.canvas, 'ready');
});

export const MalformedEvent: Story = story('malformed-event', async (context) => {
  await provoke(context);
  await eventually(() => expect(reports()).toEqual([['useTCCCErrors', 'malformed-event']]));
  await status(context.canvas, 'ready');
});
