import { vi } from 'vitest';
import type { TCCCConnectionOptions } from '../../../src/connection/options.js';
import type { TCCCSnapshot, TCCCState } from '../../../src/connection/snapshot.js';
import type { View } from '../../../src/connection/view.js';
import type { TCCCError } from '../../../src/sdk/errors.js';
import { fakeSdk, type FakeSdk } from '../sdk/fake-sdk.js';
import { GOOD } from './endpoint.js';

export const PAGE_KEY = Symbol.for('tccc-react/1');

/** One answer of the token source: what it resolves with, or an error that it rejects with. */
type Answer = object | Error | (() => unknown);

export interface Desk {
  view: View;
  state: () => TCCCState;
  snapshots: TCCCSnapshot[];
  /** The statuses so far, without repetition. */
  statuses: () => string[];
  errors: TCCCError[];
  conflicts: TCCCError[];
  /** When tokens were asked for, in ms after the mount. */
  asked: number[];
  unmount: () => void;
}

const open: Desk[] = [];

/**
 * A provider, as the hooks mount it, on a page that has never had one: the modules are loaded anew. Its token
 * source gives `answers` one by one, and the last of them for good.
 */
export async function openPage(
  answers: readonly Answer[] = [GOOD],
  options: Partial<Omit<TCCCConnectionOptions, 'fetchToken' | 'tokenEndpoint'>> & {
    tokenEndpoint?: string;
  } = {},
): Promise<Desk> {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, PAGE_KEY);
  const { getPage } = await import('../../../src/connection/page.js');
  const start = Date.now();
  const asked: number[] = [];
  const fetchToken = async (): Promise<unknown> => {
    const answer = answers[Math.min(asked.push(Date.now() - start), answers.length) - 1];
    const value: unknown = typeof answer === 'function' ? answer() : answer;
    if (value instanceof Error) throw value;
    return value;
  };
  const snapshots: TCCCSnapshot[] = [];
  const errors: TCCCError[] = [];
  const conflicts: TCCCError[] = [];
  const entry = {
    options: {
      ...(options.tokenEndpoint ? {} : { fetchToken }),
      onStatusChange: (snapshot: TCCCSnapshot) => void snapshots.push(snapshot),
      onError: (error: TCCCError) => void errors.push(error),
      ...options,
    } as unknown as TCCCConnectionOptions,
    at: 0,
    fail: (error: TCCCError) => void conflicts.push(error),
  };
  const view = getPage().createView(entry, options.agentKey);
  const unmount = view.register();
  const desk: Desk = {
    view,
    state: view.getState,
    snapshots,
    statuses: () =>
      snapshots.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]),
    errors,
    conflicts,
    asked,
    unmount() {
      const index = open.indexOf(desk);
      if (index >= 0) open.splice(index, 1);
      unmount();
    },
  };
  open.push(desk);
  return desk;
}

/** For `afterEach`: ends what is open and takes everything off the page. */
export async function closePages(): Promise<void> {
  const ended = open.map(({ view }) => view.getState().disconnect());
  for (const desk of [...open]) desk.unmount();
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(2000);
  await Promise.all(ended);
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, PAGE_KEY);
  Reflect.deleteProperty(globalThis, 'tccc');
  Reflect.deleteProperty(globalThis, 'TCCC');
}

/** The script tags of ours in the page. */
export const tags = (): HTMLScriptElement[] => [...document.querySelectorAll('script')];

/** Lets the microtasks of a step run, and no time pass. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

/** The script has run and left `sdk` in the page. */
export async function load(sdk: FakeSdk = agentSdk()): Promise<FakeSdk> {
  const [tag] = tags();
  if (!tag) throw new Error('There is no script tag to load.');
  Object.assign(globalThis, { tccc: sdk.sdk });
  tag.dispatchEvent(new Event('load'));
  await settle();
  return sdk;
}

/** An SDK whose agent goes offline as soon as it is told to. */
export function agentSdk(): FakeSdk {
  const fake = fakeSdk();
  Object.assign(fake.sdk, {
    Agent: { offline: () => fake.emit('statusChanged', { status: 'offline' }) },
    UI: { hideWorkbench: vi.fn() },
  });
  return fake;
}
