import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { TCCCError, TCCCProvider, type TCCCProviderProps, type TCCCSnapshot } from '../../../src/index.js';
import { onSimulator, simulate, Status } from './desk.js';

/** What an app may throw that keeps its errors from being changed. */
const frozen = Object.freeze(
  new TCCCError({ code: 'token-unauthorized', message: 'Please sign in.', details: { status: 401 } }),
);
const refuse = (): Promise<never> => Promise.reject(frozen);
const shown = (text: string): Promise<unknown> => screen.findByText(text, undefined, { timeout: 8000 });

/** A desk whose fetchToken fails with the frozen error, and what it told. */
async function openFailed() {
  const simulator = simulate();
  const snapshots: TCCCSnapshot[] = [];
  const tree = (source: object): ReactNode => (
    <TCCCProvider
      {...({ ...onSimulator(simulator), fetchToken: undefined, ...source } as unknown as TCCCProviderProps)}
      agentKey="anna"
      onStatusChange={(snapshot) => void snapshots.push(snapshot)}
    >
      <Status />
    </TCCCProvider>
  );
  const view = render(tree({ fetchToken: refuse }));
  await shown('error');
  return {
    simulator,
    snapshots,
    again(source: object): void {
      view.rerender(tree(source));
    },
  };
}

it('counts the attempt that a frozen error of fetchToken ended', async () => {
  const { snapshots } = await openFailed();
  expect(snapshots.at(-1)).toMatchObject({ status: 'error', attempt: 1 });
  expect(snapshots.at(-1)?.error).toBe(frozen);
});

it('reconnects by a new tokenEndpoint after a frozen error', async () => {
  const desk = await openFailed();
  const asked = vi
    .spyOn(window, 'fetch')
    .mockImplementation(() => Promise.resolve(Response.json(desk.simulator.issueToken())));
  desk.again({ tokenEndpoint: '/api/token' });
  await shown('ready');
  expect(asked).toHaveBeenCalledTimes(1);
});
