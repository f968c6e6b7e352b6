import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  useSession,
  useSessionActions,
  useSessionTimer,
  type TCCCSessionTimer,
} from '../../../src/index.js';
import { openOnFakeClock, pass } from './clock.js';
import { quietly, thrownBy } from './desk.js';
import { emit, ID, probing } from './probe.js';

const useTimer = (): TCCCSessionTimer => useSessionTimer(ID);
const NOTHING = { ringLeft: null, talk: null, hold: null, wrapUp: null };

/** A phone call that rings for 8 s, and the simulator that rang it. */
async function ringing(more?: Parameters<typeof openOnFakeClock>[1]) {
  const page = await openOnFakeClock(useTimer, more);
  act(() => {
    page.simulator.ring({ sessionId: ID, timeout: 8 });
  });
  return page;
}

/** A call that was answered just now. */
async function talking(more?: Parameters<typeof openOnFakeClock>[1]) {
  const page = await ringing(more);
  act(() => {
    page.simulator.agentUi.answer(ID);
  });
  return page;
}

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('what it counts', () => {
  it('is nothing where there is no session', async () => {
    const { results } = await openOnFakeClock(useTimer);
    expect(new Set(results.map((times) => JSON.stringify(times)))).toEqual(
      new Set([JSON.stringify(NOTHING)]),
    );
  });

  it('is the time left to answer, down to 0', async () => {
    const { simulator, now } = await openOnFakeClock(useTimer);
    emit(simulator, ['callIn', { sessionId: ID, type: 'phone', timeout: 3 }]);
    const seen = [];
    for (let n = 0; n < 5; n++) {
      seen.push(now().ringLeft);
      await pass(1000);
    }
    expect(seen).toEqual([3, 2, 1, 0, 0]);
    expect(now()).toMatchObject({ talk: null, hold: null, wrapUp: null });
  });

  it('is right at the first render that counts a session that began before', async () => {
    let id = 'nobody';
    const useNow = () => [useSession(ID), useSessionTimer(id)] as const;
    const { simulator, results } = await openOnFakeClock(useNow);
    emit(simulator, ['callIn', { sessionId: ID, type: 'phone' }], ['userAccessed', { sessionId: ID }]);
    await pass(2300);
    id = ID;
    const { length } = results;
    emit(simulator, ['callIn', { sessionId: ID, remark: 'renders' }]);
    expect(new Set(results.slice(length).map(([, { talk }]) => talk))).toEqual(new Set([2]));
  });

  it.each([0, undefined])('is no time left to answer where the timeout is %s', async (timeout) => {
    const { simulator, now, results } = await openOnFakeClock(useTimer);
    emit(simulator, ['callIn', { sessionId: ID, type: 'phone', timeout }]);
    const { length } = results;
    await pass(5000);
    expect(now()).toEqual(NOTHING);
    expect(results).toHaveLength(length);
  });

  it('is the talk once it is answered, and no time left', async () => {
    const { now } = await talking();
    expect(now()).toEqual({ ...NOTHING, talk: 0 });
    await pass(65_000);
    expect(now()).toEqual({ ...NOTHING, talk: 65 });
  });

  it('is nothing for a call that is dialed, until it is answered', async () => {
    const { simulator, now } = await openOnFakeClock(useTimer);
    emit(simulator, ['callOuted', { sessionId: ID }]);
    await pass(3000);
    expect(now()).toEqual(NOTHING);
    emit(simulator, ['calloutAccepted', { sessionId: ID }]);
    await pass(2000);
    expect(now()).toEqual({ ...NOTHING, talk: 2 });
  });

  it('is hold beside talk, from 0 at each hold', async () => {
    const actions = probing(() => useSessionActions(ID));
    const { desk, element, now } = await talking();
    desk.again([<div key="timer">{element}</div>, <div key="actions">{actions.element}</div>]);
    await pass(10_000);
    const turn = async (action: 'hold' | 'resume'): Promise<void> => {
      void actions.now()[action].run();
      await pass(1000);
    };
    expect(now()).toMatchObject({ hold: null, talk: 10 });
    await turn('hold');
    expect(now().hold).toBe(0);
    // The hold began a moment after the second.
    await pass(4100);
    expect(now()).toMatchObject({ hold: 5, talk: 15 });
    await turn('resume');
    expect(now()).toMatchObject({ hold: null, talk: 16 });
    await turn('hold');
    expect(now().hold).toBe(0);
  });

  it("is the agent's work after the call, while the talk stands still", async () => {
    const { simulator, now } = await talking({ options: { wrapUp: 30 } });
    await pass(12_500);
    act(() => {
      simulator.customer.hangUp(ID);
    });
    expect(now()).toEqual({ ...NOTHING, talk: 12, wrapUp: 0 });
    await pass(29_000);
    expect(now()).toEqual({ ...NOTHING, talk: 12, wrapUp: 29 });
    await pass(1000);
    expect(now()).toEqual({ ...NOTHING, talk: 12 });
  });

  it("is the vendor's length of the talk where it tells it", async () => {
    const { simulator, now } = await talking({ options: { wrapUp: 0 } });
    await pass(3000);
    emit(simulator, ['sessionEnded', { sessionId: ID, closeBy: 'client', duration: 9.614 }]);
    expect(now().talk).toBe(9);
  });

  it('is no talk for a call that nobody answered', async () => {
    const { simulator, now } = await ringing();
    await pass(2000);
    act(() => {
      simulator.customer.hangUp(ID);
    });
    expect(now()).toEqual(NOTHING);
  });

  it('is never below 0, though the clock of the computer is set back', async () => {
    const { now } = await talking();
    vi.setSystemTime(Date.now() - 3_600_000);
    await pass(2000);
    expect(now().talk).toBe(0);
  });
});

describe('its ticks', () => {
  it('come once a second, on the second of what is counted', async () => {
    const late = probing(useTimer);
    const { desk } = await talking();
    await pass(2400);
    desk.again(late.element);
    const at: number[] = [];
    for (let n = 0; n < 30; n++) {
      const { length } = late.results;
      await pass(100);
      if (late.results.length > length) at.push(2400 + (n + 1) * 100);
    }
    expect(at).toEqual([3000, 4000, 5000]);
    expect(late.now().talk).toBe(5);
  });

  it('render the component that calls it, once each, and no other', async () => {
    const other = probing(() => useSession(ID));
    const { desk, element, results } = await talking();
    desk.again([<div key="timer">{element}</div>, <div key="other">{other.element}</div>]);
    await pass(500);
    const before = [results.length, other.results.length] as const;
    for (let n = 0; n < 10; n++) await pass(1000);
    expect(results.length - before[0]).toBe(10);
    expect(other.results.length - before[1]).toBe(0);
  });

  it('stop in a hidden tab, and the time is right when it is shown', async () => {
    const { now, results } = await talking();
    await pass(2000);
    hide(true);
    const { length } = results;
    await pass(60_000);
    expect(results).toHaveLength(length);
    hide(false);
    expect(now().talk).toBe(62);
    await pass(1000);
    expect(now().talk).toBe(63);
  });

  it('do not begin in a hidden tab', async () => {
    const page = await openOnFakeClock(useTimer);
    hide(true);
    act(() => {
      page.simulator.ring({ sessionId: ID, timeout: 0 });
      page.simulator.agentUi.answer(ID);
    });
    const { length } = page.results;
    await pass(10_000);
    expect(page.results).toHaveLength(length);
    hide(false);
    expect(page.now().talk).toBe(10);
  });

  it('stop at the end', async () => {
    const { simulator, results } = await talking({ options: { wrapUp: 0 } });
    await pass(3000);
    act(() => {
      simulator.customer.hangUp(ID);
    });
    const { length } = results;
    await pass(60_000);
    expect(results).toHaveLength(length);
  });

  it('leave no timer behind when the component goes', async () => {
    const { desk } = await talking();
    await pass(1000);
    const before = vi.getTimerCount();
    desk.again(<p />);
    expect(vi.getTimerCount()).toBe(before - 1);
  });
});

function Show(): ReactElement {
  return <output>{JSON.stringify(useSessionTimer(ID))}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useSessionTimer' } });
  });
});

describe('in StrictMode at the root', () => {
  it('ticks with one timer', async () => {
    const { desk, now } = await talking({ strict: true });
    await pass(3000);
    expect(now().talk).toBe(3);
    const before = vi.getTimerCount();
    desk.again(<p />);
    expect(vi.getTimerCount()).toBe(before - 1);
  });
});

describe('rendered on a server', () => {
  it('counts nothing', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html.replaceAll('&quot;', '"')).toBe(`<output>${JSON.stringify(NOTHING)}</output>`);
  });
});
