import { Component, StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import {
  type TCCCActions,
  useTCCC,
  useTCCCEvent,
  type TCCCEventMap,
  type TCCCEventName,
  type TCCCState,
} from '../../../src/index.js';
import type { Simulator } from '../../../src/simulator/index.js';
import { releaseAll } from './backend.js';
import { forgetRemains, remains, takeConsoleErrors, takeRejections } from './watch.js';

/** A React root in the page, with StrictMode at its top unless said otherwise. */
export interface Mounted {
  container: HTMLElement;
  /** Renders and commits before it returns. */
  render: (children: ReactNode) => void;
  unmount: () => void;
  text: () => string;
}

const mounted = new Set<Mounted>();
let disconnect: TCCCActions['disconnect'] | undefined;

/** Mounts `children` in a new root. */
export function mount(children: ReactNode, { strict = true } = {}): Mounted {
  const container = document.createElement('div');
  document.body.append(container);
  const silent = { onCaughtError: () => undefined, onUncaughtError: () => undefined };
  const root: Root = createRoot(container, silent);
  const self: Mounted = {
    container,
    render(next) {
      flushSync(() => {
        root.render(strict ? <StrictMode>{next}</StrictMode> : next);
      });
    },
    unmount() {
      if (!mounted.delete(self)) return;
      flushSync(() => {
        root.unmount();
      });
      container.remove();
    },
    text: () => container.textContent,
  };
  mounted.add(self);
  self.render(children);
  return self;
}

/** Shows the status, and hands over the state of every render. */
export function Probe({ onState }: { onState?: ((state: TCCCState) => void) | undefined }): ReactNode {
  const state = useTCCC();
  onState?.(state);
  return <output ref={() => void (disconnect = state.disconnect)}>{state.status}</output>;
}

/** Runs `run` for each event of that name. */
export function On<K extends TCCCEventName>({
  name,
  run,
}: {
  name: K;
  run: (event: TCCCEventMap[K]) => unknown;
}): null {
  useTCCCEvent(name, run);
  return null;
}

/** Shows an error instead of its children, and hands it over. */
export class Boundary extends Component<
  { children: ReactNode; onCatch?: (error: unknown) => void },
  { error?: { code?: string } }
> {
  override state: { error?: { code?: string } } = {};
  static getDerivedStateFromError(error: object): { error: object } {
    return { error };
  }
  override componentDidCatch(error: unknown): void {
    this.props.onCatch?.(error);
  }
  override render(): ReactNode {
    return this.state.error ? <i>caught {this.state.error.code}</i> : this.props.children;
  }
}

/** Control of the simulated SDK that is in the page. */
export function simulator(): Simulator {
  if (!window.__tcccSimulator) throw new Error('No simulator script has run in this page.');
  return window.__tcccSimulator;
}

/** Listeners on an SDK of kind `recorded` or `leaky`, by name. */
export function listenersOf(name: string): ((event?: unknown) => void)[] {
  const { __tcccListeners: all = [] } = window as { __tcccListeners?: [string, () => void][] };
  return all.filter(([of]) => of === name).map(([, listener]) => listener);
}

/** Lets all timers of 0 ms run, and those which they set. Browsers make 4 ms of 0 where timers set timers. */
export const macrotask = (): Promise<void> => sleep(12);

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `check` no longer throws. */
export const eventually = <T,>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });

beforeEach(() => {
  takeConsoleErrors();
  takeRejections();
});

/** Every test ends here: what it mounted goes, and nothing of the library is left in the page. */
afterEach(async () => {
  await disconnect?.({ force: true });
  disconnect = undefined;
  mounted.forEach((root) => {
    root.unmount();
  });
  await releaseAll();
  await macrotask();
  const left = remains();
  forgetRemains();
  window.__tcccSimulator?.dispose();
  document.querySelectorAll('script[src*="tccc-sdk.js"], t3c-sdk').forEach((element) => {
    element.remove();
  });
  // The next test has a page that has never seen a connection.
  Reflect.deleteProperty(globalThis, Symbol.for('tccc-react/1'));
  expect(left, 'left in the page').toEqual([]);
  expect(takeRejections(), 'unhandled rejections').toEqual([]);
  expect(takeConsoleErrors(), 'console errors that the test did not expect').toEqual([]);
});
