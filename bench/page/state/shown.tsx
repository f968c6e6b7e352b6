import { type ReactElement, type ReactNode, useEffect, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { saw, seen } from './contender.js';

/** For each component that reads one record, whoever's hook it has: counts, and notes when it was done last. */
export function useSeen(): void {
  saw('renders');
  useEffect(() => {
    seen.mounted += 1;
    return () => {
      seen.mounted -= 1;
    };
  }, []);
  useLayoutEffect(() => {
    seen.lastCommit = performance.now();
  });
}

/** What it shows of its record. */
export function Shown({ children }: { children: ReactNode }): ReactElement {
  return <li>{children}</li>;
}

/** `show` of a contender whose provider is this. */
export function showBelow(wrap: (children: ReactNode) => ReactElement): (children: ReactNode) => void {
  const root = createRoot(document.getElementById('root')!);
  return (children) => {
    flushSync(() => {
      root.render(wrap(children));
    });
  };
}

/** Waits until this holds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
