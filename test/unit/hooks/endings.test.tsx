import { render, waitFor } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import {
  TCCCError,
  TCCCProvider,
  type TCCCProviderOptions,
  type TCCCState,
  useTCCC,
  useTCCCEvent,
} from '../../../src/index.js';
import { getSimulator, installSimulator, SIMULATOR_HOST } from '../../../src/simulator/index.js';

type Options = TCCCProviderOptions & {
  fetchToken?: FetchToken;
  onEvent?: () => void;
  inEffect?: (tccc: TCCCState) => void;
};
type FetchToken = () => Promise<{ sdkUrl: string }>;
let tccc: TCCCState;

function Desk({
  onEvent,
  inEffect,
}: {
  onEvent?: Options['onEvent'];
  inEffect?: Options['inEffect'] | undefined;
}): null {
  const now = useTCCC();
  useEffect(() => {
    tccc = now;
  });
  useEffect(() => inEffect?.(now), [inEffect, now]);
  useTCCCEvent('callIn', () => onEvent?.());
  return null;
}

const simulate = () => installSimulator(window, { speed: 100 });
const tokens = vi.fn(async () => simulate().issueToken());

const app = ({ onEvent, inEffect, fetchToken = tokens, ...props }: Options) => (
  <StrictMode>
    <TCCCProvider
      agentKey="a"
      allowedSdkHosts={[SIMULATOR_HOST]}
      retry={{ baseDelay: 40 }}
      fetchToken={fetchToken}
      {...props}
    >
      <Desk {...(onEvent && { onEvent })} {...(inEffect && { inEffect })} />
    </TCCCProvider>
  </StrictMode>
);
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(async () => {
  await tccc.disconnect();
  getSimulator()?.dispose();
  tokens.mockClear();
});

it('stays idle when disconnected by who is told of a back-off', async () => {
  simulate();
  const fetchToken = vi.fn().mockRejectedValue(new Error('down'));
  render(
    app({
      fetchToken,
      onStatusChange: ({ retryAt }) => {
        if (retryAt) void tccc.disconnect();
      },
    }),
  );
  await waitFor(() => {
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });
  await rest(150);
  expect(fetchToken).toHaveBeenCalledTimes(1);
  expect(tccc.status).toBe('idle');
});

it('stays idle when a retry and a disconnect come in one tick of a back-off', async () => {
  simulate();
  const fetchToken = vi.fn().mockRejectedValue(new Error('down'));
  render(app({ fetchToken, retry: { baseDelay: 4000 } }));
  await waitFor(() => {
    expect(tccc.retryAt).not.toBeNull();
  });
  const retried = tccc.retry();
  void tccc.disconnect();
  await expect(retried).rejects.toMatchObject({ code: 'aborted' });
  await rest(150);
  expect(fetchToken).toHaveBeenCalledTimes(1);
  expect(tccc.status).toBe('idle');
});

it('asks for no token when disconnected by who is told of the request', async () => {
  simulate();
  let told = false;
  render(
    app({
      onStatusChange: ({ status }) => {
        told ||= status === 'fetching-token';
        if (status === 'fetching-token') void tccc.disconnect();
      },
      autoConnect: false,
    }),
  );
  await expect(tccc.connect()).rejects.toMatchObject({ code: 'aborted' });
  await rest(30);
  expect(told).toBe(true);
  expect(tokens).not.toHaveBeenCalled();
});

it('does not give an agent the SDK of the one whose log-in was under way', async () => {
  const simulator = simulate();
  const view = render(app({}));
  await waitFor(() => {
    expect(tccc.status).toBe('logging-in');
  });
  let sdk: unknown;
  const connectOnce = vi.fn((now: TCCCState) => {
    if (connectOnce.mock.calls.length === 1) void now.connect().then((got) => (sdk = got));
  });
  view.rerender(app({ agentKey: 'b', inEffect: connectOnce }));
  await waitFor(() => {
    expect(tccc.status).toBe('ready');
  });
  await waitFor(() => {
    expect(sdk).toBe(tccc.sdk);
  });
  expect(tokens).toHaveBeenCalledTimes(2);
  expect(simulator.loads).toBe(2);
});

it('takes its global with it when disconnected, and finds the new one when connected again', async () => {
  simulate();
  render(app({}));
  await waitFor(() => {
    expect(tccc.status).toBe('ready');
  });
  await expect(tccc.disconnect()).resolves.toBeUndefined();
  expect((window as { tccc?: unknown }).tccc).toBeUndefined();
  const sdk = await tccc.connect();
  expect(sdk).toBe((window as { tccc?: unknown }).tccc);
});

it('loads from the very host that it checked, however the URL is spelled', async () => {
  simulate();
  const sdkUrl = 'https:simulator.tccc.invalid/sdk.js?x=1';
  const fetchToken = vi.fn().mockResolvedValue({ sdkUrl });
  render(app({ fetchToken }));
  await waitFor(() => {
    expect(document.querySelector('script')?.src).toMatch(/^https:\/\/simulator\.tccc\.invalid\/sdk\.js/);
  });
});

it('is not stopped by a handler that throws what has no text', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const simulator = simulate();
  const onError = vi.fn();
  render(
    app({
      onError,
      onEvent: () => {
        throw Object.create(null) as Error;
      },
    }),
  );
  await waitFor(() => {
    expect(tccc.status).toBe('ready');
  });
  simulator.ring({ type: 'phone' });
  await waitFor(() => {
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'handler-failed' }));
  });
  logged.mockRestore();
});

it('keeps connect and retry the same when the agent changes', async () => {
  simulate();
  const view = render(app({ autoConnect: false }));
  const { connect, retry, disconnect } = tccc;
  view.rerender(app({ autoConnect: false, agentKey: 'b' }));
  expect(tccc).toMatchObject({ connect, retry, disconnect });
});

it('gives who connects right after a change of the endpoint the SDK of the new one', async () => {
  const simulator = simulate();
  const answer = () => Promise.resolve(Response.json(simulator.issueToken()));
  const asked = vi.spyOn(window, 'fetch').mockImplementation(answer);
  const page = (tokenEndpoint: string, inEffect?: (now: TCCCState) => void) => (
    <StrictMode>
      <TCCCProvider agentKey="a" allowedSdkHosts={[SIMULATOR_HOST]} tokenEndpoint={tokenEndpoint}>
        <Desk inEffect={inEffect} />
      </TCCCProvider>
    </StrictMode>
  );
  const view = render(page('/one'));
  await waitFor(() => {
    expect(tccc.status).toBe('ready');
  });
  const before = tccc.sdk;
  let got: unknown;
  const connectOnce = vi.fn((now: TCCCState) => {
    if (connectOnce.mock.calls.length === 1) void now.connect().then((sdk) => (got = sdk));
  });
  view.rerender(page('/two', connectOnce));
  await waitFor(() => {
    expect(got).toBeDefined();
  });
  expect(got).not.toBe(before);
  expect(got).toBe(tccc.sdk);
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
});

it('reports the error of a fetchToken that froze it', async () => {
  simulate();
  const error = Object.freeze(
    new TCCCError({ code: 'token-unauthorized', message: 'Please sign in.', details: { status: 401 } }),
  );
  render(app({ fetchToken: () => Promise.reject(error) }));
  await waitFor(() => {
    expect(tccc.status).toBe('error');
  });
  expect(tccc.error).toBe(error);
});
