import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { TCCCGate, TCCCProvider, useTCCC, type TCCCGateProps } from '../../../src/index.js';
import { Boundary, macrotask, openDesk, quietly, thrownBy } from './desk.js';

function Inside(): ReactNode {
  const tccc = useTCCC();
  return tccc.status === 'ready' ? 'inside' : 'too early';
}
const gate = (props?: Partial<TCCCGateProps>): ReactNode => (
  <TCCCGate loading="loading" {...props}>
    <Inside />
  </TCCCGate>
);
const failed: TCCCGateProps['error'] = (error, retry) => (
  <button onClick={() => void retry()}>{error.code}</button>
);

describe('behaviour', () => {
  it('shows loading from idle on, and its children when ready', async () => {
    const desk = openDesk(gate(), { autoConnect: false });
    expect(desk.container.textContent).toBe('loading');
    await act(() => desk.state().connect());
    expect(desk.container.textContent).toBe('inside');
    await act(() => desk.state().disconnect());
    expect(desk.container.textContent).toBe('loading');
  });

  it('shows nothing without loading', () => {
    const desk = openDesk(
      <TCCCGate>
        <Inside />
      </TCCCGate>,
      { autoConnect: false },
    );
    expect(desk.container).toBeEmptyDOMElement();
  });

  it('mounts its children no earlier than ready', async () => {
    const mounted = vi.fn();
    const Child = (): null => {
      mounted(useTCCC().status);
      return null;
    };
    const desk = openDesk(
      <TCCCGate>
        <Child />
      </TCCCGate>,
    );
    await desk.until('ready');
    expect(new Set(mounted.mock.calls.flat())).toEqual(new Set(['ready']));
  });

  it('shows what error returns, whose retry mends it', async () => {
    const desk = openDesk(gate({ error: failed }), { options: { script: 'error' } });
    await desk.until('error');
    expect(desk.container.textContent).toBe('script-load-failed');
    desk.simulator.configure({ script: 'load' });
    act(() => {
      desk.getByRole('button').click();
    });
    await desk.until('ready');
    expect(desk.container.textContent).toBe('inside');
  });

  it.each([{}, { error: undefined }])('throws to the error boundary with %o', async (props) => {
    quietly();
    const desk = openDesk(<Boundary>{gate(props)}</Boundary>, { options: { script: 'error' } });
    await desk.until('error');
    expect(desk.container.textContent).toBe('caught script-load-failed');
  });
});

describe('outside a provider', () => {
  it('throws provider-missing', () => {
    quietly();
    expect(thrownBy(() => render(gate()))).toMatchObject({ code: 'provider-missing' });
  });
});

describe('in StrictMode at the root', () => {
  it('opens once', async () => {
    const desk = openDesk(gate(), { strict: true });
    await desk.until('ready');
    expect(desk.container.textContent).toBe('inside');
    expect(desk.asked()).toBe(1);
  });
});

describe('unmounted mid-way', () => {
  it('leaves no warning', async () => {
    quietly();
    const desk = openDesk(gate());
    await desk.until('loading-script');
    desk.again(<p />);
    await desk.until('ready');
    await macrotask();
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('shows loading', () => {
    const html = renderToString(<TCCCProvider tokenEndpoint="/api/tccc/token">{gate()}</TCCCProvider>);
    expect(html).toBe('loading');
  });
});
