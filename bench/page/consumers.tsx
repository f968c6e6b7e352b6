import { type ReactElement, type ReactNode, useEffect } from 'react';

import { useTCCC, useTCCCEvent } from '../../src/index.js';
import { mountProvider } from './live-page.js';

const CONSUMERS = 1000;

/** ms, round by round. */
export type ConsumerTimes = Record<'bare' | 'hooks', { mount: number[]; unmount: number[] }>;

let mounted = 0;

/** The effect that both have, so that each is known to have mounted. */
function useCount(): void {
  useEffect(() => {
    mounted += 1;
    return () => {
      mounted -= 1;
    };
  }, []);
}

function Bare(): ReactElement {
  useCount();
  return <span>ready</span>;
}

function Consumer(): ReactElement {
  const { status } = useTCCC();
  useTCCCEvent('callIn', () => undefined);
  useCount();
  return <span>{status}</span>;
}

const many = (One: () => ReactElement): ReactNode =>
  Array.from({ length: CONSUMERS }, (_, index) => <One key={index} />);

/** Mounts and unmounts 1,000 components below a ready provider: bare ones, and ones with both hooks. */
export async function measureConsumers(endpoint: string, rounds: number): Promise<ConsumerTimes> {
  const page = await mountProvider(endpoint, true);
  const times: ConsumerTimes = { bare: { mount: [], unmount: [] }, hooks: { mount: [], unmount: [] } };
  const timed = (children: ReactNode, expected: number): number => {
    const start = performance.now();
    page.show(children);
    const took = performance.now() - start;
    if (mounted !== expected) throw new Error(`${mounted} components are mounted.`);
    return took;
  };
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, One] of [
      ['bare', Bare],
      ['hooks', Consumer],
    ] as const) {
      const mount = timed(many(One), CONSUMERS);
      await new Promise((resolve) => setTimeout(resolve));
      const unmount = timed(null, 0);
      await new Promise((resolve) => setTimeout(resolve));
      if (round < 0) continue;
      times[name].mount.push(mount);
      times[name].unmount.push(unmount);
    }
  }
  return times;
}
