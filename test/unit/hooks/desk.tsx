import { act, render, waitFor, type RenderResult } from '@testing-library/react';
import { Component, StrictMode, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import {
  isTCCCError,
  TCCCProvider,
  useTCCC,
  useTCCCEvent,
  type TCCCConnectOptions,
  type TCCCError,
  type TCCCEventMap,
  type TCCCEventName,
  type TCCCProviderOptions,
  type TCCCState,
} from '../../../src/index.js';
import {
  getSimulator,
  installSimulator,
  SIMULATOR_HOST,
  type InstalledSimulator,
  type SimulatorOptions,
} from '../../../src/simulator/index.js';

/** The library's record on a page. */
export const RECORD = Symbol.for('tccc-react/1');
type Props = Partial<TCCCProviderOptions>;

export interface Desk extends RenderResult {
  simulator: InstalledSimulator;
  /** How often a token was asked for. */
  asked: () => number;
  /** The state at the last render of a consumer. */
  state: () => TCCCState;
  /** Renders the provider again with these props and children. */
  again: (children?: ReactNode, props?: Props) => void;
  until: (status: TCCCState['status']) => Promise<TCCCState>;
}

const states: TCCCState[] = [];

function Probe(): null {
  states.push(useTCCC());
  return null;
}

/** Shows the status. */
export function Status(): ReactNode {
  return (
    <output>
      <Probe />
      {useTCCC().status}
    </output>
  );
}

/** Runs `run` for each event of that name. */
export function On<K extends TCCCEventName>(props: {
  name: K;
  run: (event: TCCCEventMap[K]) => unknown;
}): null {
  useTCCCEvent(props.name, props.run);
  return null;
}

/** A simulator that answers to script tags, fast. */
export const simulate = (options?: SimulatorOptions): InstalledSimulator =>
  installSimulator(window, { speed: 100, ...options });

/** What a provider needs to connect to that simulator; new functions and objects at each call. */
export function onSimulator(simulator: InstalledSimulator, count?: () => void) {
  return {
    allowedSdkHosts: [SIMULATOR_HOST],
    retry: false as const,
    fetchToken: () => {
      count?.();
      return Promise.resolve(simulator.issueToken());
    },
  } satisfies TCCCConnectOptions & { fetchToken: unknown };
}

/** A provider on the simulator, its children below it. */
export function openDesk(
  children?: ReactNode,
  { strict = false, options, ...first }: Props & { strict?: boolean; options?: SimulatorOptions } = {},
): Desk {
  const simulator = simulate(options);
  let asked = 0;
  const tree = (inside: ReactNode, props?: Props): ReactNode => {
    const provider = (
      <TCCCProvider {...onSimulator(simulator, () => (asked += 1))} {...first} {...props}>
        <Probe />
        {inside}
      </TCCCProvider>
    );
    return strict ? <StrictMode>{provider}</StrictMode> : provider;
  };
  const root = render(tree(children));
  const state = (): TCCCState => states.at(-1)!;
  return {
    ...root,
    simulator,
    asked: () => asked,
    state,
    again(inside = children, props) {
      root.rerender(tree(inside, props));
    },
    async until(status) {
      await waitFor(() => expect(state().status).toBe(status), { timeout: 8000, interval: 5 });
      return state();
    },
  };
}

/** Shows an error's code instead of its children. */
export class Boundary extends Component<{ children: ReactNode }, { code?: string }> {
  override state: { code?: string } = {};
  static getDerivedStateFromError(error: unknown): { code: string } {
    return { code: isTCCCError(error) ? error.code : String(error) };
  }
  override render(): ReactNode {
    return this.state.code ? <i>caught {this.state.code}</i> : this.props.children;
  }
}

/** The `TCCCError` that `run` throws. */
export function thrownBy(run: () => unknown): TCCCError {
  try {
    run();
  } catch (error) {
    if (isTCCCError(error)) return error;
    throw error;
  }
  return expect.fail('nothing was thrown');
}

/** Lets the timers of 0 ms run, and what follows from them. */
export const macrotask = (): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, 15)));

const prevent = (event: Event): void => {
  event.preventDefault();
};

/** React logs what a component throws, and React 18 lets the page report it too: not here. */
export function quietly(): void {
  vi.spyOn(console, 'error').mockReturnValue();
  window.addEventListener('error', prevent);
}

beforeEach(() => {
  states.length = 0;
});

// Nothing of one test is left to the next: neither connection nor record nor simulator.
afterEach(async () => {
  await act(async () => {
    const gone = states.at(-1)?.disconnect({ force: true });
    // An SDK that cannot tell its status would be waited for.
    getSimulator()?.emit('statusChanged', { status: 'offline' });
    await gone;
  });
  await macrotask();
  getSimulator()?.dispose();
  document.querySelectorAll('script, t3c-sdk').forEach((element) => {
    element.remove();
  });
  Reflect.deleteProperty(globalThis, RECORD);
  window.removeEventListener('error', prevent);
  vi.restoreAllMocks();
});
