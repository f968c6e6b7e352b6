import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  useInternalCall,
  useOutboundCall,
  useSession,
  useSessions,
  useTCCCErrors,
  type TCCCOutboundOptions,
  type TCCCSession,
} from '../../../src/index.js';
import type { SimulatorFailureMode, SimulatorReadings } from '../../../src/simulator/index.js';
import { callsTo, openOnFakeClock, outcome, pass, unhandledIn } from './clock.js';
import { openDesk, quietly, thrownBy } from './desk.js';
import { emit, fresh, openProbe, probing, soon } from './probe.js';

const useDial = () => ({
  outbound: useOutboundCall(),
  internal: useInternalCall(),
  sessions: useSessions(),
  bar: useTCCCErrors(),
});
/** A customer who answers only when told to. */
const open = (readings: Partial<SimulatorReadings> = {}, more?: Parameters<typeof openProbe>[1]) =>
  openProbe(useDial, { ...more, options: { customer: 'manual', wrapUp: 0, readings, ...more?.options } });
const number = { phoneNumber: '13800000000' };

describe('call', () => {
  it('resolves when the call is created, not when it is answered', async () => {
    const { simulator, now } = await open();
    const session = (await outcome(now().outbound.call(number))) as TCCCSession;
    expect(session).toMatchObject({
      state: 'dialing',
      kind: 'phone',
      direction: 'outbound',
      attempt: 1,
      calleePhoneNumber: '008613800000000',
    });
    expect(session).not.toHaveProperty('times.connected');
    expect(now().sessions).toEqual([session]);
    act(() => {
      simulator.customer.answer();
    });
    expect(now().sessions).toMatchObject([{ sessionId: session.sessionId, state: 'connected' }]);
  });

  it('hands over every documented option, and nothing else', async () => {
    const { simulator, now } = await open();
    const options: Required<TCCCOutboundOptions> = {
      phoneNumber: '13800000000',
      phoneDesc: 'Ms Li',
      uui: 'order-7',
      skillGroupId: '12',
      callerPhoneNumber: '02112345678',
      servingNumberGroupIds: ['a', 'b'],
      phoneEncodeType: 'number',
    };
    const session = await outcome(now().outbound.call(options));
    expect(callsTo(simulator, 'Call.startOutboundCall')).toEqual([options]);
    expect(session).toMatchObject({ callerPhoneNumber: '008602112345678', remark: 'Ms Li' });
  });

  it.each<[string, Partial<SimulatorReadings>]>([
    ['the reply names it, after callOuted', { reply: 'wrapped' }],
    ['the reply names it, before callOuted', { reply: 'wrapped', outboundOrder: 'promise-first' }],
    ['the reply is the call itself', { reply: 'flat' }],
    ['only callOuted names it, before the reply', { reply: 'bare' }],
    ['only callOuted names it, after the reply', { reply: 'bare', outboundOrder: 'promise-first' }],
    ['callOuted has nothing but the id', { reply: 'bare', callOuted: 'id-only' }],
  ])('finds its one session where %s', async (_when, readings) => {
    const { simulator, now } = await open(readings);
    const session = await outcome(now().outbound.call(number));
    const [{ sessionId } = { sessionId: '' }] = simulator.sessions;
    expect(session).toMatchObject({ sessionId, state: 'dialing', kind: 'phone', direction: 'outbound' });
    await soon(() => expect(simulator.events.map(({ name }) => name)).toContain('callOuted'));
    expect(now().sessions).toHaveLength(1);
  });

  it('takes no session for its own that was there before', async () => {
    const { simulator, now } = await open({ reply: 'bare', outboundOrder: 'promise-first' });
    emit(simulator, ['callOuted', { sessionId: 'older' }]);
    const promise = now().outbound.call(number);
    emit(simulator, ['callOuted', { sessionId: 'older' }]);
    expect(await outcome(promise)).toMatchObject({ sessionId: simulator.sessions[0]?.sessionId });
  });

  it('resolves with nothing, and no error, where none is told of within 2 s', async () => {
    const { now } = await openOnFakeClock(useDial);
    vi.spyOn(simulatedCall(), 'startOutboundCall').mockResolvedValue({ status: 'success' });
    const settled = vi.fn();
    now().outbound.call(number).then(settled, settled);
    await pass(1999);
    expect(settled).not.toHaveBeenCalled();
    expect(now().outbound).toMatchObject({ pending: true, canDial: false });
    await pass(1);
    expect(settled.mock.calls).toEqual([[undefined]]);
    expect(now()).toMatchObject({ outbound: { pending: false, error: null, canDial: true }, sessions: [] });
    expect(now().bar.errors).toEqual([]);
  });

  it('gives the session as it is by then, though it be over already', async () => {
    const { simulator, now } = await open();
    vi.spyOn(simulatedCall(), 'startOutboundCall').mockImplementation(() => {
      simulator.emit('callOuted', { sessionId: 's-7' });
      simulator.emit('sessionEnded', { sessionId: 's-7', closeBy: 'client' });
      return Promise.resolve({ status: 'success', data: { sessionId: 's-7', calleePhoneNumber: '10086' } });
    });
    expect(await outcome(now().outbound.call(number))).toMatchObject({
      state: 'ended',
      closeBy: 'client',
      calleePhoneNumber: '10086',
    });
  });

  it.each<SimulatorFailureMode>(['reject', 'resolve', 'reject-error', 'throw'])(
    "rejects with the vendor's words where the SDK fails by %s, and may dial again",
    async (mode) => {
      const { simulator, now } = await open();
      simulator.fail('Call.startOutboundCall', { mode, errorMsg: 'Number blocked', times: 1 });
      const error = await outcome(now().outbound.call(number));
      expect(error).toMatchObject({
        code: 'sdk-call-failed',
        details: { action: 'startOutboundCall', sessionId: undefined, errorMsg: 'Number blocked' },
      });
      expect(now().outbound).toMatchObject({ pending: false, error, canDial: true, reason: null });
      expect(now().internal.error).toBeNull();
      expect(now().bar.errors).toEqual([error]);
      expect(now().sessions).toEqual([]);
      await act(() => now().outbound.call(number));
      expect(now().outbound.error).toBeNull();
    },
  );

  it('times out where the SDK never answers; its call still counts when it comes', async () => {
    const { simulator, now } = await open({}, { timeouts: { call: 30 } });
    simulator.never('Call.startOutboundCall');
    expect(await outcome(now().outbound.call(number))).toMatchObject({
      code: 'sdk-call-timeout',
      details: { action: 'startOutboundCall', timeout: 30 },
    });
    emit(simulator, ['callOuted', { sessionId: 'late' }]);
    expect(now().sessions).toMatchObject([{ sessionId: 'late', kind: 'phone', state: 'dialing' }]);
  });

  it('is ended with the connection', async () => {
    const { desk, simulator, now } = await open();
    simulator.never('Call.startOutboundCall');
    const promise = now().outbound.call(number);
    await act(() => desk.state().disconnect());
    expect(await outcome(promise)).toMatchObject({ code: 'aborted' });
    expect(now().outbound).toMatchObject({ pending: false, canDial: false, reason: 'not-ready' });
    await act(() => desk.state().connect());
    expect(now().outbound).toMatchObject({ pending: false, canDial: true });
  });

  it('leaves no rejection unhandled where nobody awaits it', async () => {
    const { simulator, now } = await open();
    simulator.fail('Call.startOutboundCall');
    const unhandled = await unhandledIn(() => {
      void now().outbound.call(number);
      void now().outbound.call(number);
    });
    expect(unhandled).toEqual([]);
    expect(now().bar.errors).toHaveLength(2);
  });
});

describe('canDial', () => {
  it.each([
    ['free', true],
    ['notReady', true],
    ['rest', true],
    ['busy', false],
    ['arrange', false],
    ['afterCallWork', false],
    ['offline', false],
  ] as const)('of an agent who is %s is %s', async (status, canDial) => {
    const { simulator, now } = await open();
    emit(simulator, ['statusChanged', { status }]);
    const reason = canDial ? null : 'status';
    expect(now().outbound).toMatchObject({ canDial, reason });
    expect(now().internal).toMatchObject({ canDial, reason });
    if (canDial) return;
    expect(await outcome(now().outbound.call(number))).toMatchObject({
      code: 'action-unavailable',
      details: {
        action: 'startOutboundCall',
        state: status === 'afterCallWork' ? 'arrange' : status,
        reason: 'status',
      },
    });
    expect(callsTo(simulator, 'Call.startOutboundCall')).toEqual([]);
  });

  it('is given where the SDK does not tell the status', async () => {
    const { now } = await open({ statusChangedAtBoot: 'not-sent' }, { options: { profile: 'api-22' } });
    expect(now().outbound).toMatchObject({ canDial: true, reason: null });
  });

  it('is not given before ready: call rejects not-ready', async () => {
    const { element, now } = probing(useDial);
    openDesk(element, fresh({ autoConnect: false }));
    expect(now().outbound).toMatchObject({ canDial: false, reason: 'not-ready', pending: false });
    const error = await outcome(now().outbound.call(number));
    expect(error).toMatchObject({ code: 'not-ready', details: { action: 'startOutboundCall' } });
  });

  it('is not given by either hook while one of them dials', async () => {
    const { simulator, now } = await open();
    simulator.never('Call.startOutboundCall');
    const { outbound, internal } = now();
    act(() => void outbound.call(number));
    expect(now().outbound).toMatchObject({ pending: true, canDial: false, reason: 'pending' });
    expect(now().internal).toMatchObject({ pending: false, canDial: false, reason: 'pending' });
    const refused = { code: 'action-unavailable', details: { reason: 'pending', state: 'free' } };
    expect(await outcome(internal.call({ calleeUserId: 'anna' }))).toMatchObject(refused);
    expect(await outcome(outbound.call(number))).toMatchObject(refused);
    // A refusal does not end what is under way.
    expect(now().outbound).toMatchObject({ pending: true, canDial: false, reason: 'pending' });
    expect(await outcome(outbound.call(number))).toMatchObject(refused);
    expect(callsTo(simulator, 'Call.startOutboundCall')).toHaveLength(1);
    expect(callsTo(simulator, 'Call.startInternalCall')).toEqual([]);
  });

  it('comes back when the call is over', async () => {
    const { simulator, now } = await open();
    await act(() => now().outbound.call(number));
    expect(now().outbound).toMatchObject({ pending: false, canDial: false, reason: 'status' });
    act(() => {
      simulator.customer.refuse();
    });
    expect(now().outbound).toMatchObject({ canDial: true, reason: null });
  });
});

it('has one call, and renders for nothing but its own', async () => {
  const { element, results, now } = probing(useOutboundCall);
  const desk = openDesk(element, fresh());
  await desk.until('ready');
  expect(new Set(results.map(({ call }) => call)).size).toBe(1);
  const [before, { length }] = [now(), results];
  for (let n = 0; n < 100; n++) {
    desk.again();
    emit(desk.simulator, ['callIn', { sessionId: `s-${n}`, type: 'im' }]);
  }
  expect(results).toHaveLength(length);
  expect(now()).toBe(before);
});

function Show(): ReactElement {
  const { pending, canDial, reason } = useOutboundCall();
  return <output>{`${pending} ${canDial} ${reason}`}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useOutboundCall' } });
  });
});

describe('in StrictMode at the root', () => {
  it('dials once, and has one session', async () => {
    const { simulator, now } = await open({}, { strict: true });
    await act(() => now().outbound.call(number));
    expect(callsTo(simulator, 'Call.startOutboundCall')).toHaveLength(1);
    expect(now().sessions).toHaveLength(1);
  });
});

describe('unmounted mid-way', () => {
  it('still resolves, and the session is there for others', async () => {
    quietly();
    const { desk, simulator, results, now } = await open();
    const promise = now().outbound.call(number);
    desk.again(<p />);
    const { length } = results;
    const session = (await outcome(promise)) as TCCCSession;
    expect(results).toHaveLength(length);
    const other = probing(() => useSession(session.sessionId));
    desk.again(other.element);
    expect(other.now()).toMatchObject({ state: 'dialing', sessionId: simulator.sessions[0]?.sessionId });
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('cannot dial', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>false false not-ready</output>');
  });
});

/** The SDK's own object, for what the simulator never does. */
function simulatedCall(): { startOutboundCall: (options: TCCCOutboundOptions) => Promise<unknown> } {
  return (window as unknown as { tccc: { Call: ReturnType<typeof simulatedCall> } }).tccc.Call;
}
