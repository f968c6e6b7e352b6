import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  useInternalCall,
  useOutboundCall,
  useSessions,
  type TCCCSdk,
} from '../../../src/index.js';
import type { SimulatorReadings } from '../../../src/simulator/index.js';
import { callsTo, openOnFakeClock, outcome, pass } from './clock.js';
import { quietly, thrownBy } from './desk.js';
import { emit, openProbe, soon } from './probe.js';

const useDial = () => ({ internal: useInternalCall(), outbound: useOutboundCall(), sessions: useSessions() });
const open = (readings: Partial<SimulatorReadings> = {}, more?: Parameters<typeof openProbe>[1]) =>
  openProbe(useDial, { ...more, options: { customer: 'manual', wrapUp: 0, readings, ...more?.options } });
const anna = { calleeUserId: 'anna@example.com' };

describe('behaviour', () => {
  it.each<[string, Partial<SimulatorReadings>]>([
    ['only callOuted names it, before the reply', {}],
    ['only callOuted names it, after the reply', { outboundOrder: 'promise-first' }],
    ['the reply names it too', { internalReply: 'data' }],
    ['the reply names it, before callOuted', { internalReply: 'data', outboundOrder: 'promise-first' }],
    ['the reply is the call itself', { internalReply: 'data', reply: 'flat' }],
  ])('resolves with its one session, an internal one, where %s', async (_when, readings) => {
    const { simulator, now } = await open(readings);
    const session = await outcome(now().internal.call(anna));
    const [{ sessionId } = { sessionId: '' }] = simulator.sessions;
    expect(session).toMatchObject({ sessionId, kind: 'internal', state: 'dialing', direction: 'outbound' });
    await soon(() => expect(simulator.events.map(({ name }) => name)).toContain('callOuted'));
    expect(now().sessions).toMatchObject([{ sessionId, kind: 'internal', state: 'dialing' }]);
    act(() => {
      simulator.customer.answer();
    });
    expect(now().sessions).toMatchObject([{ sessionId, kind: 'internal', state: 'connected' }]);
  });

  it('connects as well where the colleague answers by userAccessed', async () => {
    const { simulator, now } = await open({ internalAnswered: 'userAccessed' });
    await act(() => now().internal.call(anna));
    act(() => {
      simulator.customer.answer();
    });
    expect(now().sessions).toMatchObject([{ kind: 'internal', state: 'connected' }]);
  });

  it('hands over every documented option', async () => {
    const { simulator, now } = await open();
    await act(() => now().internal.call({ ...anna, useMobile: true }));
    expect(callsTo(simulator, 'Call.startInternalCall')).toEqual([{ ...anna, useMobile: true }]);
  });

  it('takes only the first new call since then for its own', async () => {
    const { simulator, now } = await open({ outboundOrder: 'promise-first' });
    const promise = now().internal.call(anna);
    emit(simulator, ['callOuted', { sessionId: 'first' }], ['callOuted', { sessionId: 'second' }]);
    expect(await outcome(promise)).toMatchObject({ sessionId: 'first', kind: 'internal' });
    expect(now().sessions).toContainEqual(expect.objectContaining({ sessionId: 'second', kind: 'phone' }));
  });

  it('makes no later call internal, once it is over', async () => {
    const { simulator, now } = await open();
    simulator.fail('Call.startInternalCall', { times: 1 });
    await outcome(now().internal.call(anna));
    emit(simulator, ['callOuted', { sessionId: 's-2' }]);
    expect(now().sessions).toMatchObject([{ sessionId: 's-2', kind: 'phone' }]);
  });

  it('resolves with nothing, and no error, where no session is told of within 2 s', async () => {
    const { desk, now } = await openOnFakeClock(useDial);
    const { Call } = desk.state().sdk as TCCCSdk;
    vi.spyOn(Call, 'startInternalCall').mockReturnValue({ status: 'success' });
    const settled = vi.fn();
    now().internal.call(anna).then(settled, settled);
    await pass(1999);
    expect(settled).not.toHaveBeenCalled();
    await pass(1);
    expect(settled.mock.calls).toEqual([[undefined]]);
    expect(now().internal).toMatchObject({ pending: false, error: null, canDial: true });
  });

  it('keeps its error apart from the one of outbound calls', async () => {
    const { simulator, now } = await open();
    simulator.fail('Call.startInternalCall', { errorMsg: 'Colleague is offline' });
    const error = await outcome(now().internal.call(anna));
    expect(error).toMatchObject({
      code: 'sdk-call-failed',
      details: { action: 'startInternalCall', errorMsg: 'Colleague is offline' },
    });
    expect(now()).toMatchObject({ internal: { error, canDial: true }, outbound: { error: null } });
  });

  it('blocks outbound calls while it is pending', async () => {
    const { simulator, now } = await open();
    simulator.never('Call.startInternalCall');
    act(() => void now().internal.call(anna));
    expect(now().internal).toMatchObject({ pending: true, canDial: false, reason: 'pending' });
    expect(now().outbound).toMatchObject({ pending: false, canDial: false, reason: 'pending' });
    expect(await outcome(now().outbound.call({ phoneNumber: '10086' }))).toMatchObject({
      code: 'action-unavailable',
      details: { action: 'startOutboundCall', reason: 'pending' },
    });
    expect(callsTo(simulator, 'Call.startOutboundCall')).toEqual([]);
  });
});

function Show(): ReactElement {
  const { pending, canDial, reason } = useInternalCall();
  return <output>{`${pending} ${canDial} ${reason}`}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useInternalCall' } });
  });
});

describe('in StrictMode at the root', () => {
  it('dials once, and has one session', async () => {
    const { simulator, now } = await open({}, { strict: true });
    await act(() => now().internal.call(anna));
    expect(callsTo(simulator, 'Call.startInternalCall')).toHaveLength(1);
    expect(now().sessions).toMatchObject([{ kind: 'internal' }]);
  });
});

describe('unmounted mid-way', () => {
  it('still resolves with the internal session', async () => {
    const { desk, now, results } = await open({ outboundOrder: 'promise-first' });
    const promise = now().internal.call(anna);
    desk.again(<p />);
    const { length } = results;
    expect(await outcome(promise)).toMatchObject({ kind: 'internal', state: 'dialing' });
    expect(results).toHaveLength(length);
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
