import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  useAgentStatus,
  useTCCCErrors,
  type TCCCAgentStatus,
  type TCCCSdk,
} from '../../../src/index.js';
import type { SimulatorFailureMode } from '../../../src/simulator/index.js';
import { callsTo, openOnFakeClock, outcome, pass, unhandledIn } from './clock.js';
import { macrotask, openDesk, quietly, thrownBy } from './desk.js';
import { emit, fresh, openProbe, probing, soon } from './probe.js';

const open = (more?: Parameters<typeof openProbe>[1]) =>
  openProbe(useAgentStatus, { timeouts: { call: 2000 }, ...more });

/** An agent in a call, who can reserve a status for after it. */
async function inCall() {
  const page = await open({ options: { wrapUp: 0 } });
  act(() => {
    page.simulator.ring();
    page.simulator.agentUi.answer();
  });
  expect(page.now().status).toBe('busy');
  return page;
}

describe('the status', () => {
  it('is null until ready, then what the SDK says', async () => {
    const { element, results, now } = probing(useAgentStatus);
    const desk = openDesk(element, fresh({ options: { readings: { bootStatus: 'notReady' } } }));
    expect(now()).toMatchObject({ status: null, since: null, reserved: null, offlineBy: null });
    await desk.until('ready');
    expect(results.map(({ status }) => status)).toEqual([null, 'notReady']);
  });

  it('is read once, and never polled, whoever uses it and however long', async () => {
    const { desk, simulator, element, now } = await openOnFakeClock(useAgentStatus);
    desk.again([element, <div key="more">{[1, 2, 3].map((n) => ({ ...element, key: `${n}` }))}</div>]);
    await pass(5 * 60_000);
    act(() => {
      simulator.agentUi.setStatus('rest');
    });
    await pass(5 * 60_000);
    expect(now().status).toBe('rest');
    expect(callsTo(simulator, 'Agent.getStatus')).toHaveLength(1);
  });

  it('follows statusChanged, since that moment', async () => {
    const { simulator, now } = await openOnFakeClock(useAgentStatus);
    await pass(7000);
    act(() => {
      simulator.agentUi.setStatus('rest');
    });
    expect(now()).toMatchObject({ status: 'rest', since: Date.now() });
    await pass(5000);
    expect(now().since).toBe(Date.now() - 5000);
  });

  it('does not render, nor begin anew, when told the same again', async () => {
    const { simulator, results, now } = await open();
    const [before, { length }] = [now(), results];
    emit(simulator, ['statusChanged', { status: 'free' }], ['statusChanged', { status: 'free' }]);
    expect(results).toHaveLength(length);
    expect(now()).toBe(before);
  });

  it("calls the cloud's afterCallWork arrange", async () => {
    const { simulator, now } = await open();
    emit(simulator, ['statusChanged', { status: 'afterCallWork' }]);
    expect(now().status).toBe('arrange');
  });

  it.each<[string, unknown]>([
    ['without a status', {}],
    ['without a payload', undefined],
    ['with null', null],
  ])('asks the SDK after a statusChanged %s', async (_what, payload) => {
    const { desk, simulator, now } = await open();
    const { Agent } = desk.state().sdk as TCCCSdk;
    vi.spyOn(Agent, 'getStatus').mockReturnValue('rest');
    emit(simulator, ['statusChanged', payload]);
    expect(now().status).toBe('rest');
    expect(Agent.getStatus).toHaveBeenCalledTimes(1);
  });

  it('is offline where neither the event nor the SDK names a status', async () => {
    const { simulator, now } = await open({ options: { readings: { offlineStatus: 'absent' } } });
    expect(await outcome(now().offline())).toBeUndefined();
    expect(now()).toMatchObject({ status: 'offline', offlineBy: 'app' });
    expect(simulator.agent.status).toBe('offline');
  });

  it.each([7, {}, ['free']])('stays as it was when told %j', async (status) => {
    const { simulator, results, now } = await open();
    const { length } = results;
    emit(simulator, ['statusChanged', { status }]);
    expect(now().status).toBe('free');
    expect(results).toHaveLength(length);
  });

  it('passes on a status that the vendor adds', async () => {
    const { simulator, now } = await open();
    emit(simulator, ['statusChanged', { status: 'training' satisfies TCCCAgentStatus }]);
    expect(now().status).toBe('training');
  });

  it('is not known, where the SDK has no getStatus, until it is told', async () => {
    const readings = { statusChangedAtBoot: 'not-sent' } as const;
    const { simulator, now } = await open({ options: { profile: 'api-22', readings } });
    expect(now()).toMatchObject({ status: null, since: null });
    emit(simulator, ['statusChanged', { status: 'free' }]);
    expect(now().status).toBe('free');
  });

  it('is not known, where getStatus throws, until it is told', async () => {
    const { element, now } = probing(useAgentStatus);
    const desk = openDesk(element, fresh({ options: { readings: { statusChangedAtBoot: 'not-sent' } } }));
    desk.simulator.fail('Agent.getStatus');
    await desk.until('ready');
    expect(now().status).toBeNull();
    emit(desk.simulator, ['statusChanged', { status: 'notReady' }]);
    expect(now().status).toBe('notReady');
  });

  it('is null again, with nothing under way, when the connection ends', async () => {
    const { desk, simulator, now } = await open();
    simulator.never('Agent.setStatus');
    const pending = now().setStatus('rest');
    await act(() => desk.state().disconnect());
    expect(now()).toMatchObject({ status: null, since: null, offlineBy: null });
    expect(await outcome(pending)).toMatchObject({ code: 'aborted' });
    expect(simulator.agent.status).toBe('offline');
  });

  it('is nothing that the next agent sees', async () => {
    const { element, results, now } = probing(useAgentStatus);
    const desk = openDesk(element, { ...fresh(), agentKey: 'anna' });
    await desk.until('ready');
    act(() => {
      desk.simulator.ring();
      desk.simulator.agentUi.answer();
    });
    await act(() => now().setStatus('rest'));
    expect(now()).toMatchObject({ status: 'busy', reserved: 'rest' });
    const { length } = results;
    desk.again(undefined, { agentKey: 'bob' });
    await desk.until('ready');
    const seen = results.slice(length);
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([null, 'free']));
    expect(seen.every(({ reserved }) => reserved === null)).toBe(true);
  });
});

describe('setStatus', () => {
  it('hands over the rest reason, and resolves when the SDK has taken it', async () => {
    const { simulator, now } = await open();
    expect(await outcome(now().setStatus('rest', { restReason: 'Lunch' }))).toBeUndefined();
    expect(callsTo(simulator, 'Agent.setStatus')).toEqual([{ status: 'rest', restReason: 'Lunch' }]);
    expect(simulator.agent).toMatchObject({ status: 'rest', restReason: 'Lunch' });
    expect(now()).toMatchObject({ status: 'rest', reserved: null });
  });

  it('hands over no reason where none is given', async () => {
    const { simulator, now } = await open();
    await act(() => now().setStatus('notReady'));
    await act(() => now().setStatus('stopNotReady', { restReason: undefined }));
    expect(callsTo(simulator, 'Agent.setStatus')).toEqual([
      { status: 'notReady' },
      { status: 'stopNotReady' },
    ]);
    expect(now().status).toBe('free');
  });

  it('loses none of two, though the first is still under way', async () => {
    const { simulator, now } = await open();
    const { setStatus } = now();
    await act(() => Promise.all([setStatus('rest'), setStatus('notReady')]));
    expect(callsTo(simulator, 'Agent.setStatus')).toEqual([{ status: 'rest' }, { status: 'notReady' }]);
    await soon(() => expect(now().status).toBe('notReady'));
  });

  it.each<SimulatorFailureMode>(['reject', 'resolve', 'reject-error', 'throw'])(
    "rejects with the vendor's words where the SDK fails by %s, and keeps the error",
    async (mode) => {
      const { simulator, now } = await openProbe(() => ({ agent: useAgentStatus(), bar: useTCCCErrors() }));
      simulator.fail('Agent.setStatus', { mode, errorMsg: 'No such reason' });
      const error = await outcome(now().agent.setStatus('rest', { restReason: 'Nap' }));
      expect(error).toMatchObject({
        code: 'sdk-call-failed',
        details: { action: 'setStatus', sessionId: undefined, errorMsg: 'No such reason' },
      });
      expect(now().bar.errors).toEqual([error]);
      expect(now().agent).toMatchObject({ status: 'free', reserved: null });
    },
  );

  it('times out where the SDK never answers', async () => {
    const { simulator, now } = await open({ timeouts: { call: 30 } });
    simulator.never('Agent.setStatus');
    expect(await outcome(now().setStatus('rest'))).toMatchObject({
      code: 'sdk-call-timeout',
      details: { action: 'setStatus', timeout: 30 },
    });
  });

  it.each(['setStatus', 'online', 'offline'] as const)('%s needs the SDK', async (action) => {
    const { element, now } = probing(useAgentStatus);
    openDesk(element, fresh({ autoConnect: false }));
    const error = await outcome(now()[action]('rest'));
    expect(error).toMatchObject({ code: 'not-ready', details: { action } });
  });

  it('leaves no rejection unhandled where nobody awaits it', async () => {
    const { simulator, now } = await open({ timeouts: { call: 5 } });
    const { setStatus, online, offline } = now();
    simulator.fail('Agent.setStatus');
    simulator.never('Agent.offline');
    const unhandled = await unhandledIn(() => {
      void setStatus('rest');
      void offline();
      void online();
    });
    expect(unhandled).toEqual([]);
  });
});

describe('reserved', () => {
  it('is the status asked for in a call, until the call is over', async () => {
    const { simulator, now } = await inCall();
    await act(() => now().setStatus('rest', { restReason: 'Lunch' }));
    expect(now()).toMatchObject({ status: 'busy', reserved: 'rest' });
    act(() => {
      simulator.customer.hangUp();
    });
    expect(now()).toMatchObject({ status: 'rest', reserved: null });
  });

  it('waits for the work after the call', async () => {
    const { simulator, now } = await inCall();
    await act(() => now().setStatus('rest'));
    emit(simulator, ['statusChanged', { status: 'arrange' }]);
    expect(now()).toMatchObject({ status: 'arrange', reserved: 'rest' });
    emit(simulator, ['statusChanged', { status: 'rest' }]);
    expect(now().reserved).toBeNull();
  });

  it('is over when it was that work itself', async () => {
    const { simulator, now } = await inCall();
    await act(() => now().setStatus('arrange'));
    expect(now().reserved).toBe('arrange');
    emit(simulator, ['statusChanged', { status: 'afterCallWork' }]);
    expect(now()).toMatchObject({ status: 'arrange', reserved: null });
  });

  it('is replaced by the next wish, and taken back by stopNotReady', async () => {
    const { simulator, now } = await inCall();
    await act(() => now().setStatus('rest'));
    await act(() => now().setStatus('notReady'));
    expect(now().reserved).toBe('notReady');
    await act(() => now().setStatus('stopNotReady'));
    expect(now().reserved).toBeNull();
    expect(simulator.agent).not.toHaveProperty('reserved');
  });

  it('is nothing where the SDK refuses, nor outside a call', async () => {
    const { simulator, now } = await inCall();
    simulator.fail('Agent.setStatus', { times: 1 });
    await outcome(now().setStatus('rest'));
    expect(now().reserved).toBeNull();
    act(() => {
      simulator.customer.hangUp();
    });
    await act(() => now().setStatus('notReady'));
    expect(now()).toMatchObject({ status: 'notReady', reserved: null });
  });
});

describe('online and offline', () => {
  it('settle when the SDK says so, not before', async () => {
    const { simulator, now } = await open();
    const settled = vi.fn();
    // The simulator would say it: here it is said by hand.
    simulator.never('Agent.offline');
    const promise = now().offline();
    promise.then(settled, settled);
    emit(simulator, ['statusChanged', { status: 'rest' }]);
    await macrotask();
    expect(settled).not.toHaveBeenCalled();
    emit(simulator, ['statusChanged', { status: 'offline' }]);
    expect(await outcome(promise)).toBeUndefined();

    simulator.never('Agent.online');
    const back = now().online();
    back.then(settled, settled);
    emit(simulator, ['statusChanged', { status: 'offline' }]);
    await macrotask();
    expect(settled).toHaveBeenCalledTimes(1);
    emit(simulator, ['statusChanged', { status: 'notReady' }]);
    expect(await outcome(back)).toBeUndefined();
  });

  it('take the agent off and on again', async () => {
    const { simulator, now } = await open();
    await act(() => now().offline());
    expect(now().status).toBe('offline');
    await act(() => now().online());
    expect(now().status).toBe('free');
    expect(simulator.agent.status).toBe('free');
  });

  it('settle at once, with nothing called, where it is so already', async () => {
    const { simulator, now } = await open();
    await act(() => now().online());
    expect(callsTo(simulator, 'Agent.online')).toEqual([]);
    await act(() => now().offline());
    await act(() => now().offline());
    expect(callsTo(simulator, 'Agent.offline')).toHaveLength(1);
  });

  it('time out where the SDK never says so; what comes later still counts', async () => {
    const { simulator, now } = await open({ timeouts: { call: 30 } });
    simulator.never('Agent.offline');
    expect(await outcome(now().offline())).toMatchObject({
      code: 'sdk-call-timeout',
      details: { action: 'offline', timeout: 30 },
    });
    expect(now()).toMatchObject({ status: 'free', offlineBy: null });
    emit(simulator, ['statusChanged', { status: 'offline' }]);
    expect(now()).toMatchObject({ status: 'offline', offlineBy: 'app' });
  });

  it('reject where the SDK throws', async () => {
    const { simulator, now } = await open();
    simulator.fail('Agent.offline', { errorMsg: 'In a call' });
    expect(await outcome(now().offline())).toMatchObject({
      code: 'sdk-call-failed',
      details: { action: 'offline', errorMsg: 'In a call' },
    });
  });

  it('know who took the agent offline', async () => {
    const { simulator, now } = await open();
    await act(() => now().offline());
    expect(now().offlineBy).toBe('app');
    await act(() => now().online());
    expect(now().offlineBy).toBeNull();
    act(() => {
      simulator.forceOffline();
    });
    expect(now()).toMatchObject({ status: 'offline', offlineBy: 'elsewhere' });
    await act(() => now().online());
    expect(now().offlineBy).toBeNull();
  });

  it('blame nobody for an agent who was offline from the beginning', async () => {
    const { now } = await open({ options: { readings: { bootStatus: 'offline' } } });
    expect(now()).toMatchObject({ status: 'offline', offlineBy: null });
  });

  it('do not count as the reason once the SDK has refused, or the connection has ended', async () => {
    const { desk, simulator, now } = await open({ options: { readings: { bootStatus: 'offline' } } });
    await act(() => now().online());
    simulator.fail('Agent.offline', { times: 1 });
    await outcome(now().offline());
    act(() => {
      simulator.forceOffline();
    });
    expect(now().offlineBy).toBe('elsewhere');

    await act(() => now().online());
    await act(() => now().offline());
    await act(() => desk.state().disconnect());
    await act(() => desk.state().connect());
    expect(now()).toMatchObject({ status: 'offline', offlineBy: null });
  });
});

describe('ensureOnline', () => {
  it('connects first, then goes online', async () => {
    const { element, now } = probing(useAgentStatus);
    const options = { readings: { bootStatus: 'offline' } } as const;
    const desk = openDesk(element, fresh({ autoConnect: false, options }));
    expect(await outcome(now().ensureOnline())).toBeUndefined();
    expect(desk.state().status).toBe('ready');
    expect(now().status).toBe('free');
    expect(callsTo(desk.simulator, 'Agent.online')).toHaveLength(1);
  });

  it('calls nothing where the agent is online', async () => {
    const { desk, simulator, now } = await open();
    expect(await outcome(now().ensureOnline())).toBeUndefined();
    expect(callsTo(simulator, 'Agent.online')).toEqual([]);
    expect(desk.asked()).toBe(1);
  });

  it("rejects with the connection's error, handled or not", async () => {
    const { element, now } = probing(useAgentStatus);
    openDesk(element, fresh({ autoConnect: false, options: { script: 'error' } }));
    expect(await outcome(now().ensureOnline())).toMatchObject({ code: 'script-load-failed' });
    expect(await unhandledIn(() => now().ensureOnline())).toEqual([]);
  });
});

it('returns the same functions all along, and the same object until something changed', async () => {
  const { element, results, now } = probing(useAgentStatus);
  const desk = openDesk(element, fresh());
  await desk.until('ready');
  await act(() => now().setStatus('rest'));
  const functions = results.map(({ setStatus, online, offline, ensureOnline }) =>
    [setStatus, online, offline, ensureOnline].every(
      (one, n) => one === Object.values(functionsOf(now()))[n],
    ),
  );
  expect(new Set(functions)).toEqual(new Set([true]));
  const { length } = results;
  for (let n = 0; n < 100; n++) desk.again();
  emit(desk.simulator, ['callIn', { sessionId: 's-9', type: 'im' }]);
  expect(results).toHaveLength(length);
});

function functionsOf({
  setStatus,
  online,
  offline,
  ensureOnline,
}: ReturnType<typeof useAgentStatus>): object {
  return { setStatus, online, offline, ensureOnline };
}

function Show(): ReactElement {
  const { status, offlineBy } = useAgentStatus();
  return <output>{`${status} ${offlineBy}`}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({
      code: 'provider-missing',
      details: { caller: 'useAgentStatus' },
    });
  });
});

describe('in StrictMode at the root', () => {
  it('reads the status once, and goes offline once', async () => {
    const { simulator, now } = await open({ strict: true });
    expect(now().status).toBe('free');
    expect(callsTo(simulator, 'Agent.getStatus')).toHaveLength(1);
    await act(() => now().offline());
    expect(now()).toMatchObject({ status: 'offline', offlineBy: 'app' });
    expect(callsTo(simulator, 'Agent.offline')).toHaveLength(1);
  });
});

describe('unmounted mid-way', () => {
  it('still settles, and renders no more', async () => {
    quietly();
    const { desk, simulator, results, now } = await open();
    const promise = now().offline();
    desk.again(<p />);
    const { length } = results;
    expect(await outcome(promise)).toBeUndefined();
    expect(simulator.agent.status).toBe('offline');
    expect(results).toHaveLength(length);
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('has no status', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>null null</output>');
  });
});
