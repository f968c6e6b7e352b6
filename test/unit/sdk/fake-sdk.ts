import { vi, type Mock } from 'vitest';
import type { TCCCSdk } from '../../../src/sdk/vendor.js';

type Listener = (payload: unknown) => void;

/** The emitter of an SDK, with the manners of Node's: what a listener throws stops those after it. */
export interface FakeSdk {
  sdk: TCCCSdk;
  on: Mock<TCCCSdk['on']>;
  off: Mock<NonNullable<TCCCSdk['off']>>;
  count: (name: string) => number;
  emit: (name: string, payload?: unknown) => void;
}

export function fakeSdk(): FakeSdk {
  const listeners: [string, Listener][] = [];
  const on = vi.fn<TCCCSdk['on']>((name, listener) => void listeners.push([name, listener as Listener]));
  const off = vi.fn<NonNullable<TCCCSdk['off']>>((name, listener) => {
    const index = listeners.findIndex(([of, other]) => of === name && other === listener);
    if (index >= 0) listeners.splice(index, 1);
  });
  const of = (name: string): Listener[] => listeners.flatMap(([key, one]) => (key === name ? [one] : []));
  return {
    sdk: { on, off } as unknown as TCCCSdk,
    on,
    off,
    count: (name) => of(name).length,
    emit(name, payload) {
      for (const listener of of(name)) listener(payload);
    },
  };
}
