import { render, screen } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, type TCCCProviderOptions } from '../../../src/index.js';
import { Boundary, macrotask, onSimulator, openDesk, quietly } from './desk.js';

type Desk = ReturnType<typeof openDesk>;

/** One more provider for the desk's agent, in a boundary. */
function another(desk: Desk, name: string, props: TCCCProviderOptions, asked = vi.fn()): ReactNode {
  return (
    <Boundary key={name}>
      <TCCCProvider {...onSimulator(desk.simulator, asked)} agentKey="anna" {...props}>
        {name}
      </TCCCProvider>
    </Boundary>
  );
}

describe.each([
  ['plain', false],
  ['in StrictMode', true],
])('%s', (_how, strict) => {
  const show = (children: ReactNode) => render(strict ? <StrictMode>{children}</StrictMode> : children);

  it('a provider that conflicts does not start the connection that the first one has ended', async () => {
    quietly();
    const asked = vi.fn();
    const desk = openDesk(undefined, { agentKey: 'anna', strict });
    const { disconnect } = await desk.until('ready');
    await disconnect();
    show(another(desk, 'second', { agentKey: 'bob' }, asked));
    await screen.findByText('caught provider-conflict');
    await macrotask();
    expect(desk.state().status).toBe('idle');
    expect([desk.asked(), asked.mock.calls.length]).toEqual([1, 0]);
  });

  it('a provider that agrees does start it', async () => {
    const desk = openDesk(undefined, { agentKey: 'anna', strict });
    const { disconnect } = await desk.until('ready');
    await disconnect();
    show(another(desk, 'second', {}));
    await desk.until('ready');
    expect(desk.asked()).toBe(2);
  });

  it('tells only the first of two that are mounted at once onto a kept SDK of ready, and once', async () => {
    const desk = openDesk(undefined, { agentKey: 'anna', strict });
    const { sdk } = await desk.until('ready');
    desk.unmount();
    await macrotask();
    const told: [string, unknown][] = [];
    const mounted = (name: string): ReactNode =>
      another(desk, name, { onReady: (ready) => void told.push([name, ready]) });
    show([mounted('first'), mounted('second')]);
    await macrotask();
    expect(told).toEqual([['first', sdk]]);
    expect(desk.asked()).toBe(1);
  });
});
