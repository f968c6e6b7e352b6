import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useCallBarButtons, type TCCCCallBarButtons } from '../../../src/index.js';
import { callsTo } from './clock.js';
import { openDesk, quietly, thrownBy } from './desk.js';
import { fresh, openProbe, probing } from './probe.js';

const ALL = ['transferSeat', 'transferSkillGroup', 'holdToggle', 'forwardOut', 'showKeyboard', 'selfService'];

function Bar({ buttons }: { buttons: TCCCCallBarButtons }): ReactElement {
  return <output>{String(useCallBarButtons(buttons))}</output>;
}
/** Another SDK than the simulator's. */
const changing = (change: (sdk: object) => void) =>
  fresh({
    onStatusChange({ status }) {
      if (status === 'logging-in') change((window as unknown as { tccc: object }).tccc);
    },
  });
const text = () => document.querySelector('output')?.textContent;

describe('behaviour', () => {
  it('takes the named buttons away, once ready', async () => {
    const desk = openDesk(<Bar buttons={['holdToggle', 'forwardOut', 'unheardOf']} />, fresh());
    expect(text()).toBe('null');
    await desk.until('ready');
    expect(text()).toBe('true');
    expect(desk.simulator.ui.buttons).toEqual(
      ALL.filter((type) => !['holdToggle', 'forwardOut'].includes(type)),
    );
  });

  it('hands the configuration to a function, and its result to the SDK', async () => {
    const change = vi.fn(() => ({ active: [{ type: 'showKeyboard' }] }));
    const { simulator } = await openProbe(() => useCallBarButtons(change));
    expect(change.mock.calls).toEqual([[{ active: ALL.map((type) => ({ type })) }]]);
    expect(simulator.ui.buttons).toEqual(['showKeyboard']);
  });

  it('applies the newest, though it changed before ready', async () => {
    const desk = openDesk(<Bar buttons={['holdToggle']} />, fresh());
    desk.again(<Bar buttons={['forwardOut']} />);
    await desk.until('ready');
    expect(desk.simulator.ui.buttons).toEqual(ALL.filter((type) => type !== 'forwardOut'));
  });

  it('is applied once a connection, not once a render, and again to the next', async () => {
    const desk = openDesk(<Bar buttons={['holdToggle']} />, fresh());
    await desk.until('ready');
    for (let n = 0; n < 20; n++) desk.again(<Bar buttons={['holdToggle', `${n}`]} />);
    expect(callsTo(desk.simulator, 'overrideButtonConfig')).toHaveLength(1);
    await act(() => desk.state().disconnect());
    expect(text()).toBe('null');
    await act(() => desk.state().connect());
    expect(callsTo(desk.simulator, 'overrideButtonConfig')).toHaveLength(2);
    expect(desk.simulator.ui.buttons).not.toContain('holdToggle');
  });

  it('is false where the SDK cannot do it', async () => {
    const desk = openDesk(
      <Bar buttons={['holdToggle']} />,
      changing((sdk) => Reflect.deleteProperty(sdk, 'overrideButtonConfig')),
    );
    await desk.until('ready');
    expect(text()).toBe('false');
    expect(desk.simulator.ui.buttons).toEqual(ALL);
  });

  it('breaks nothing where the function throws', async () => {
    const { simulator, now } = await openProbe(() => useCallBarButtons(() => expect.fail('of the app')));
    expect(now()).toBe(true);
    expect(simulator.ui.buttons).toEqual(ALL);
  });

  it('breaks nothing where the SDK hands over another shape', async () => {
    const overrideButtonConfig = vi.fn((change: (config: object) => object) => change({}));
    const desk = openDesk(
      <Bar buttons={['holdToggle']} />,
      changing((sdk) => Object.assign(sdk, { overrideButtonConfig })),
    );
    await desk.until('ready');
    expect(overrideButtonConfig).toHaveBeenCalledTimes(1);
    expect(text()).toBe('true');
  });
});

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Bar buttons={[]} />))).toMatchObject({
      details: { caller: 'useCallBarButtons' },
    });
  });
});

describe('in StrictMode at the root', () => {
  it.each([true, false])('is applied once (mounted after ready: %s)', async (late) => {
    const { element } = probing(() => useCallBarButtons(({ active }) => ({ active: active.slice(1) })));
    const desk = openDesk(late ? undefined : element, fresh({ strict: true }));
    await desk.until('ready');
    desk.again(element);
    expect(callsTo(desk.simulator, 'overrideButtonConfig')).toHaveLength(1);
    expect(desk.simulator.ui.buttons).toEqual(ALL.slice(1));
  });
});

describe('unmounted mid-way', () => {
  it('changes nothing later', async () => {
    const desk = openDesk(<Bar buttons={['holdToggle']} />, fresh({ options: { login: 'never' } }));
    await desk.until('logging-in');
    desk.again(<p />);
    act(() => {
      desk.simulator.emit('ready');
    });
    expect(desk.state().status).toBe('ready');
    expect(callsTo(desk.simulator, 'overrideButtonConfig')).toEqual([]);
  });
});

describe('rendered on a server', () => {
  it('is null', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Bar buttons={[]} />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>null</output>');
  });
});
