import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  useAgentStatus,
  useInternalCall,
  useOutboundCall,
  useSession,
  useSessionActions,
  useSessions,
  useTCCCErrors,
  type TCCCSdk,
} from '../../../src/index.js';
import { openOnFakeClock, outcome, pass } from './clock.js';
import { macrotask } from './desk.js';
import { emit, ID, openProbe, run, useBoth } from './probe.js';

const session = { sessionId: ID };
const callIn = ['callIn', { ...session, type: 'phone' }] as const;
const talks = [callIn, ['userAccessed', session]] as const;
const ended = ['sessionEnded', session] as const;

/** Replies of an SDK method, given by hand. */
function byHand(
  sdk: TCCCSdk | null,
  method: 'hold' | 'isMicMuted' | 'accept',
): ((reply: unknown) => Promise<void>)[] {
  const answers: ((reply: unknown) => Promise<void>)[] = [];
  vi.spyOn(sdk!.Call, method).mockImplementation(
    () =>
      new Promise((resolve, reject) => {
        answers.push((reply) =>
          act(async () => {
            if (reply instanceof Error) reject(reply);
            else resolve(reply);
            await new Promise((done) => setTimeout(done));
          }),
        );
      }),
  );
  return answers;
}

describe('the reply of an action of an attempt that is over', () => {
  const useIt = () => ({ ...useBoth(), ...useTCCCErrors() });
  async function twice() {
    const page = await openProbe(useIt);
    const answers = byHand(page.desk.state().sdk, 'hold');
    emit(page.simulator, ...talks);
    act(() => void page.now().actions.hold.run());
    emit(page.simulator, ended, ...talks);
    act(() => void page.now().actions.hold.run());
    return { ...page, first: answers[0]!, second: answers[1]! };
  }

  it('leaves the same action of the next attempt pending', async () => {
    const { now, first, second } = await twice();
    await first({ status: 'success' });
    expect(now().actions.hold.pending).toBe(true);
    expect(now().session?.state).toBe('connected');
    await second({ status: 'success' });
    expect(now()).toMatchObject({ session: { state: 'held' }, actions: { hold: { pending: false } } });
  });

  it('is kept as an error of the page, but not of the next attempt', async () => {
    const { now, first, second } = await twice();
    await first(new Error('too late'));
    expect(now().actions.hold).toMatchObject({ pending: true, error: null });
    expect(now().errors).toMatchObject([{ code: 'sdk-call-failed', details: { errorMsg: 'too late' } }]);
    await second({ status: 'success' });
    expect(now().actions.hold).toMatchObject({ pending: false, error: null });
  });
});

it('settles micMuted by the answer to the last question, however the answers come', async () => {
  const { desk, simulator, now } = await openProbe(useBoth);
  const { sdk } = desk.state();
  const answers = byHand(sdk, 'isMicMuted');
  vi.spyOn(sdk!.Call, 'muteMic').mockReturnValue({ status: 'success' });
  vi.spyOn(sdk!.Call, 'unmuteMic').mockReturnValue({ status: 'success' });
  emit(simulator, ...talks);
  await run(now().actions, 'mute');
  await run(now().actions, 'unmute');
  await answers[1]!(false);
  expect(now().session).toMatchObject({ micMuted: false, assumed: ['held', 'videoMuted'] });
  await answers[0]!(true);
  expect(now().session).toMatchObject({ micMuted: false });
});

it('renders a run that fails twice: once pending, once with its error', async () => {
  const { desk, simulator, now, results } = await openProbe(() => useSessionActions(ID));
  const answers = byHand(desk.state().sdk, 'hold');
  emit(simulator, ...talks);
  const { length } = results;
  act(() => void now().hold.run());
  await answers[0]!(new Error('no'));
  expect(results.slice(length).map(({ hold }) => [hold.pending, hold.error?.code])).toEqual([
    [true, undefined],
    [false, 'sdk-call-failed'],
  ]);
});

it('takes a run within the call of another for the same one', async () => {
  const { desk, simulator, now } = await openProbe(useBoth);
  emit(simulator, ...talks);
  const hold = vi.spyOn(desk.state().sdk!.Call, 'hold');
  const runs: Promise<void>[] = [];
  hold.mockImplementation(() => {
    runs.push(now().actions.hold.run());
    return { status: 'success' };
  });
  await act(async () => {
    runs.push(now().actions.hold.run());
    await Promise.all(runs);
  });
  expect(hold).toHaveBeenCalledTimes(1);
  expect(runs[0]).toBe(runs[1]);
});

describe('a dialed call', () => {
  const useDial = () => ({ internal: useInternalCall(), outbound: useOutboundCall(), all: useSessions() });

  it('is internal where callOuted comes within startInternalCall', async () => {
    const { desk, simulator, now } = await openProbe(useDial);
    vi.spyOn(desk.state().sdk!.Call, 'startInternalCall').mockImplementation(() => {
      simulator.emit('callOuted', session);
      return { status: 'success' };
    });
    expect(await outcome(now().internal.call({ calleeUserId: 'bob' }))).toMatchObject({ kind: 'internal' });
    expect(now().all).toMatchObject([{ ...session, kind: 'internal', peerUserId: 'bob' }]);
  });

  it('is not cut off, though only the reply has told of it', async () => {
    const { desk, simulator, now } = await openProbe(useDial);
    vi.spyOn(desk.state().sdk!.Call, 'startOutboundCall').mockReturnValue({
      status: 'success',
      data: session,
    });
    await outcome(now().outbound.call({ phoneNumber: '10086' }));
    expect(now().all).toMatchObject([{ state: 'dialing' }]);
    expect(await outcome(desk.state().disconnect())).toMatchObject({ code: 'session-live' });
    emit(simulator, ended);
    expect(await outcome(desk.state().disconnect())).toBeUndefined();
  });
});

describe('digits that are given while others are on their way', () => {
  const useDigits = () => ({ ...useSessionActions(ID), ...useTCCCErrors() });
  async function press(mode?: 'reject') {
    const { desk, simulator, now } = await openProbe(useDigits);
    emit(simulator, ...talks);
    const sent: string[] = [];
    vi.spyOn(desk.state().sdk!.Call, 'sendDigits').mockImplementation(async ({ dtmfText }) => {
      sent.push(dtmfText);
      await new Promise((done) => setTimeout(done, 5));
      if (mode) throw new Error('busy');
      return { status: 'success' };
    });
    const runs = ['1', '2', '3'].map((digit) => now().sendDigits.run(digit));
    expect(sent).toEqual(['1']);
    expect(new Set(runs).size).toBe(1);
    return { now, sent, end: await outcome(runs[0]!) };
  }

  it('go next, in their order, and the promise is of all', async () => {
    const { now, sent, end } = await press();
    expect(end).toBeUndefined();
    expect(sent).toEqual(['1', '23']);
    await run(now(), 'sendDigits', '4');
    expect(sent).toEqual(['1', '23', '4']);
  });

  it('are not sent after a failure, which says what the vendor said', async () => {
    const { now, sent, end } = await press('reject');
    expect(end).toMatchObject({
      code: 'sdk-call-failed',
      details: { action: 'sendDigits', errorMsg: 'busy' },
    });
    expect(now().errors).toEqual([end]);
    await run(now(), 'sendDigits', '4');
    expect(sent).toEqual(['1', '4']);
  });
});

describe('the agent', () => {
  it.each([
    ['online', 'offline', 'offline'],
    ['offline', 'online', 'free'],
  ] as const)('who asks for %s and then %s gets the last', async (first, last, status) => {
    const { now } = await openProbe(useAgentStatus);
    if (first === 'online') await outcome(now().offline());
    void now()[first]();
    expect(await outcome(now()[last]())).toBeUndefined();
    expect(now().status).toBe(status);
    await macrotask();
    expect(now().status).toBe(status);
  });

  it('is taken offline by somebody else, though an offline() timed out before', async () => {
    const { simulator, now } = await openProbe(useAgentStatus, { timeouts: { call: 50 } });
    simulator.never('Agent.offline');
    expect(await outcome(now().offline())).toMatchObject({ code: 'sdk-call-timeout' });
    emit(simulator, ['statusChanged', { status: 'rest' }], ['statusChanged', { status: 'offline' }]);
    expect(now()).toMatchObject({ status: 'offline', offlineBy: 'elsewhere' });
  });

  it('has reserved what the SDK takes in a call, though its reply comes after it', async () => {
    const { desk, simulator, now } = await openProbe(useAgentStatus);
    emit(simulator, ['statusChanged', { status: 'busy' }]);
    let answer!: (reply: object) => void;
    vi.spyOn(desk.state().sdk!.Agent, 'setStatus').mockReturnValue(
      new Promise((resolve) => (answer = resolve)),
    );
    const set = now().setStatus('rest');
    emit(simulator, ['statusChanged', { status: 'arrange' }]);
    answer({ status: 'success' });
    await outcome(set);
    expect(now().reserved).toBe('rest');
  });

  it('has reserved nothing that was asked for before the call', async () => {
    const { desk, simulator, now } = await openProbe(useAgentStatus);
    let answer!: (reply: object) => void;
    vi.spyOn(desk.state().sdk!.Agent, 'setStatus').mockReturnValue(
      new Promise((resolve) => (answer = resolve)),
    );
    const set = now().setStatus('free');
    emit(simulator, ['statusChanged', { status: 'busy' }]);
    answer({ status: 'success' });
    await outcome(set);
    expect(now().reserved).toBeNull();
  });

  it('renders nothing for a reservation that it has already', async () => {
    const { desk, simulator, now, results } = await openProbe(useAgentStatus);
    vi.spyOn(desk.state().sdk!.Agent, 'setStatus').mockReturnValue({ status: 'success' });
    emit(simulator, ['statusChanged', { status: 'busy' }]);
    await outcome(now().setStatus('rest'));
    expect(now().reserved).toBe('rest');
    const { length } = results;
    await outcome(now().setStatus('rest'));
    expect(results).toHaveLength(length);
  });

  it('keeps its status where the SDK names an empty one', async () => {
    const { simulator, now } = await openProbe(useAgentStatus);
    emit(simulator, ['statusChanged', { status: '' }]);
    expect(now().status).toBe('free');
  });

  it('is waited for no longer than the time-out', async () => {
    const { simulator, now } = await openOnFakeClock(useAgentStatus, { timeouts: { call: 3000 } });
    simulator.never('Agent.offline');
    const before = vi.getTimerCount();
    void now().offline();
    await pass(3001);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(before);
  });
});

it('knows a session anew that the last agent’s history had dropped', async () => {
  const { desk, simulator, now } = await openProbe(() => useSession(ID), { historySize: 0, agentKey: 'one' });
  emit(simulator, ...talks, ended);
  desk.again(undefined, { agentKey: 'two' });
  await macrotask();
  await desk.until('ready');
  emit(simulator, ['userAccessed', session]);
  expect(now()).toMatchObject({ state: 'connected' });
});

it('brings back no session that the history has dropped, but by a callIn', async () => {
  const { simulator, now } = await openProbe(() => [useSession(ID), useSessions()] as const, {
    historySize: 1,
  });
  emit(simulator, ...talks, ended, ['callIn', { sessionId: 's-2' }], ['sessionEnded', { sessionId: 's-2' }]);
  for (const name of [
    'userAccessed',
    'calloutAccepted',
    'callOuted',
    'transfer',
    'sessionEnded',
    'autoTransfer',
  ])
    emit(simulator, [name, session]);
  expect(now()[0]).toBeUndefined();
  expect(now()[1]).toMatchObject([{ sessionId: 's-2' }]);
  emit(simulator, callIn);
  await macrotask();
  expect(now()[0]).toMatchObject({ state: 'offered' });
});
