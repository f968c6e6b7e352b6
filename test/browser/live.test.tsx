import { afterEach, expect, it } from 'vitest';
import { type TCCCSession, useSession, useSessions } from '../../src/index.js';
import { backend } from './support/backend.js';
import { openDesk } from './support/desk.js';
import { eventually, macrotask, simulator } from './support/mount.js';
import { remains } from './support/watch.js';

const globals = window as { tccc?: unknown };
const methods = (): string[] => simulator().calls.map(({ method }) => method);

// A connection with a call under way would not end with its test.
afterEach(() => {
  if (window.__tcccSimulator?.agent.status === 'busy') simulator().forceOffline();
});

/** A call, rung and answered. */
function talk(): string {
  const sessionId = simulator().ring();
  simulator().agentUi.answer(sessionId);
  return sessionId;
}

it('disconnect() leaves the SDK, its tag and the call alone, and by force ends them', async () => {
  const desk = openDesk({ plan: [{ sim: { ringTimeout: 0 } }] });
  const { sdk, disconnect } = await desk.until('ready');
  const sessionId = talk();
  // Not awaited: the page is watched for unhandled rejections.
  void disconnect();
  await expect(disconnect()).rejects.toMatchObject({ code: 'session-live' });
  await macrotask();
  expect(globals.tccc).toBe(sdk);
  expect(document.querySelectorAll('script[src*="tccc-sdk.js"], t3c-sdk')).toHaveLength(2);
  expect(methods()).not.toContain('Agent.offline');
  expect(simulator().sessions).toMatchObject([{ sessionId, state: 'connected' }]);
  const done = disconnect({ force: true });
  expect(desk.snapshots.at(-1)?.status).toBe('idle');
  simulator().forceOffline();
  await done;
  await eventually(() => expect(remains()).toEqual([]));
});

it('another tokenEndpoint waits for the end of the call, then loads a fresh script', async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  const sessionId = talk();
  const next = backend({});
  desk.render({ tokenEndpoint: next.endpoint });
  await macrotask();
  simulator().agentUi.hold(sessionId);
  simulator().agentUi.unhold(sessionId);
  await macrotask();
  expect(desk.state().sdk).toBe(sdk);
  expect((await next.seen()).tokens).toEqual([]);
  simulator().customer.hangUp(sessionId);
  await eventually(() => {
    expect(desk.state().status).toBe('ready');
    expect(desk.state().sdk).not.toBe(sdk);
  });
  expect((await next.seen()).tokens).toHaveLength(1);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  expect(await next.runs()).toEqual([1]);
});

it('disconnectOnUnmount waits for the end of the call', async () => {
  const desk = openDesk({ props: { disconnectOnUnmount: true } });
  const { sdk } = await desk.until('ready');
  const sessionId = talk();
  desk.root.unmount();
  await macrotask();
  expect(globals.tccc).toBe(sdk);
  expect(methods()).not.toContain('Agent.offline');
  simulator().customer.hangUp(sessionId);
  await eventually(() => expect(remains()).toEqual([]));
});

it('a session hook that mounts long after the call began shows it as of its beginning', async () => {
  const seen: (TCCCSession | undefined)[] = [];
  function Late({ id }: { id: string }): null {
    seen.push(useSession(id));
    return null;
  }
  const desk = openDesk({ props: { agentKey: crypto.randomUUID() } });
  await desk.until('ready');
  const from = Date.now();
  const sessionId = talk();
  const to = Date.now();
  await eventually(() => expect(Date.now()).toBeGreaterThan(to + 20));
  desk.render({}, <Late id={sessionId} />);
  expect(seen[0]).toMatchObject({ kind: 'phone', state: 'connected' });
  const { offered, connected } = seen[0]!.times;
  expect([offered! >= from, connected! <= to]).toEqual([true, true]);
});

it('shows what the script told between its load and ready', async () => {
  let all: readonly TCCCSession[] = [];
  function Watch(): null {
    all = useSessions(() => true);
    return null;
  }
  const desk = openDesk({
    plan: [{ sim: { readyDelay: 15_000 } }],
    props: { agentKey: crypto.randomUUID() },
    children: <Watch />,
  });
  await desk.until('logging-in');
  simulator().emit('callIn', { sessionId: 's-1', type: 'phone' });
  expect(all).toEqual([]);
  await desk.until('ready');
  expect(all).toMatchObject([{ sessionId: 's-1', state: 'offered' }]);
});

it('a headless page keeps the vendor’s interface away, but for a chat while there is one', async () => {
  const desk = openDesk({ plan: [{ sim: { wrapUp: 0 } }], props: { headless: true } });
  await desk.until('ready');
  const tag = document.querySelector<HTMLScriptElement>('script[src*="tccc-sdk.js"]')!;
  expect(tag.dataset['showWorkBenchAtFirstLogin']).toBe('false');
  expect(simulator().ui).toMatchObject({ visible: false, workbench: false });
  simulator().agentUi.hangUp(talk());
  await macrotask();
  expect(simulator().ui.visible).toBe(false);
  const chat = simulator().ring({ type: 'im' });
  await macrotask();
  expect(simulator().ui).toMatchObject({ visible: true, floatButton: false, workbench: true });
  simulator().agentUi.answer(chat);
  simulator().agentUi.hangUp(chat);
  await macrotask();
  expect(simulator().ui.visible).toBe(false);
});
