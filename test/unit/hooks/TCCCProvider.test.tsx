import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, type TCCCProviderProps } from '../../../src/index.js';
import {
  Boundary,
  macrotask,
  onSimulator,
  openDesk,
  quietly,
  RECORD,
  simulate,
  Status,
  thrownBy,
} from './desk.js';

const provider = (props: object, children: ReactNode = <Status />): ReactNode => (
  <TCCCProvider {...(props as TCCCProviderProps)}>{children}</TCCCProvider>
);
const shown = (text: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(text), {
    timeout: 8000,
  });

describe('behaviour', () => {
  it('puts a tag as the vendor documents it into the body, and tells of ready', async () => {
    const onReady = vi.fn();
    const desk = openDesk(undefined, { onReady, nonce: 'n0nce', showWorkBenchAtFirstLogin: false });
    const { sdk } = await desk.until('ready');
    const tag = document.body.querySelector<HTMLScriptElement>(':scope > script')!;
    expect(tag.src).toMatch(/^https:\/\/simulator\.tccc\.invalid\/sdk\.js\?/);
    expect(tag.crossOrigin).toBe('anonymous');
    expect(tag.getAttribute('nonce')).toBe('n0nce');
    expect(tag.dataset['showWorkBenchAtFirstLogin']).toBe('false');
    expect(onReady.mock.calls).toEqual([[sdk]]);
    expect(desk.simulator.ui.workbench).toBe(false);
  });

  it('tells of every snapshot, with each step’s duration', async () => {
    const snapshots: { status: string; durations: object }[] = [];
    const desk = openDesk(undefined, { onStatusChange: (snapshot) => snapshots.push(snapshot) });
    await desk.until('ready');
    expect(snapshots.map(({ status, durations }) => [status, ...Object.keys(durations)])).toEqual([
      ['fetching-token'],
      ['loading-script', 'token'],
      ['logging-in', 'token', 'script'],
      ['ready', 'token', 'script', 'login'],
    ]);
    expect(Object.values(snapshots.at(-1)!.durations).every((ms) => ms >= 0)).toBe(true);
  });

  it('tells onError once, when the last attempt has failed', async () => {
    const onError = vi.fn();
    const desk = openDesk(undefined, {
      onError,
      retry: { attempts: 3, baseDelay: 1 },
      options: { script: 'error' },
    });
    const { error } = await desk.until('error');
    expect(desk.asked()).toBe(3);
    expect(onError.mock.calls).toEqual([[error]]);
    expect(error?.attempt).toBe(3);
  });

  it('disconnects and connects anew for another agent', async () => {
    const desk = openDesk(<Status />, { agentKey: 'anna' });
    await desk.until('ready');
    desk.again(<Status />, { agentKey: 'bob' });
    // From the very render on.
    expect(desk.container.textContent).toBe('idle');
    await desk.until('ready');
    expect([desk.asked(), desk.simulator.loads]).toEqual([2, 2]);
    expect(desk.simulator.calls.map(({ method }) => method)).toContain('Agent.offline');
  });

  it('is idle for nobody, and disconnects', async () => {
    const desk = openDesk(<Status />, { agentKey: 'anna' });
    await desk.until('ready');
    desk.again(<Status />, { agentKey: null });
    await macrotask();
    await waitFor(() => expect(window).not.toHaveProperty('tccc'));
    expect(desk.container.textContent).toBe('idle');
    expect(desk.asked()).toBe(1);
  });

  it('does not connect with autoConnect={false}', async () => {
    const desk = openDesk(<Status />, { autoConnect: false });
    await macrotask();
    expect(desk.state()).toMatchObject({ status: 'idle', attempt: 0 });
    expect(desk.asked()).toBe(0);
  });

  it('keeps the SDK when it is unmounted after ready, for the next one', async () => {
    const desk = openDesk();
    const { sdk } = await desk.until('ready');
    desk.unmount();
    await macrotask();
    expect((window as { tccc?: unknown }).tccc).toBe(sdk);
    const onReady = vi.fn();
    render(provider({ ...onSimulator(desk.simulator), onReady }));
    await shown('ready');
    expect(onReady.mock.calls).toEqual([[sdk]]);
    expect(desk.simulator.loads).toBe(1);
  });

  it('with disconnectOnUnmount takes the SDK out when it has gone', async () => {
    const desk = openDesk(undefined, { disconnectOnUnmount: true });
    await desk.until('ready');
    desk.unmount();
    await waitFor(() => expect(window).not.toHaveProperty('tccc'));
    expect(document.querySelector('script, t3c-sdk')).toBeNull();
  });

  it('shares the connection of an equal one in another root', async () => {
    const desk = openDesk();
    await desk.until('ready');
    render(provider(onSimulator(desk.simulator)));
    await shown('ready');
    expect(desk.simulator.loads).toBe(1);
  });

  it('is a conflict beside one of another agent, which stays as it is', async () => {
    quietly();
    const desk = openDesk(<Status />, { agentKey: 'anna' });
    await desk.until('ready');
    render(<Boundary>{provider({ ...onSimulator(desk.simulator), agentKey: 'bob' })}</Boundary>);
    expect(await screen.findByText('caught provider-conflict')).toBeVisible();
    expect(desk.container.textContent).toBe('ready');
  });

  it('is a conflict with a window.tccc that somebody else loaded, which is not touched', async () => {
    quietly();
    const foreign = { on: vi.fn() };
    Object.assign(window, { tccc: foreign });
    render(<Boundary>{provider(onSimulator(simulate()))}</Boundary>);
    expect(await screen.findByText('caught provider-conflict')).toBeVisible();
    expect((window as { tccc?: unknown }).tccc).toBe(foreign);
    expect(foreign.on).not.toHaveBeenCalled();
    Reflect.deleteProperty(window, 'tccc');
  });

  it('is a conflict with the record of another protocol', () => {
    quietly();
    Object.assign(window, { [RECORD]: { protocol: 2 } });
    const error = thrownBy(() => render(provider({ tokenEndpoint: '/t' })));
    expect(error).toMatchObject({ code: 'provider-conflict', details: { reason: 'protocol' } });
  });
});

describe('in StrictMode at the root', () => {
  it('asks for one token and appends one tag, also for two providers', async () => {
    const simulator = simulate();
    const asked = vi.fn();
    render(
      <StrictMode>
        {provider(onSimulator(simulator, asked))}
        {provider(onSimulator(simulator, asked))}
      </StrictMode>,
    );
    await shown('ready');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(simulator.loads).toBe(1);
  });
});

describe('unmounted mid-way', () => {
  it.each(['fetching-token', 'loading-script', 'logging-in'] as const)(
    'in %s leaves nothing',
    async (step) => {
      const hang = { script: 'hang' } as const;
      const never = { login: 'never' } as const;
      const options = step === 'logging-in' ? never : step === 'loading-script' ? hang : {};
      const pending = (): Promise<never> => new Promise(() => undefined);
      const source = step === 'fetching-token' ? { fetchToken: pending } : {};
      const desk = openDesk(undefined, { options, ...source });
      await desk.until(step);
      const connecting = desk.state().connect();
      desk.unmount();
      await act(() => expect(connecting).rejects.toMatchObject({ code: 'aborted' }));
      expect(document.querySelector('script, t3c-sdk')).toBeNull();
      expect(window).not.toHaveProperty('tccc');
    },
  );
});

describe('rendered on a server', () => {
  it('renders its children only, and leaves no record', () => {
    const html = renderToString(
      provider({ tokenEndpoint: '/api/tccc/token', preconnect: false }, <b>child</b>),
    );
    expect(html).toBe('<b>child</b>');
  });
});
