import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TCCCProvider, useWorkbench, type TCCCWorkbench } from '../../../src/index.js';
import type { SimulatorMethod } from '../../../src/simulator/index.js';
import { openDesk, quietly, thrownBy } from './desk.js';
import { fresh, openProbe, probing } from './probe.js';

const METHODS: [keyof TCCCWorkbench, SimulatorMethod, ui: object][] = [
  ['hide', 'UI.hide', { visible: false }],
  ['show', 'UI.show', { visible: true }],
  ['hideFloatButton', 'UI.hidefloatButton', { floatButton: false }],
  ['showFloatButton', 'UI.showfloatButton', { floatButton: true }],
  ['hideWorkbench', 'UI.hideWorkbench', { workbench: false }],
  ['showWorkbench', 'UI.showWorkbench', { workbench: true }],
];

const uiCalls = ({ calls }: { calls: readonly { method: string; args: readonly unknown[] }[] }): unknown[] =>
  calls.filter(({ method }) => method.startsWith('UI.')).map(({ method, args }) => [method, ...args]);

describe('behaviour', () => {
  it.each(METHODS)('%s calls %s, without arguments', async (name, method, ui) => {
    const { simulator, now } = await openProbe(useWorkbench);
    const click = now()[name] as (event: unknown) => void;
    act(() => {
      click({ type: 'click' });
    });
    expect(uiCalls(simulator)).toEqual([[method]]);
    expect(simulator.ui).toMatchObject(ui);
  });

  it('does nothing before ready, and nothing after the end', async () => {
    const { element, now } = probing(useWorkbench);
    const desk = openDesk(element, fresh({ autoConnect: false }));
    const all = (): void => METHODS.forEach(([name]) => now()[name]());
    all();
    await act(() => desk.state().connect());
    expect(uiCalls(desk.simulator)).toEqual([]);
    await act(() => desk.state().disconnect());
    all();
    expect(uiCalls(desk.simulator)).toEqual([]);
  });

  it('does nothing where an older SDK has no such method', async () => {
    const { simulator, now } = await openProbe(useWorkbench, { options: { profile: 'api-22' } });
    METHODS.forEach(([name]) => now()[name]());
    expect(uiCalls(simulator)).toEqual([['UI.hide'], ['UI.show']]);
  });

  it('does not throw where the SDK does', async () => {
    const { simulator, now } = await openProbe(useWorkbench);
    simulator.fail('UI.hide');
    expect(() => {
      now().hide();
    }).not.toThrow();
  });

  it('returns the same object all along, and renders for nothing', async () => {
    const { desk, results } = await openProbe(useWorkbench);
    for (let n = 0; n < 20; n++) desk.again();
    expect(results).toHaveLength(1);
  });
});

function Show(): ReactElement {
  return <output>{Object.keys(useWorkbench()).length}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useWorkbench' } });
  });
});

describe('in StrictMode at the root', () => {
  it('calls the SDK once', async () => {
    const { simulator, now } = await openProbe(useWorkbench, { strict: true });
    now().hide();
    expect(uiCalls(simulator)).toEqual([['UI.hide']]);
  });
});

describe('unmounted', () => {
  it('leaves functions that still work, and interface as it was', async () => {
    const { desk, simulator, now } = await openProbe(useWorkbench);
    now().hideWorkbench();
    desk.again(<p />);
    expect(uiCalls(simulator)).toEqual([['UI.hideWorkbench']]);
    now().showWorkbench();
    expect(simulator.ui.workbench).toBe(true);
  });
});

describe('rendered on a server', () => {
  it('has its functions', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>6</output>');
  });
});
