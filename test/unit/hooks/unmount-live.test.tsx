import { render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, type TCCCProviderOptions, type TCCCSession, useSession } from '../../../src/index.js';
import { type Desk, macrotask, onSimulator, openDesk } from './desk.js';
import { LIVE, NOT_LIVE, of } from './live.js';
import { emit, fresh, ID } from './probe.js';

type Props = Partial<TCCCProviderOptions>;

const END = of(ID)('sessionEnded');
const isThere = (sdk: unknown): void => {
  expect(window).toHaveProperty('tccc', sdk);
};
const isGone = () =>
  waitFor(() => {
    expect(window).not.toHaveProperty('tccc');
    expect(document.querySelector('script, t3c-sdk')).toBeNull();
  });
const wentOffline = ({ simulator }: Desk): boolean =>
  simulator.calls.some(({ method }) => method === 'Agent.offline');

/** A connection by `props` to which these events came, and whose provider then unmounted. */
async function left(events: (typeof LIVE)[string], props?: Props) {
  const agentKey = `${expect.getState().currentTestName}`;
  const desk = openDesk(undefined, fresh({ disconnectOnUnmount: true, ...props }));
  const { sdk } = await desk.until('ready');
  emit(desk.simulator, ...events);
  desk.unmount();
  await macrotask();
  const asked = vi.fn();
  const shown: (TCCCSession | undefined)[] = [];
  function Show(): ReactNode {
    shown.push(useSession(ID));
    return null;
  }
  /** Mounts a provider again. */
  const mount = (more?: Props) =>
    render(
      <TCCCProvider
        {...onSimulator(desk.simulator, asked)}
        {...{ agentKey, disconnectOnUnmount: true }}
        {...more}
      >
        <Show />
      </TCCCProvider>,
    );
  return { desk, sdk, asked, mount, shown };
}

describe('disconnectOnUnmount while somebody is talked to', () => {
  it.each([
    'dialing a customer',
    'a phone call',
    'a video call',
    'an internal call',
    'a call of an unknown kind',
  ])('tears down at its end: %s', async (what) => {
    const { desk, sdk } = await left(LIVE[what]!);
    isThere(sdk);
    emit(desk.simulator, ['statusChanged', { status: 'rest' }], of('s-2')('callIn', { type: 'phone' }));
    await macrotask();
    isThere(sdk);
    expect(wentOffline(desk)).toBe(false);
    emit(desk.simulator, END);
    await isGone();
    expect(wentOffline(desk)).toBe(true);
  });

  it('waits for the last of two sessions', async () => {
    const { desk, sdk } = await left([...LIVE['a phone call']!, of('s-2')('callOuted')]);
    emit(desk.simulator, of('s-2')('sessionEnded'));
    await macrotask();
    isThere(sdk);
    expect(wentOffline(desk)).toBe(false);
    emit(desk.simulator, END);
    await isGone();
  });

  it('leaves it to a provider that mounts before that, and to its unmount', async () => {
    const { desk, sdk, asked, mount, shown } = await left(LIVE['a phone call']!);
    const onReady = vi.fn();
    const next = mount({ onReady });
    await macrotask();
    expect(onReady.mock.calls).toEqual([[sdk]]);
    expect(shown.at(-1)?.state).toBe('connected');
    emit(desk.simulator, END);
    await macrotask();
    isThere(sdk);
    expect(shown.at(-1)?.state).toBe('ended');
    expect([wentOffline(desk), asked.mock.calls.length]).toEqual([false, 0]);
    next.unmount();
    await isGone();
  });

  it('waits again where that provider unmounts before it too', async () => {
    const { desk, sdk, mount } = await left(LIVE['a phone call']!);
    const next = mount();
    await macrotask();
    next.unmount();
    await macrotask();
    isThere(sdk);
    emit(desk.simulator, END);
    await isGone();
  });

  it('does as the provider that unmounts last says', async () => {
    const { desk, sdk, mount } = await left(LIVE['a phone call']!);
    const next = mount({ disconnectOnUnmount: false });
    await macrotask();
    next.unmount();
    await macrotask();
    emit(desk.simulator, END);
    await macrotask();
    isThere(sdk);
    expect(wentOffline(desk)).toBe(false);
  });

  it('is ended at once by another agent', async () => {
    const { desk, sdk, asked, mount, shown } = await left(LIVE['a phone call']!);
    mount({ agentKey: 'bob' });
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    expect(wentOffline(desk)).toBe(true);
    await waitFor(() => expect(window).toHaveProperty('tccc'));
    expect((window as { tccc?: unknown }).tccc).not.toBe(sdk);
    expect(shown.every((session) => session === undefined)).toBe(true);
  });

  it('connects anew for a provider that mounts after the end', async () => {
    const { desk, sdk, asked, mount } = await left(LIVE['a phone call']!);
    emit(desk.simulator, END);
    await isGone();
    const onReady = vi.fn();
    mount({ onReady });
    await waitFor(() => expect(onReady).toHaveBeenCalledTimes(1));
    expect(onReady).not.toHaveBeenCalledWith(sdk);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('disconnectOnUnmount while nobody is talked to', () => {
  it.each(['no session', 'a call that rings', 'a chat', 'a call that has ended', 'a call that was lost'])(
    'tears down at once: %s',
    async (what) => {
      const { desk } = await left(NOT_LIVE[what]!);
      await isGone();
      expect(wentOffline(desk)).toBe(true);
    },
  );
});

describe('without disconnectOnUnmount', () => {
  it.each([
    ['a session that is live', LIVE['a phone call']!],
    ['no session', []],
  ])('the SDK stays, with %s, and after its end', async (_what, events) => {
    const { desk, sdk } = await left(events, { disconnectOnUnmount: false });
    emit(desk.simulator, END);
    await macrotask();
    isThere(sdk);
    expect(wentOffline(desk)).toBe(false);
  });
});
