import { act, render } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TCCCProvider, useMaybeTCCC, useTCCC, type TCCCState } from '../../../src/index.js';
import { macrotask, openDesk } from './desk.js';

function Maybe({ onState }: { onState?: (state: TCCCState | undefined) => void }): ReactNode {
  const tccc = useMaybeTCCC();
  onState?.(tccc);
  return <output>{tccc?.status ?? 'no provider'}</output>;
}

describe('behaviour', () => {
  it('is what useTCCC returns, the same object', async () => {
    const pairs: [unknown, unknown][] = [];
    function Both(): null {
      pairs.push([useMaybeTCCC(), useTCCC()]);
      return null;
    }
    await openDesk(<Both />).until('ready');
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs.every(([maybe, sure]) => maybe === sure)).toBe(true);
  });

  it('follows the status', async () => {
    const desk = openDesk(<Maybe />);
    await desk.until('ready');
    expect(desk.container.textContent).toBe('ready');
    await act(() => desk.state().disconnect());
    expect(desk.container.textContent).toBe('idle');
  });
});

describe('outside a provider', () => {
  it('is undefined, and stays so', () => {
    const states: unknown[] = [];
    const { container, rerender } = render(<Maybe onState={(state) => states.push(state)} />);
    rerender(<Maybe onState={(state) => states.push(state)} />);
    expect(container.textContent).toBe('no provider');
    expect(states).toEqual([undefined, undefined]);
  });

  it('touches nothing of the page', () => {
    render(<Maybe />);
    expect(Symbol.for('tccc-react/1') in window).toBe(false);
  });
});

describe('in StrictMode at the root', () => {
  it('is ready after one token', async () => {
    const desk = openDesk(<Maybe />, { strict: true });
    await desk.until('ready');
    expect(desk.container.textContent).toBe('ready');
    expect(desk.asked()).toBe(1);
  });
});

describe('unmounted mid-way', () => {
  it('is told nothing any more', async () => {
    const states: unknown[] = [];
    const desk = openDesk(<Maybe onState={(state) => states.push(state?.status)} />);
    await desk.until('loading-script');
    desk.again(<p />);
    const before = states.length;
    await desk.until('ready');
    await macrotask();
    expect(states).toHaveLength(before);
  });
});

describe('rendered on a server', () => {
  it('is undefined outside a provider and idle inside', () => {
    const html = renderToString(
      <StrictMode>
        <Maybe />
        <TCCCProvider tokenEndpoint="/api/tccc/token">
          <Maybe />
        </TCCCProvider>
      </StrictMode>,
    );
    expect(html).toBe('<output>no provider</output><output>idle</output>');
  });
});
