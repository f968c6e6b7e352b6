// Each inbound flow of each kind, through the hooks, against the simulator's script.
import { describe, expect, it, vi } from 'vitest';
import type { TCCCSession, TCCCSessionAction } from '../../src/index.js';
import type { SimulatorRing } from '../../src/simulator/index.js';
import { type Agent, openAgent } from './support/agent.js';

type Kind = Exclude<TCCCSession['kind'], 'unknown'>;

const ivrPath = [{ key: '1', label: 'Sales' }];
const persona = { nickname: 'Ms Li', avatar: 'https://example.com/li.png', remark: 'VIP' };
/** Every field that the vendor documents for `callIn`, by kind. */
const RINGS: Record<Kind, SimulatorRing> = {
  phone: {
    calleePhoneNumber: '008602000000000',
    callerPhoneNumber: '008613800000000',
    callerLocation: 'Shenzhen',
    protectedCaller: '138****0000',
    protectedCallee: '020****0000',
    serverType: 'staffPhoneSeat',
    ivrPath,
    remark: 'VIP',
  },
  im: { ...persona, peerSource: 'web', channelName: 'Shop', clientData: '{"order":7}' },
  voip: { ...persona, ivrPath, peerSource: 'Berlin', callee: 'help', calleeRemark: 'Help', userId: 'open-1' },
  video: { ...persona, userId: 'open-1' },
  internal: { peerUserId: 'anna@example.com' },
};
const KINDS = Object.keys(RINGS) as Kind[];

/** Everything that can be done with a session of a kind, by its state. */
const CALL = {
  offered: ['accept', 'reject'],
  connected: ['hangUp', 'hold', 'mute', 'sendDigits', 'transfer', 'unmute'],
};
const CAN: Record<Kind, { offered: string[]; connected: string[] }> = {
  phone: CALL,
  voip: CALL,
  im: { offered: ['accept'], connected: ['hangUp', 'transfer'] },
  video: {
    offered: ['accept'],
    connected: ['hangUp', 'mute', 'muteVideo', 'transfer', 'unmute', 'unmuteVideo'],
  },
  internal: { offered: ['accept'], connected: ['hangUp', 'mute', 'unmute'] },
};

/** Rings, and waits until the hooks show it. */
async function ring({ sim, until }: Agent, kind: Kind, more: SimulatorRing = {}): Promise<string> {
  const id = sim.ring({ timeout: 0, ...RINGS[kind], ...more, type: kind });
  await until(id, 'offered');
  return id;
}

async function answered(agent: Agent, kind: Kind, more?: SimulatorRing): Promise<string> {
  const id = await ring(agent, kind, more);
  expect(await agent.run(id, 'accept')).toBeUndefined();
  await agent.until(id, 'connected');
  return id;
}

/** Whether sessions of a kind make the agent busy. */
const isCall = (kind: Kind): boolean => kind !== 'im';
const space = (kind: Kind): string => (kind === 'im' ? 'Chat' : kind === 'video' ? 'Video' : 'Call');

describe.each(KINDS)('a session of kind %s', (kind) => {
  it('is answered, talked to, ended and wrapped up', async () => {
    const agent = await openAgent({ wrapUp: 10 });
    const { sim, session, run, can, until, untilStatus } = agent;
    const id = await ring(agent, kind, { timeout: 600 });
    expect(session(id)).toMatchObject({ ...RINGS[kind], kind, timeout: 600, attempt: 1 });
    expect(session(id)).toMatchObject({ direction: 'inbound', micMuted: false, videoMuted: false });
    expect(can(id)).toEqual(CAN[kind].offered);
    expect([agent.now().incoming, agent.now().active]).toEqual([[session(id)], undefined]);

    const wanted: [string, unknown][] = [];
    /** Does an action, by its method of the SDK; the simulator then is in this state. */
    const does = async (action: TCCCSessionAction, method: string, then: object = {}, given?: unknown) => {
      expect([action, await run(id, action, given)]).toEqual([action, undefined]);
      const more = given === undefined ? {} : { dtmfText: given };
      wanted.push([`${space(kind)}.${method}`, { sessionId: id, ...more }]);
      expect(sim.sessions.at(-1)).toMatchObject(then);
    };
    await does('accept', 'accept');
    await until(id, 'connected');
    expect(can(id)).toEqual(CAN[kind].connected);
    expect([agent.now().incoming, agent.now().active]).toEqual([[], isCall(kind) ? session(id) : undefined]);
    expect(agent.now().agent.status).toBe(isCall(kind) ? 'busy' : 'free');

    if (can(id).includes('mute')) {
      await does('mute', 'muteMic', { micMuted: true });
      expect(session(id)).toMatchObject({ state: 'connected', micMuted: true });
      await does('unmute', 'unmuteMic', { micMuted: false });
      expect(session(id)).toMatchObject({ state: 'connected', micMuted: false });
      const known = kind === 'video' ? ['held', 'videoMuted', 'micMuted'] : ['held', 'videoMuted'];
      await agent.when(() => expect(session(id)?.assumed).toEqual(known));
    }
    if (kind === 'video') {
      await does('muteVideo', 'muteVideo', { videoMuted: true });
      expect(session(id)).toMatchObject({ state: 'connected', videoMuted: true, micMuted: false });
      await does('unmuteVideo', 'unmuteVideo', { videoMuted: false });
      expect(session(id)?.videoMuted).toBe(false);
    }
    if (kind === 'phone' || kind === 'voip') {
      await does('hold', 'hold', { state: 'held', micMuted: true });
      expect(session(id)).toMatchObject({ state: 'held', micMuted: true });
      expect(can(id)).toEqual(['hangUp', 'resume', 'transfer']);
      expect(agent.now().active).toBe(session(id));
      await does('resume', 'unHold', { state: 'connected', micMuted: false });
      expect(session(id)).toMatchObject({ state: 'connected', micMuted: false });
      await does('sendDigits', 'sendDigits', { digits: '12#' }, '12#');
      await does('sendDigits', 'sendDigits', { digits: '12#0*' }, '0*');
    }

    await does('hangUp', space(kind) === 'Call' ? 'hungUp' : 'end');
    const ended = await until(id, 'ended');
    expect(ended).toMatchObject({ closeBy: 'seat', duration: expect.any(Number) as number });
    const { offered = NaN, connected = NaN, ended: end = NaN } = ended.times;
    expect([offered, connected, end]).toEqual([offered, connected, end].sort((a, b) => a - b));
    expect([can(id), agent.now().active]).toEqual([['remove'], undefined]);

    if (isCall(kind)) {
      await untilStatus('arrange');
      // Prolonged: what rings out after the end of the work as it was set up finds the agent still at it.
      await agent.now().agent.setStatus('arrange');
      const other = sim.ring({ type: 'im', timeout: 14, force: true });
      await until(other, 'lost');
      expect(agent.now().agent.status).toBe('arrange');
      await agent.now().agent.setStatus('free');
      await untilStatus('free');
      expect(agent.statuses).toEqual(['null', 'free', 'busy', 'arrange', 'free']);
    } else expect(agent.statuses).toEqual(['null', 'free']);

    const deleted = kind === 'phone' || kind === 'voip';
    if (deleted) await does('remove', 'deleteCall');
    else expect(await run(id, 'remove')).toBeUndefined();
    await until(id, 'completed');
    // The event comes after the reply, which is enough.
    if (deleted) await vi.waitFor(() => expect(agent.heard(id).at(-1)).toBe('sessionCompleted completed'));
    expect(can(id)).toEqual([]);
    expect(agent.now().listed.map(({ sessionId }) => sessionId)).not.toContain(id);
    expect(agent.calls()).toEqual(wanted);
    const held = kind === 'phone' || kind === 'voip' ? ['held', 'connected'] : [];
    expect(agent.trail(id)).toEqual(['offered', 'connected', ...held, 'ended', 'completed']);
    expect(agent.heard(id)).toEqual([
      'callIn offered',
      'userAccessed connected',
      'sessionEnded ended',
      ...(deleted ? ['sessionCompleted completed'] : []),
    ]);
    expect(agent.now().bar.errors).toEqual([]);
  });

  it('is not answered: rings out, is given up, is rejected, or finds the agent gone', async () => {
    const agent = await openAgent({ wrapUp: 2 });
    const { sim, session, run, until, untilStatus } = agent;
    const over = async (id: string, state: TCCCSession['state'], ending: object): Promise<void> => {
      expect(await until(id, state)).toMatchObject(ending);
      expect(session(id)).not.toHaveProperty('duration');
      expect([agent.trail(id), agent.can(id)]).toEqual([['offered', state], ['remove']]);
    };
    const timedOut = await ring(agent, kind, { timeout: 2 });
    await over(timedOut, 'lost', {});
    expect(agent.heard(timedOut)).toEqual(['callIn offered', 'autoTransfer lost']);

    sim.configure({ autoTransfer: false });
    await over(await ring(agent, kind, { timeout: 2 }), 'ended', { closeBy: 'timer' });

    const givenUp = await ring(agent, kind);
    sim.customer.hangUp(givenUp);
    await over(givenUp, 'ended', { closeBy: 'client' });

    const rejected = await ring(agent, kind);
    const refusal = await run(rejected, 'reject');
    if (kind === 'phone' || kind === 'voip') {
      expect(refusal).toBeUndefined();
      await over(rejected, 'lost', {});
      expect(agent.calls()).toEqual([['Call.end', { sessionId: rejected }]]);
    } else {
      const details = { action: 'reject', sessionId: rejected, state: 'offered', reason: 'kind' };
      expect(refusal).toMatchObject({ code: 'action-unavailable', details });
      expect(agent.calls()).toEqual([]);
      sim.agentUi.reject(rejected);
      await over(rejected, 'lost', {});
    }

    const left = await ring(agent, kind);
    await agent.now().agent.offline();
    await over(left, 'lost', {});
    expect(agent.now().agent).toMatchObject({ status: 'offline', offlineBy: 'app' });
    await agent.now().agent.online();
    await untilStatus('free');

    const forced = await ring(agent, kind);
    sim.forceOffline();
    await over(forced, 'lost', {});
    expect(agent.now().agent).toMatchObject({ status: 'offline', offlineBy: 'elsewhere' });
    expect(agent.statuses).toEqual(['null', 'free', 'offline', 'free', 'offline']);
    expect(agent.now().incoming).toEqual([]);
  });

  it('is ended by the other side, a timer, an admin, or in the vendor’s interface', async () => {
    const agent = await openAgent({ wrapUp: 2, autoAnswer: 100, chatIdleTimeout: 0 });
    const { sim, session, until, untilStatus } = agent;

    // Answered by itself, and in the vendor's interface: nobody has called `accept`.
    const auto = sim.ring({ ...RINGS[kind], type: kind });
    await until(auto, 'connected');
    sim.customer.hangUp(auto);
    expect(await until(auto, 'ended')).toMatchObject({
      closeBy: 'client',
      duration: expect.any(Number) as 0,
    });
    await untilStatus('free');
    sim.configure({ autoAnswer: false });
    const clicked = await ring(agent, kind);
    sim.agentUi.answer(clicked);
    await until(clicked, 'connected');
    sim.agentUi.hangUp(clicked);
    expect(await until(clicked, 'ended')).toMatchObject({ closeBy: 'seat' });
    expect(agent.calls()).toEqual([]);
    await untilStatus('free');

    if (kind === 'im') {
      sim.configure({ chatIdleTimeout: 1 });
      const idle = await answered(agent, kind);
      expect(await until(idle, 'ended')).toMatchObject({ closeBy: 'timer' });
      sim.configure({ chatIdleTimeout: 0 });
    }
    const forced = await answered(agent, kind);
    sim.forceOffline();
    expect(await until(forced, 'ended')).toMatchObject({ closeBy: 'admin' });
    expect(agent.now().agent).toMatchObject({ status: 'offline', offlineBy: 'elsewhere', reserved: null });
    for (const id of [auto, clicked, forced]) {
      expect(agent.trail(id)).toEqual(['offered', 'connected', 'ended']);
      expect(session(id)).toMatchObject({ kind, attempt: 1 });
    }
    await agent.now().agent.online();
    await untilStatus('free');
    // After-call work comes by itself to its end.
    await answered(agent, kind);
    sim.customer.hangUp();
    if (isCall(kind)) await untilStatus('arrange');
    await untilStatus('free');
    const work = isCall(kind) ? ['busy', 'arrange', 'free'] : [];
    const gone = isCall(kind) ? ['busy', 'offline', 'free'] : ['offline', 'free'];
    expect(agent.statuses).toEqual(['null', 'free', ...work, ...work, ...gone, ...work]);
  });

  it('is passed on, and comes back', async () => {
    const agent = await openAgent({ wrapUp: 0 });
    const { sim, session, run, until, untilStatus } = agent;
    const id = await answered(agent, kind);
    if (kind === 'internal') {
      const details = { action: 'transfer', sessionId: id, state: 'connected', reason: 'kind' };
      expect(await run(id, 'transfer', { userId: 'bob' })).toMatchObject({
        code: 'action-unavailable',
        details,
      });
      sim.agentUi.transfer({ userId: 'bob' }, id);
    } else {
      expect(await run(id, 'transfer', { userId: 'bob' })).toBeUndefined();
      expect(agent.calls().at(-1)).toEqual([`${space(kind)}.transfer`, { sessionId: id, userId: 'bob' }]);
    }
    expect(session(id)?.state).toBe('connected');
    expect(await until(id, 'transferred')).toMatchObject({ attempt: 1, transferredTo: { userId: 'bob' } });
    expect(agent.heard(id).slice(2)).toEqual(['transfer transferred', 'sessionEnded transferred']);
    await untilStatus('free');

    // Also an agent who takes a break gets what is transferred.
    await agent.now().agent.setStatus('rest', { restReason: 'Lunch' });
    const force = kind === 'im';
    sim.transferIn({ from: 'bob', sessionId: id, timeout: 0, force });
    expect(await until(id, 'offered')).toMatchObject({ kind, attempt: 2, remark: 'bob' });
    expect(session(id)).not.toHaveProperty('transferredTo');
    expect(session(id)).not.toHaveProperty('closeBy');
    expect(Object.keys(session(id)!.times)).toEqual(['offered']);
    expect(await run(id, 'accept')).toBeUndefined();
    await until(id, 'connected');
    if (kind !== 'internal') {
      expect(await run(id, 'transfer', { skillGroupId: '7' })).toBeUndefined();
      expect(await until(id, 'transferred')).toMatchObject({
        attempt: 2,
        transferredTo: { skillGroupId: '7' },
      });
      expect(await run(id, 'remove')).toBeUndefined();
      await until(id, 'completed');
    } else {
      sim.customer.hangUp(id);
      await until(id, 'ended');
    }
    await untilStatus('rest');
    const other = sim.transferIn({ ...RINGS[kind], type: kind, from: 'carol', timeout: 0, force });
    expect(await until(other, 'offered')).toMatchObject({ kind, attempt: 1, direction: 'inbound' });
    expect(agent.now().all.map(({ sessionId }) => sessionId)).toEqual([id, other]);
    const end = kind === 'internal' ? ['ended'] : ['transferred', 'completed'];
    expect(agent.trail(id)).toEqual(['offered', 'connected', 'transferred', 'offered', 'connected', ...end]);
  });
});
