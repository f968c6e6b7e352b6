// Each outbound flow, to customers and to colleagues, through the hooks, against the simulator's script.
import { describe, expect, it, vi } from 'vitest';
import type { TCCCSession } from '../../src/index.js';
import { type Agent, failureOf, mountAgent, openAgent } from './support/agent.js';

const number = { phoneNumber: '13800000000' };
const anna = { calleeUserId: 'anna@example.com' };

/** The two ways to dial: what the session is, and what the SDK is asked for. */
const WAYS = {
  outbound: {
    kind: 'phone',
    method: 'Call.startOutboundCall',
    options: number,
    call: ({ now }: Agent) => now().outbound.call(number),
    dial: ({ sim }: Agent) => sim.agentUi.dial(number.phoneNumber),
  },
  internal: {
    kind: 'internal',
    method: 'Call.startInternalCall',
    options: anna,
    call: ({ now }: Agent) => now().internal.call(anna),
    dial: ({ sim }: Agent) => sim.agentUi.dialColleague(anna.calleeUserId),
  },
} as const;
const NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];

const idOf = (session: TCCCSession | undefined): string => {
  expect(session).toMatchObject({ state: 'dialing', direction: 'outbound', attempt: 1 });
  return session!.sessionId;
};

it('calls a customer with the number of the agent’s choice, from dialing to done', async () => {
  const agent = await openAgent({ customer: 'manual', wrapUp: 4 });
  const { sim, now, session, run, can, until, untilStatus } = agent;
  const options = { ...number, callerPhoneNumber: '02112345678', phoneDesc: 'Ms Li', uui: 'order-7' };
  sim.delay('Call.startOutboundCall', 2000);
  const promise = now().outbound.call(options);
  await agent.when(() =>
    expect(now().outbound).toMatchObject({ pending: true, canDial: false, reason: 'pending' }),
  );
  expect(now().internal).toMatchObject({ pending: false, canDial: false, reason: 'pending' });
  const id = idOf(await promise);
  const told = {
    calleePhoneNumber: '008613800000000',
    callerPhoneNumber: '008602112345678',
    remark: 'Ms Li',
  };
  await until(id, 'dialing');
  expect(session(id)).toMatchObject({ kind: 'phone', serverType: 'staffSeat', ...told });
  expect(agent.calls()).toEqual([['Call.startOutboundCall', options]]);
  expect([can(id), now().active, now().incoming]).toEqual([['hangUp'], session(id), []]);
  await untilStatus('busy');
  expect(now().outbound).toMatchObject({ pending: false, canDial: false, reason: 'status', error: null });

  sim.customer.answer(id);
  await until(id, 'connected');
  expect(can(id)).toEqual(['hangUp', 'hold', 'mute', 'sendDigits', 'transfer', 'unmute']);
  expect(await run(id, 'sendDigits', '1')).toBeUndefined();
  expect(await run(id, 'hold')).toBeUndefined();
  expect([session(id)?.state, sim.sessions[0]?.state]).toEqual(['held', 'held']);
  expect(await run(id, 'resume')).toBeUndefined();
  expect(await run(id, 'mute')).toBeUndefined();
  expect(session(id)).toMatchObject({ state: 'connected', micMuted: true, ...told });
  sim.customer.hangUp(id);
  expect(await until(id, 'ended')).toMatchObject({ closeBy: 'client', duration: expect.any(Number) as 0 });

  await untilStatus('arrange');
  expect(now().outbound).toMatchObject({ canDial: false, reason: 'status' });
  await untilStatus('free');
  expect(now().outbound).toMatchObject({ canDial: true, reason: null });
  expect(await run(id, 'remove')).toBeUndefined();
  await until(id, 'completed');
  await vi.waitFor(() => expect(agent.heard(id).at(-1)).toBe('sessionCompleted completed'));
  const talked = ['connected', 'held', 'connected', 'ended', 'completed'];
  expect([agent.trail(id), now().listed]).toEqual([['dialing', ...talked], []]);
  expect(agent.heard(id)).toEqual([
    'callOuted dialing',
    'calloutAccepted connected',
    'sessionEnded ended',
    'sessionCompleted completed',
  ]);
  expect(agent.statuses).toEqual(['null', 'free', 'busy', 'arrange', 'free']);
});

describe.each(NAMES)('an %s call', (name) => {
  const { kind, method, options, call, dial } = WAYS[name];

  it('is answered, muted, and ended by this agent', async () => {
    const agent = await openAgent({ answerDelay: 500, wrapUp: 2 });
    const { session, run, until, untilStatus } = agent;
    const id = idOf(await call(agent));
    await until(id, 'connected');
    const peer = kind === 'internal' ? { peerUserId: anna.calleeUserId } : {};
    expect(session(id)).toMatchObject({ kind, direction: 'outbound', ...peer });
    expect(await run(id, 'mute')).toBeUndefined();
    expect([session(id)?.micMuted, agent.sim.sessions[0]?.micMuted]).toEqual([true, true]);
    expect(await run(id, 'hangUp')).toBeUndefined();
    expect(await until(id, 'ended')).toMatchObject({ closeBy: 'seat', duration: expect.any(Number) as 0 });
    expect(await run(id, 'remove')).toBeUndefined();
    await until(id, 'completed');
    await untilStatus('free');
    const removed = kind === 'phone' ? ['Call.deleteCall'] : [];
    expect(agent.calls().map(([called]) => called)).toEqual([
      method,
      'Call.muteMic',
      'Call.hungUp',
      ...removed,
    ]);
    expect(agent.calls()[0]).toEqual([method, options]);
    expect(agent.trail(id)).toEqual(['dialing', 'connected', 'ended', 'completed']);
  });

  it('is not answered, whatever the reason, and leaves no work after it', async () => {
    const agent = await openAgent({ customer: 'manual', dialTimeout: 2 });
    const { sim, run, until, untilStatus } = agent;
    const unanswered = async (id: string, ending: object): Promise<void> => {
      const ended = await until(id, 'ended');
      expect(ended).toMatchObject({ kind, ...ending });
      expect(Object.keys(ended.times)).toEqual(['dialing', 'ended']);
      expect([ended, agent.can(id)]).toEqual([expect.not.objectContaining({ duration: 0 }), ['remove']]);
      expect(agent.trail(id)).toEqual(['dialing', 'ended']);
      await untilStatus('free');
    };
    // By whom each ends, and why: the vendor tells more of a phone call.
    const more = (reason: string): object =>
      kind === 'phone' ? { mainReason: reason, subReason: reason } : { mainReason: reason };

    const refused = idOf(await call(agent));
    sim.customer.refuse(refused);
    await unanswered(refused, { closeBy: 'client', mainReason: 'userReject' });
    const busy = idOf(await call(agent));
    sim.customer.busy(busy);
    await unanswered(busy, { closeBy: 'admin', ...more('busy') });
    const cancelled = idOf(await call(agent));
    expect(await run(cancelled, 'hangUp')).toBeUndefined();
    await unanswered(cancelled, { closeBy: 'seat', mainReason: 'callerCancel' });
    sim.configure({ customer: 'stays-away' });
    const missed = idOf(await call(agent));
    await unanswered(missed, { closeBy: 'admin', ...more('notAnswer') });
    sim.configure({ customer: 'manual' });

    // Blocked by the platform: there is no session, and nothing of it remains.
    sim.fail(method, { errorMsg: 'restrictedArea', times: 1 });
    const blocked = await failureOf(call(agent));
    const details = { action: method.slice(5), errorMsg: 'restrictedArea' };
    expect(blocked).toMatchObject({ code: 'sdk-call-failed', details });
    await agent.when(() => expect(agent.now()[name]).toMatchObject({ error: blocked, canDial: true }));
    expect(agent.now().bar.errors).toEqual([blocked]);
    expect(agent.now().all).toHaveLength(4);

    const forced = idOf(await call(agent));
    expect(agent.now()[name].error).toBeNull();
    sim.forceOffline();
    expect(await until(forced, 'ended')).toMatchObject({ closeBy: 'admin' });
    await untilStatus('offline');
    expect(agent.now()[name]).toMatchObject({ canDial: false, reason: 'status' });
    expect(agent.statuses).not.toContain('arrange');
  });

  it('is seen also when it was dialed in the vendor’s interface', async () => {
    const agent = await openAgent({ customer: 'manual', wrapUp: 0 });
    const { sim, until, untilStatus } = agent;
    const id = dial(agent);
    await until(id, 'dialing');
    // No event tells that it is a colleague who was called there.
    expect(agent.session(id)).toMatchObject({ kind: 'phone', direction: 'outbound' });
    await untilStatus('busy');
    sim.customer.answer(id);
    await until(id, 'connected');
    sim.agentUi.hangUp(id);
    await until(id, 'ended');
    expect(agent.heard(id)).toEqual(['callOuted dialing', 'calloutAccepted connected', 'sessionEnded ended']);
    expect(agent.calls()).toEqual([]);
  });

  it('is for an agent who is free, not ready or at rest, and for no other', async () => {
    const agent = mountAgent({ answerDelay: 100, wrapUp: 4 });
    const { now, until, untilStatus } = agent;
    await agent.when(() => expect(now()[name]).toMatchObject({ canDial: false, reason: 'not-ready' }));
    expect(await failureOf(call(agent))).toMatchObject({ code: 'not-ready' });
    await agent.desk.until('ready');
    const refused = async (state: string): Promise<void> => {
      await untilStatus(state);
      const reason = 'status';
      expect(now()[name]).toMatchObject({ canDial: false, reason });
      const details = { action: method.slice(5), state, reason };
      expect(await failureOf(call(agent))).toMatchObject({ code: 'action-unavailable', details });
    };

    for (const status of ['rest', 'notReady'] as const) {
      await now().agent.setStatus(status);
      await untilStatus(status);
      expect(now()[name]).toMatchObject({ canDial: true, reason: null });
      const id = idOf(await call(agent));
      await until(id, 'connected');
      await refused('busy');
      agent.sim.customer.hangUp(id);
      await refused('arrange');
      await untilStatus(status);
    }
    await now().agent.offline();
    await refused('offline');
    expect(agent.calls().map(([called]) => called)).toEqual([method, method]);
    const call2 = ['busy', 'arrange'];
    expect(agent.statuses).toEqual([
      ...['null', 'free', 'rest', ...call2, 'rest', 'notReady', ...call2, 'notReady', 'offline'],
    ]);
  });
});
