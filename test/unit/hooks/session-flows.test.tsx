import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type TCCCSession, type TCCCSessionAction, useSessions } from '../../../src/index.js';
import { callsOf, ID, openProbe, run, soon, useBoth } from './probe.js';

type Kind = Exclude<TCCCSession['kind'], 'unknown'>;
type Step = [
  action: TCCCSessionAction,
  method: string | null,
  state: TCCCSession['state'],
  given?: unknown,
  options?: object,
];

const digits = { dtmfText: '12#' };
const CALL: Step[] = [
  ['accept', 'Call.accept', 'connected'],
  ['mute', 'Call.muteMic', 'connected'],
  ['unmute', 'Call.unmuteMic', 'connected'],
  ['hold', 'Call.hold', 'held'],
  ['resume', 'Call.unHold', 'connected'],
  ['sendDigits', 'Call.sendDigits', 'connected', '12#', digits],
  ['hangUp', 'Call.hungUp', 'ended'],
  ['remove', 'Call.deleteCall', 'completed'],
];
const FLOWS: Record<Kind, Step[]> = {
  phone: CALL,
  voip: CALL,
  im: [
    ['accept', 'Chat.accept', 'connected'],
    ['hangUp', 'Chat.end', 'ended'],
    ['remove', null, 'completed'],
  ],
  video: [
    ['accept', 'Video.accept', 'connected'],
    ['mute', 'Video.muteMic', 'connected'],
    ['unmute', 'Video.unmuteMic', 'connected'],
    ['muteVideo', 'Video.muteVideo', 'connected'],
    ['unmuteVideo', 'Video.unmuteVideo', 'connected'],
    ['hangUp', 'Video.end', 'ended'],
    ['remove', null, 'completed'],
  ],
  internal: [
    ['accept', 'Call.accept', 'connected'],
    ['mute', 'Call.muteMic', 'connected'],
    ['unmute', 'Call.unmuteMic', 'connected'],
    ['hangUp', 'Call.hungUp', 'ended'],
    ['remove', null, 'completed'],
  ],
};
const KINDS = Object.keys(FLOWS) as Kind[];

const useAll = () => ({ ...useBoth(), listed: useSessions() });

/** A connection at which a session of this kind rings, answered on demand. */
async function ringing(type: Kind, options = {}, answered = false) {
  const opened = await openProbe(useAll, { options });
  const { simulator, now } = opened;
  act(() => void simulator.ring({ type, sessionId: ID }));
  if (answered) {
    act(() => {
      simulator.agentUi.answer(ID);
    });
  }
  const state = (): string | undefined => now().session?.state;
  return { ...opened, state };
}

it.each(KINDS)('goes through all a %s session can do, each by its own SDK method', async (kind) => {
  const { simulator, now, state } = await ringing(kind);
  expect(now().session).toMatchObject({ kind, state: 'offered', direction: 'inbound', attempt: 1 });
  const wanted: unknown[][] = [];
  for (const [action, method, after, given, options] of FLOWS[kind]) {
    expect([action, now().actions[action].available]).toEqual([action, true]);
    expect(await run(now().actions, action, given)).toBeUndefined();
    await soon(() => expect([action, state()]).toEqual([action, after]));
    if (method) wanted.push([method, { sessionId: ID, ...options }]);
    expect(callsOf(simulator)).toEqual(wanted);
  }
  expect(now().session).toMatchObject({ closeBy: 'seat', kind });
  expect(now().listed).toEqual([]);
});

it('believes accept only when the SDK says so: until then it rings', async () => {
  const { now, state } = await ringing('phone', { joinDelay: 20_000 });
  await run(now().actions, 'accept');
  expect([state(), now().actions.accept.pending]).toEqual(['offered', false]);
  await soon(() => expect(state()).toBe('connected'));
});

describe('transfer', () => {
  it.each([
    ['phone', 'Call.transfer', { skillGroupId: '7' }],
    ['voip', 'Call.transfer', { userId: 'bob' }],
    ['im', 'Chat.transfer', { userId: 'bob' }],
    ['video', 'Video.transfer', { skillGroupId: '7' }],
  ] as const)('of a %s session is %s, and says where it went', async (kind, method, target) => {
    const { simulator, now, state } = await ringing(kind, {}, true);
    expect(await run(now().actions, 'transfer', target)).toBeUndefined();
    expect(callsOf(simulator)).toEqual([[method, { sessionId: ID, ...target }]]);
    await soon(() => expect(state()).toBe('transferred'));
    expect(now().session).toMatchObject({ transferredTo: target });
  });

  it('back to this agent is the same session in its second attempt', async () => {
    const { simulator, now, state } = await ringing('phone', {}, true);
    await run(now().actions, 'transfer', { userId: 'bob' });
    await soon(() => expect(state()).toBe('transferred'));
    act(() => void simulator.transferIn({ sessionId: ID, force: true }));
    expect(now().session).toMatchObject({ state: 'offered', attempt: 2 });
    expect(now().listed).toHaveLength(1);
    await run(now().actions, 'accept');
    await soon(() => expect(state()).toBe('connected'));
  });
});

describe('a session that is not answered', () => {
  it.each(['phone', 'voip'] as const)('is lost when this agent rejects it (%s)', async (kind) => {
    const { simulator, now, state } = await ringing(kind);
    await run(now().actions, 'reject');
    await soon(() => expect(state()).toBe('lost'));
    expect(callsOf(simulator)).toEqual([['Call.end', { sessionId: ID }]]);
  });

  it('ends where the SDK says so after a rejection', async () => {
    const { now, state } = await ringing('phone', { readings: { callEnd: 'sessionEnded' } });
    await run(now().actions, 'reject');
    await soon(() => expect(state()).toBe('ended'));
  });

  it.each(KINDS)('goes to another agent in time (%s)', async (kind) => {
    const { state } = await ringing(kind, { ringTimeout: 1 });
    await soon(() => expect(state()).toBe('lost'));
  });

  it('stays lost though sessionEnded follows', async () => {
    const { simulator, now, state } = await ringing('phone', {
      ringTimeout: 1,
      readings: { endedAfterAutoTransfer: 'sent' },
    });
    await soon(() => expect(simulator.events.at(-1)?.name).toBe('sessionEnded'));
    expect(state()).toBe('lost');
    expect(now().session).toMatchObject({ closeBy: 'admin' });
  });

  it('ends when the caller gives up', async () => {
    const { simulator, now } = await ringing('phone');
    act(() => {
      simulator.customer.hangUp(ID);
    });
    expect(now().session).toMatchObject({ state: 'ended', closeBy: 'client' });
  });
});

describe('a call that this agent dials in the vendor’s interface', () => {
  it('is dialing, connected and ended as the SDK tells', async () => {
    const { simulator, now } = await openProbe(useSessions, { options: { customer: 'manual' } });
    act(() => void simulator.agentUi.dial('13800000000'));
    const { sessionId } = simulator.sessions[0]!;
    expect(now()).toMatchObject([
      { sessionId, state: 'dialing', direction: 'outbound', calleePhoneNumber: '008613800000000' },
    ]);
    act(() => {
      simulator.customer.answer();
    });
    expect(now()).toMatchObject([{ state: 'connected', direction: 'outbound' }]);
    act(() => {
      simulator.customer.hangUp();
    });
    expect(now()).toMatchObject([{ state: 'ended', closeBy: 'client' }]);
  });

  it('ends unanswered where the customer is busy', async () => {
    const { simulator, now } = await openProbe(useSessions, { options: { customer: 'manual' } });
    act(() => void simulator.agentUi.dial('13800000000'));
    act(() => {
      simulator.customer.busy();
    });
    expect(now()).toMatchObject([{ state: 'ended', closeBy: 'admin', mainReason: 'busy' }]);
    expect(now()[0]).not.toHaveProperty('duration');
  });
});

it('follows what is done in the vendor’s interface, without any action of ours', async () => {
  const { simulator, now, state } = await ringing('phone', {}, true);
  expect(state()).toBe('connected');
  act(() => {
    simulator.agentUi.transfer({ skillGroupId: '7' });
  });
  await soon(() => expect(state()).toBe('transferred'));
  act(() => {
    simulator.agentUi.complete(ID);
  });
  expect([state(), now().listed]).toEqual(['completed', []]);
  expect(callsOf(simulator)).toEqual([]);
});
