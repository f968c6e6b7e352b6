import { expect, vi } from 'vitest';
import type { TCCCError, TCCCSession, TCCCSessionAction } from '../../../src/index.js';
import type { SimulatorOptions, SimulatorRing } from '../../../src/simulator/index.js';
import { type Agent, failureOf, mountAgent } from './agent.js';

/** What the hooks told of one part of the day. */
export interface Scene {
  /** The record of its session at the end of the day, without ids, times and lengths. */
  record?: Record<string, unknown>;
  /** The agent's statuses since the part before. */
  statuses: string;
  /** What actions failed with, and what else there is to notice. */
  said: string[];
}

export type Day = Record<string, Scene>;

const RING = { timeout: 0, nickname: 'Li', remark: 'VIP' };
/** What rings, with every field that the simulator would make up. */
const RINGS = {
  phone: {
    timeout: 0,
    calleePhoneNumber: '0086020',
    callerPhoneNumber: '0086138',
    callerLocation: 'Shenzhen',
    serverType: 'staffSeat',
    ivrPath: [],
    remark: 'VIP',
  },
  im: { ...RING, type: 'im', peerSource: 'web', channelName: 'Shop' },
  voip: { ...RING, type: 'voip', callee: 'help', calleeRemark: 'Help', userId: 'o1', ivrPath: [] },
  video: { ...RING, type: 'video', userId: 'o1' },
  internal: { type: 'internal', timeout: 0, peerUserId: 'bob' },
} satisfies Record<string, SimulatorRing>;

function tell(session: TCCCSession, trail: string[]): Record<string, unknown> {
  const rest: Record<string, unknown> = { ...session };
  const { kind, direction, attempt, state, times, duration, micMuted, videoMuted, assumed } =
    session as Extract<TCCCSession, { state: 'ended' }>;
  for (const key of Object.keys({ kind, direction, attempt, state, times, duration, micMuted, videoMuted }))
    Reflect.deleteProperty(rest, key);
  const { sessionId: _, ...fields } = rest;
  expect(trail.at(-1)).toBe(state);
  return {
    ...fields,
    was: `${kind} ${direction} ${attempt}: ${trail.join(' ')}`,
    times: Object.keys(times).sort().join(' '),
    assumed: [...assumed].sort().join(' '),
    muted: [micMuted && 'mic', videoMuted && 'video'].filter(Boolean).join(' '),
    talked: duration === undefined ? 'no' : duration > 0 ? 'for some time' : 'for 0 s',
  };
}

const text = ({ code, details }: TCCCError): string => {
  const { errorMsg, reason } = details as { errorMsg?: string; reason?: string };
  return `${code} ${reason ?? errorMsg?.split(':')[0] ?? ''}`.trim();
};

/** The agent, and what the parts of the day are made of. */
function createSteps(agent: Agent) {
  const { now, session, until, untilStatus, when } = agent;
  const said: string[] = [];
  const does = async (id: string, action: TCCCSessionAction, otherwise?: () => void, given?: unknown) => {
    const error = await agent.run(id, action, given);
    if (error) said.push(`${action}: ${text(error)}`);
    if (error) otherwise?.();
  };
  const ring = async (fields: SimulatorRing): Promise<string> => {
    const id = agent.sim.ring(fields);
    await until(id, 'offered');
    return id;
  };
  return {
    said,
    ring,
    /** Does an action, or has it done in the vendor's interface; notes what it failed with. */
    does,
    async answered(fields: SimulatorRing): Promise<string> {
      const id = await ring(fields);
      await does(id, 'accept', () => agent.sim.agentUi.answer(id));
      await until(id, 'connected');
      return id;
    },
    /** What the microphone's flag says once every earlier call of the SDK has been answered. */
    async microphone(id: string): Promise<void> {
      await does(id, 'sendDigits', undefined, '1');
      await does(id, 'sendDigits', undefined, '2');
      said.push(`microphone ${session(id)?.micMuted ? 'off' : 'on'}`);
    },
    async dials(call: Promise<TCCCSession | undefined>): Promise<string> {
      const created = await call;
      expect(created).toMatchObject({ state: 'dialing', direction: 'outbound' });
      await until(created!.sessionId, 'dialing');
      await untilStatus('busy');
      return created!.sessionId;
    },
    ended: (id: string) => until(id, 'ended'),
    noLongerRings: (id: string) => when(() => expect(session(id)?.state).not.toBe('offered')),
    /** After the work after the call. */
    free: () => untilStatus('free'),
    async sets(status: 'free' | 'rest'): Promise<void> {
      await now().agent.setStatus(status);
      await untilStatus(status);
    },
  };
}

/**
 * A day with every kind of session, one after the other, each with its own way to end. Where an action is refused,
 * the agent does it in the vendor's interface.
 *
 * @param length `morning`: only the first call.
 */
export async function workingDay(options: SimulatorOptions, length?: 'morning'): Promise<Day> {
  // Not in StrictMode: there are many such days, and it would double what they take.
  const agent = mountAgent({ wrapUp: 0.2, chatIdleTimeout: 1, customer: 'manual', ...options }, false);
  const { now, session, until, untilStatus } = agent;
  const { said, ring, does, answered, microphone, dials, ended, noLongerRings, free, sets } =
    createSteps(agent);
  const day: Day = {};
  const ids: Record<string, string> = {};
  let passedOn = {};
  let from = 0;
  const scene = async (name: string, play: () => Promise<string | undefined>): Promise<void> => {
    const id = await play();
    if (id) ids[name] = id;
    day[name] = { statuses: agent.statuses.slice(from).join(' '), said: said.splice(0) };
    from = agent.statuses.length;
  };

  await scene('log-in', async () => {
    said.push(text((await failureOf(now().outbound.call({ phoneNumber: '1' })))!));
    await agent.desk.until('ready');
    await now().agent.ensureOnline();
    if (now().agent.status !== 'free') await now().agent.setStatus('free');
    await free();
    said.push(`${now().groups?.length ?? 'no'} skill groups`);
    return undefined;
  });
  const { sim } = agent;
  // What the SDK is asked before it is answered before the call is over.
  sim.delay('Call.hungUp', 200);

  await scene('phone', async () => {
    const id = await answered({ ...RINGS.phone, timeout: 900 });
    await does(id, 'mute');
    await microphone(id);
    await does(id, 'unmute');
    await microphone(id);
    sim.fail('Call.hold', { errorMsg: 'no music', times: 1 });
    await does(id, 'hold');
    await does(id, 'hold');
    await until(id, 'held');
    await does(id, 'resume');
    // Asked for during the call: comes after it.
    await now().agent.setStatus('rest');
    said.push(`reserved ${now().agent.reserved}`);
    await does(id, 'hangUp');
    await ended(id);
    await untilStatus('rest');
    await sets('free');
    await does(id, 'remove');
    await vi.waitUntil(() => sim.sessions.length === 0, { interval: 2 });
    return id;
  });
  const tellAll = (): Day => {
    for (const [name, id] of Object.entries(ids)) day[name]!.record = tell(session(id)!, agent.trail(id));
    return day;
  };
  if (length) return tellAll();

  await scene('idle chat', async () => {
    const id = await answered(RINGS.im);
    await ended(id);
    await free();
    return id;
  });
  await scene('missed', async () => {
    const id = await ring({ ...RINGS.voip, timeout: 1 });
    await noLongerRings(id);
    return id;
  });
  await scene('rejected', async () => {
    const id = await ring(RINGS.voip);
    await does(id, 'hangUp');
    await does(id, 'reject', () => sim.agentUi.reject(id));
    await noLongerRings(id);
    return id;
  });
  await scene('passed on, and back', async () => {
    const id = await answered({ ...RINGS.phone, sessionId: 'passed-on' });
    await does(id, 'transfer', undefined, { userId: 'bob' });
    await until(id, 'transferred');
    await free();
    passedOn = tell(session(id)!, agent.trail(id));
    sim.transferIn({ sessionId: id, from: 'bob', timeout: 0 });
    await until(id, 'offered');
    await does(id, 'accept');
    await until(id, 'connected');
    sim.customer.hangUp(id);
    await ended(id);
    await free();
    return id;
  });
  await scene('video', async () => {
    const id = await answered(RINGS.video);
    await does(id, 'mute');
    await does(id, 'muteVideo');
    await does(id, 'hangUp', () => sim.agentUi.hangUp(id));
    await ended(id);
    await free();
    return id;
  });
  await scene('colleague calls', async () => {
    const id = await answered(RINGS.internal);
    await does(id, 'mute');
    await does(id, 'hangUp');
    await ended(id);
    await free();
    return id;
  });

  const phoneNumber = '13800000000';
  await scene('outbound', async () => {
    const choice = { phoneNumber, callerPhoneNumber: '02112345678', phoneDesc: 'Ms Li' };
    const id = await dials(now().outbound.call(choice));
    sim.customer.answer(id);
    await until(id, 'connected');
    await does(id, 'hangUp');
    await ended(id);
    await free();
    return id;
  });
  await scene('in vain', async () => {
    const id = await dials(now().outbound.call({ phoneNumber }));
    sim.customer.stayAway(id);
    await ended(id);
    await free();
    return id;
  });
  await scene('dialed by hand', async () => {
    const id = sim.agentUi.dial(phoneNumber);
    await until(id, 'dialing');
    await untilStatus('busy');
    sim.customer.refuse(id);
    await ended(id);
    await free();
    return id;
  });
  await scene('colleague is called', async () => {
    const id = await dials(now().internal.call({ calleeUserId: 'bob' }));
    sim.customer.answer(id);
    await until(id, 'connected');
    sim.customer.hangUp(id);
    await ended(id);
    await free();
    return id;
  });
  await scene('goes and comes', async () => {
    await sets('rest');
    await now().agent.offline();
    said.push(`offline by ${now().agent.offlineBy}`);
    await now().agent.online();
    await sets('free');
    return undefined;
  });
  await scene('sent away', async () => {
    const id = await answered(RINGS.phone);
    sim.forceOffline();
    await ended(id);
    await untilStatus('offline');
    said.push(`offline by ${now().agent.offlineBy}`);
    said.push(`could dial when ${[...agent.mayDial].sort().join()}`);
    return id;
  });

  return { ...tellAll(), 'passed on': { statuses: '', said: [], record: passedOn } };
}
