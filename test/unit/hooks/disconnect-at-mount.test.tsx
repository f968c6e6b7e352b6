import { render, screen } from '@testing-library/react';
import { StrictMode, useEffect, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useTCCC } from '../../../src/index.js';
import { macrotask, onSimulator, simulate, Status } from './desk.js';

/** Disconnects for each agent that it is mounted with, as an app does where that agent is on a break. */
function OnBreak({ agentKey }: { agentKey: string }): null {
  const { disconnect } = useTCCC();
  useEffect(() => void disconnect(), [agentKey, disconnect]);
  return null;
}

const status = (): string => screen.getByRole('status').textContent;

/** Shows the desk of one agent after the other, in one root. */
function openDesks(strict: boolean, keyed = false) {
  const simulator = simulate();
  const asked = vi.fn();
  const tree = (agentKey: string, children?: ReactNode): ReactNode => {
    const desk = (
      <TCCCProvider key={keyed ? agentKey : 'desk'} {...onSimulator(simulator, asked)} agentKey={agentKey}>
        <Status />
        {children}
      </TCCCProvider>
    );
    return strict ? <StrictMode>{desk}</StrictMode> : desk;
  };
  const root = render(null);
  return {
    simulator,
    asked,
    show(agentKey: string, children?: ReactNode): void {
      root.rerender(tree(agentKey, children));
    },
  };
}

const ready = (): Promise<unknown> => screen.findByText('ready', undefined, { timeout: 8000 });

describe.each([
  ['plain', false],
  ['in StrictMode', true],
])('disconnect() in the effect of a child, %s', (_how, strict) => {
  it('holds at the mount: asks for no token and stays idle', async () => {
    const desks = openDesks(strict);
    desks.show('anna', <OnBreak agentKey="anna" />);
    await macrotask();
    expect(status()).toBe('idle');
    expect(desks.asked).not.toHaveBeenCalled();
  });

  it.each([
    ['where the provider is swapped by its key', true],
    ['where agentKey changes', false],
  ])('holds for the next agent %s, and ends the connection of the last', async (_what, keyed) => {
    const desks = openDesks(strict, keyed);
    desks.show('anna');
    await ready();
    desks.show('bob', <OnBreak agentKey="bob" />);
    await macrotask();
    await vi.waitFor(() => {
      expect(window).not.toHaveProperty('tccc');
    });
    await macrotask();
    expect(status()).toBe('idle');
    expect(desks.asked).toHaveBeenCalledTimes(1);
    expect(desks.simulator.calls.map(({ method }) => method)).toContain('Agent.offline');
  });

  it.each([
    ['swaps of the provider by its key', true],
    ['changes of agentKey', false],
  ])('holds over %s from one agent on a break to the next', async (_what, keyed) => {
    const desks = openDesks(strict, keyed);
    for (const agentKey of ['anna', 'bob', 'cleo']) {
      desks.show(agentKey, <OnBreak agentKey={agentKey} />);
      await macrotask();
      expect(status()).toBe('idle');
    }
    expect(desks.asked).not.toHaveBeenCalled();
  });

  it('does not hold for the next agent, whose desk calls none', async () => {
    const desks = openDesks(strict, true);
    desks.show('anna', <OnBreak agentKey="anna" />);
    await macrotask();
    desks.show('bob');
    await ready();
    expect(desks.asked).toHaveBeenCalledTimes(1);
  });
});
