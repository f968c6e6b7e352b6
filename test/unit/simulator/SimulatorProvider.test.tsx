import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useTCCC, useTCCCEvent } from '../../../src/index.js';
import {
  getSimulator,
  installSimulator,
  SimulatorProvider,
  type SimulatorOptions,
  type SimulatorProviderProps,
} from '../../../src/simulator/index.js';

const FAST: SimulatorOptions = { speed: 100 };

afterEach(() => {
  getSimulator()?.dispose();
  vi.restoreAllMocks();
});

function Desk({ onCallIn }: { onCallIn?: (sessionId: string) => void }): ReactElement {
  const tccc = useTCCC();
  useTCCCEvent('callIn', ({ sessionId }) => onCallIn?.(sessionId));
  return (
    <>
      <output>{tccc.status === 'error' ? tccc.error.code : tccc.status}</output>
      {tccc.status === 'error' && (
        <button type="button" onClick={() => void tccc.retry().catch(() => undefined)}>
          retry
        </button>
      )}
    </>
  );
}

const status = () => screen.getByRole('status').textContent;
const shown = (text: string) => waitFor(() => expect(status()).toBe(text), { timeout: 4000 });
const mount = (props: SimulatorProviderProps = {}, desk = <Desk />, strict = false) => {
  const tree = (
    <SimulatorProvider options={FAST} {...props}>
      {desk}
    </SimulatorProvider>
  );
  return render(strict ? <StrictMode>{tree}</StrictMode> : tree);
};

describe('SimulatorProvider', () => {
  it.each([false, true])(
    'connects by the real path, and hears what rings (StrictMode: %s)',
    async (strict) => {
      const onCallIn = vi.fn();
      mount({}, <Desk onCallIn={onCallIn} />, strict);
      await shown('ready');
      const simulator = getSimulator()!;
      expect(simulator.loads).toBe(1);
      expect(document.querySelector('script')?.src).toContain('https://simulator.tccc.invalid/sdk.js?');
      const sessionId = simulator.ring();
      expect(onCallIn.mock.calls).toEqual([[sessionId]]);
    },
  );

  it('does nothing while rendering', () => {
    const tags = document.querySelectorAll('script').length;
    const seen: unknown[] = [];
    const Probe = () => {
      seen.push([getSimulator(), document.querySelectorAll('script').length]);
      return null;
    };
    mount({ autoConnect: false }, <Probe />);
    expect(seen[0]).toEqual([undefined, tags]);
    expect(getSimulator()).toBeUndefined();
  });

  it('starts anew, with new options, after dispose', async () => {
    const first = mount();
    await shown('ready');
    const before = getSimulator();
    before?.dispose();
    first.unmount();
    mount({ options: { ...FAST, servingNumber: '02011112222' } });
    await shown('ready');
    expect(getSimulator()).not.toBe(before);
    expect(getSimulator()?.options.servingNumber).toBe('02011112222');
  });

  it('lets configure outlast the next attempt', async () => {
    mount({ options: { ...FAST, login: 'expired' }, retry: false });
    await shown('token-expired');
    getSimulator()?.configure({ login: 'ready' });
    act(() => {
      screen.getByRole('button').click();
    });
    await shown('ready');
  });

  it('keeps a simulator that was installed before, and adds its options', async () => {
    const simulator = installSimulator(window, { seed: 9 });
    mount();
    await shown('ready');
    expect(getSimulator()).toBe(simulator);
    expect(simulator.options).toMatchObject({ seed: 9, speed: 100 });
  });

  it('passes the provider’s own props on', async () => {
    const onReady = vi.fn();
    mount({ onReady, showWorkBenchAtFirstLogin: false });
    await shown('ready');
    expect(onReady).toHaveBeenCalledTimes(1);
    expect(getSimulator()?.ui.workbench).toBe(false);
  });

  it('with sdkUrl appends a tag for that address and installs nothing', async () => {
    mount({ sdkUrl: '/simulator/sdk.js' });
    const tag = await screen.findByText('', { selector: 'script[src*="/simulator/sdk.js?"]', ignore: false });
    const url = new URL((tag as HTMLScriptElement).src);
    expect(url.origin + url.pathname).toBe(new URL('/simulator/sdk.js', document.baseURI).href);
    expect(JSON.parse(url.searchParams.get('sim') ?? '')).toEqual(FAST);
    expect(url.searchParams.get('token')).toMatch(/^[0-9a-f]{32}$/);
    expect(getSimulator()).toBeUndefined();
  });
});

it('installSimulator serves a TCCCProvider with its own fetchToken too', async () => {
  const simulator = installSimulator(window, FAST);
  render(
    <TCCCProvider
      agentKey="by-hand"
      allowedSdkHosts={['simulator.tccc.invalid']}
      fetchToken={() => Promise.resolve(simulator.issueToken())}
    >
      <Desk />
    </TCCCProvider>,
  );
  await shown('ready');
});
