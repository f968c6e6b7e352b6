import { act, render, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useTCCC, type TCCCState } from '../../../src/index.js';
import { getSimulator } from '../../../src/simulator/index.js';
import { macrotask, onSimulator, openDesk, quietly, Status, thrownBy } from './desk.js';

function Show({ onState }: { onState?: (state: TCCCState) => void }): ReactNode {
  const state = useTCCC();
  onState?.(state);
  return <output>{state.status}</output>;
}
const text = () => document.querySelector('output')?.textContent;

describe('behaviour', () => {
  it('goes from idle over each step to ready, in this order', async () => {
    const seen: string[] = [];
    const desk = openDesk(<Show onState={({ status }) => seen.at(-1) === status || seen.push(status)} />);
    await desk.until('ready');
    expect(seen).toEqual(['idle', 'fetching-token', 'loading-script', 'logging-in', 'ready']);
    expect(text()).toBe('ready');
  });

  it('has window.tccc itself exactly when ready', async () => {
    const states: TCCCState[] = [];
    const desk = openDesk(<Show onState={(state) => states.push(state)} />);
    await desk.until('ready');
    await act(() => desk.state().disconnect());
    expect(new Set(states.filter(({ sdk }) => sdk).map(({ status }) => status))).toEqual(new Set(['ready']));
    expect(states.every(({ status, sdk }) => (status === 'ready') === (sdk !== null))).toBe(true);
    expect(states.at(-1)).toMatchObject({ status: 'idle', sdk: null, attempt: 0 });
  });

  it('hides the sdk from whatever walks or serialises the state', async () => {
    const state = await openDesk().until('ready');
    expect(state.sdk).toBe((window as unknown as { tccc: unknown }).tccc);
    expect(Object.keys(state)).not.toContain('sdk');
    expect({ ...state }).not.toHaveProperty('sdk');
    expect(JSON.parse(JSON.stringify(state))).toMatchObject({ status: 'ready', error: null });
  });

  it('has the error exactly when it is error, and a retry that mends it', async () => {
    const desk = openDesk(undefined, { options: { script: 'error' } });
    const { error, retry, ...rest } = await desk.until('error');
    expect(error).toMatchObject({ code: 'script-load-failed', attempt: 1, retryable: true });
    expect(rest).toMatchObject({ attempt: 1, lastError: null, retryAt: null });
    desk.simulator.configure({ script: 'load' });
    await act(() => retry());
    expect(desk.state()).toMatchObject({ status: 'ready', error: null });
  });

  it('returns the same object until something has changed', async () => {
    const states: TCCCState[] = [];
    const desk = openDesk(<Show onState={(state) => states.push(state)} />);
    const state = await desk.until('ready');
    for (let n = 0; n < 3; n++) desk.again(<Show onState={(next) => states.push(next)} />);
    expect(states.slice(-3).map((next) => next === state)).toEqual([true, true, true]);
  });

  it('has functions that stay the same, need no this, and ignore their arguments', async () => {
    const desk = openDesk(undefined, { autoConnect: false });
    const { connect, retry, disconnect } = desk.state();
    const click = connect as (event: unknown) => Promise<unknown>;
    await act(() => click({ type: 'click' }));
    const ready = desk.state();
    expect(ready).toMatchObject({ status: 'ready', connect, retry, disconnect });
    await act(() => disconnect());
    expect(desk.state()).toMatchObject({ status: 'idle', connect, retry, disconnect });
  });

  it('connect gives the same promise while connecting, and the same sdk when ready', async () => {
    const desk = openDesk();
    const { connect, retry } = desk.state();
    const promise = connect();
    expect(connect()).toBe(promise);
    expect(retry()).toBe(promise);
    await act(() => promise);
    const { sdk } = desk.state();
    await expect(promise).resolves.toBe(sdk);
    await expect(connect()).resolves.toBe(sdk);
    expect(desk.asked()).toBe(1);
  });

  it('disconnect while connecting rejects the connect as aborted, and is idle', async () => {
    const desk = openDesk(undefined, { options: { login: 'never' } });
    await desk.until('logging-in');
    const promise = desk.state().connect();
    await act(() => desk.state().disconnect());
    await expect(promise).rejects.toMatchObject({ code: 'aborted', retryable: false });
    expect(desk.state().status).toBe('idle');
    expect(document.querySelector('script')).toBeNull();
  });

  it('disconnect takes agent, tag, element and global out of the page', async () => {
    const desk = openDesk();
    await desk.until('ready');
    await act(() => desk.state().disconnect());
    expect(desk.simulator.calls.map(({ method }) => method)).toContain('Agent.offline');
    expect(document.querySelector('script, t3c-sdk')).toBeNull();
    expect(window).not.toHaveProperty('tccc');
    await macrotask();
    expect(desk.asked()).toBe(1);
  });
});

describe('outside a provider', () => {
  it('throws provider-missing, naming itself and the way out', () => {
    quietly();
    const error = thrownBy(() => render(<Show />));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller: 'useTCCC' } });
    expect(error.message).toMatch(/^useTCCC must be used inside <TCCCProvider>\. Wrap /);
  });
});

describe('in StrictMode at the root', () => {
  it('asks for one token, appends one tag, and is ready', async () => {
    const appended = vi.spyOn(document.body, 'append');
    const desk = openDesk(<Show />, { strict: true });
    await desk.until('ready');
    expect(desk.asked()).toBe(1);
    expect(desk.simulator.loads).toBe(1);
    expect(appended.mock.calls.flat().filter((node) => (node as Node).nodeName === 'SCRIPT')).toHaveLength(1);
  });
});

describe('unmounted mid-way', () => {
  it.each([true, false])(
    'leaves nothing behind and changes no state later (StrictMode: %s)',
    async (strict) => {
      quietly();
      const onStatusChange = vi.fn();
      const desk = openDesk(<Show />, { strict, onStatusChange, options: { login: 'never' } });
      await desk.until('logging-in');
      desk.unmount();
      await macrotask();
      expect(document.querySelector('script, t3c-sdk')).toBeNull();
      expect(window).not.toHaveProperty('tccc');
      const before = onStatusChange.mock.calls.length;
      getSimulator()?.emit('ready');
      await macrotask();
      expect(onStatusChange.mock.calls.length).toBe(before);
      expect(console.error).not.toHaveBeenCalled();
    },
  );

  it('hands the connect under way to a provider that is mounted at once', async () => {
    const asked = vi.fn();
    const desk = openDesk(<Show />, { options: { loadDelay: 2000 } });
    await desk.until('loading-script');
    const tag = document.querySelector('script');
    desk.unmount();
    render(
      <TCCCProvider {...onSimulator(desk.simulator, asked)}>
        <Status />
      </TCCCProvider>,
    );
    expect(document.querySelector('script')).toBe(tag);
    await waitFor(() => expect(text()).toBe('ready'));
    expect(desk.asked()).toBe(1);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('is idle', () => {
    const states: TCCCState[] = [];
    const html = renderToString(
      <StrictMode>
        <TCCCProvider tokenEndpoint="/api/tccc/token">
          <Show onState={(state) => states.push(state)} />
        </TCCCProvider>
      </StrictMode>,
    );
    expect(html).toBe('<output>idle</output>');
    expect(states[0]).toMatchObject({ status: 'idle', sdk: null, error: null, attempt: 0 });
  });
});
