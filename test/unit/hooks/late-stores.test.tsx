import { act } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type TCCCSession, useAgentStatus, useSessions, useTCCCErrors } from '../../../src/index.js';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { macrotask, On, openDesk, RECORD } from './desk.js';
import { of, type Told } from './live.js';
import { emit, fresh, ID, probing, soon, useBoth } from './probe.js';

/** When everything begins, in ms since the epoch. */
const START = Date.UTC(2027, 0, 4, 9);
const MINUTE = 60_000;
const told = of(ID);

const useIt = () => ({
  ...useBoth(),
  agent: useAgentStatus(),
  errors: useTCCCErrors().errors,
  all: useSessions(() => true),
});

interface Page {
  desk?: unknown;
  tap?: unknown;
  log: readonly unknown[];
}
const page = (): Page => (window as unknown as { [key: symbol]: Page })[RECORD]!;

type Options = NonNullable<Parameters<typeof openDesk>[1]>;

/** A provider on a page where no hook has asked for the stores yet. */
function openWithout(options?: Options) {
  const desk = openDesk(undefined, fresh(options));
  // Those of the tests before, which share the module with this one.
  delete page().desk;
  delete page().tap;
  return desk;
}

async function openReady(options?: Options) {
  const desk = openWithout(options);
  await desk.until('ready');
  return desk;
}

/** Emits events, a minute between any two. */
function tell(desk: ReturnType<typeof openDesk>, ...events: readonly Told[]): void {
  for (const event of events) {
    emit(desk.simulator, event);
    vi.setSystemTime(Date.now() + MINUTE);
  }
}

/** Mounts the first component with a session hook, an hour after everything began. */
function mountLate(desk: ReturnType<typeof openDesk>) {
  expect(page()).not.toHaveProperty('desk');
  vi.setSystemTime(START + 60 * MINUTE);
  const probe = probing(useIt);
  desk.again(probe.element);
  expect(page()).toHaveProperty('desk');
  return probe;
}

// The clock alone is fake: its time is that of the events.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  return () => {
    vi.useRealTimers();
  };
});

describe('a component that mounts late sees', () => {
  const CALL = {
    type: 'phone',
    callerPhoneNumber: '008613900000000',
    calleePhoneNumber: '0086755',
    timeout: 8,
  };
  const { type: _type, ...FIELDS } = CALL;
  const FLOWS: Record<string, [events: Told[], session: Partial<TCCCSession> & object]> = {
    'a call that rings': [
      [told('callIn', CALL)],
      { state: 'offered', kind: 'phone', direction: 'inbound', times: { offered: START }, ...FIELDS },
    ],
    'a call that is talked': [
      [told('callIn', CALL), told('userAccessed')],
      {
        state: 'connected',
        direction: 'inbound',
        times: { offered: START, connected: START + MINUTE },
        ...FIELDS,
      },
    ],
    'a talk of which no beginning was told': [
      [told('userAccessed')],
      { state: 'connected', kind: 'unknown', times: { connected: START } },
    ],
    'a call that is dialed': [
      [told('callOuted', { calleePhoneNumber: '008610086' })],
      {
        state: 'dialing',
        kind: 'phone',
        direction: 'outbound',
        calleePhoneNumber: '008610086',
        times: { dialing: START },
      } as object,
    ],
    'a call that was answered': [
      [told('callOuted'), told('calloutAccepted')],
      { state: 'connected', direction: 'outbound', times: { dialing: START, connected: START + MINUTE } },
    ],
    'a chat': [
      [told('callIn', { type: 'im', nickname: 'Lin' }), told('userAccessed')],
      { state: 'connected', kind: 'im', nickname: 'Lin' } as object,
    ],
    'a call that has ended': [
      [told('callIn', CALL), told('userAccessed'), told('sessionEnded', { closeBy: 'client' })],
      {
        state: 'ended',
        closeBy: 'client',
        duration: 60,
        times: { offered: START, connected: START + MINUTE, ended: START + 2 * MINUTE },
      } as object,
    ],
    'a call that was lost': [
      [told('callIn', CALL), told('autoTransfer')],
      { state: 'lost', times: { offered: START, lost: START + MINUTE } },
    ],
    'a call that was passed on': [
      [told('callIn', CALL), told('userAccessed'), told('transfer', { userId: 'bob' })],
      { state: 'transferred', transferredTo: { userId: 'bob' } } as object,
    ],
    'a call that came back': [
      [told('callIn', CALL), told('userAccessed'), told('transfer'), told('callIn', CALL)],
      { state: 'offered', attempt: 2, times: { offered: START + 3 * MINUTE } },
    ],
  };

  it.each(Object.entries(FLOWS))('%s, with the times of its events', async (_what, [events, session]) => {
    const desk = await openReady();
    tell(desk, ...events);
    const { now, results } = mountLate(desk);
    expect(now().session).toMatchObject(session);
    expect(now().all).toHaveLength(1);
    // From its first render on.
    expect(results[0]!.session).toBe(now().session);
  });

  it('just what one that was there all along sees', async () => {
    const events = Object.values(FLOWS).flatMap(([flow], nth) =>
      flow.map(([name, payload]): Told => [name, { ...(payload as object), sessionId: `s-${nth}` }]),
    );
    const early = probing(useIt);
    const first = await openReady();
    first.again(early.element);
    tell(first, ...events);
    const expected = early.now().all;
    await act(() => first.state().disconnect({ force: true }));
    first.unmount();
    first.simulator.dispose();

    vi.setSystemTime(START);
    const desk = await openReady({ agentKey: 'another one' });
    tell(desk, ...events);
    const { now } = mountLate(desk);
    expect(expected).toHaveLength(Object.keys(FLOWS).length);
    expect(now().all).toEqual(expected);
  });

  it('a session that it can act on, and whose events go on', async () => {
    const desk = await openReady();
    act(() => void desk.simulator.ring({ sessionId: ID }));
    const { now } = mountLate(desk);
    expect(now().actions.accept.available).toBe(true);
    await act(() => now().actions.accept.run());
    await soon(() => expect(now().session?.state).toBe('connected'));
    expect(now().session?.times).toEqual({ offered: START, connected: START + 60 * MINUTE });
  });

  it('nested payloads as flat ones', async () => {
    const desk = await openReady({ options: { readings: { payloads: 'nested' } } });
    act(() => void desk.simulator.ring({ sessionId: ID, callerPhoneNumber: '0086139' }));
    expect(mountLate(desk).now().session).toMatchObject({
      kind: 'phone',
      state: 'offered',
      callerPhoneNumber: '0086139',
    });
  });

  it('no session that is done, and the others', async () => {
    const desk = await openReady();
    tell(desk, told('callIn'), told('userAccessed'), told('sessionEnded'), of('s-2')('callIn'));
    tell(desk, told('sessionCompleted'));
    expect(mountLate(desk).now().all).toMatchObject([{ sessionId: 's-2', state: 'offered' }]);
  });

  it.each([
    ['of the event', {}, { status: 'rest' }, 'rest'],
    ['of the event, by the cloud’s word', {}, { status: 'afterCallWork' }, 'arrange'],
  ] as const)('the agent’s status since the time %s', async (_what, readings, payload, status) => {
    const desk = await openReady({ options: { readings } });
    vi.spyOn(desk.state().sdk!.Agent, 'getStatus').mockReturnValue(payload.status);
    tell(desk, ['statusChanged', { status: 'free' }], ['statusChanged', payload]);
    expect(mountLate(desk).now().agent).toMatchObject({ status, since: START + MINUTE });
  });

  it('offline since the time of the event where that names no status', async () => {
    const desk = await openReady({ options: { readings: { offlineStatus: 'absent' } } });
    vi.setSystemTime(START + MINUTE);
    act(() => {
      desk.simulator.forceOffline();
    });
    expect(mountLate(desk).now().agent).toMatchObject({ status: 'offline', since: START + MINUTE });
  });
});

describe('what the SDK tells between its load and ready', () => {
  const SLOW: SimulatorOptions = { readyDelay: 15_000 };

  it.each([
    ['after ready', false],
    ['before', true],
  ])('is seen by a component that mounted %s', async (_when, early) => {
    const desk = openWithout({ options: SLOW });
    const probe = probing(useIt);
    if (early) desk.again(probe.element);
    await desk.until('logging-in');
    tell(desk, told('callIn', { type: 'voip' }), told('userAccessed'));
    if (early) expect(probe.now().all).toEqual([]);
    await desk.until('ready');
    const { now } = early ? probe : mountLate(desk);
    expect(now().session).toMatchObject({
      kind: 'voip',
      state: 'connected',
      times: { offered: START, connected: START + MINUTE },
    });
  });
});

describe('the page keeps for late stores', () => {
  const flow = (id: string): Told[] => ['callIn', 'userAccessed', 'sessionEnded'].map((name) => of(id)(name));
  const many = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, nth) => `n-${from + nth}`);
  const options = { historySize: 10_000 };
  const ids = (all: readonly TCCCSession[]): string[] => all.map(({ sessionId }) => sessionId);

  it('2,000 events at most: live ones, and of the others those that ended last', async () => {
    const desk = await openReady(options);
    const first = flow('first-to-ring');
    const live = [of('live')('callIn', { type: 'phone' }), of('live')('userAccessed')];
    emit(desk.simulator, ['statusChanged', { status: 'rest' }], ...first.slice(0, 2), ...live);
    emit(desk.simulator, ...many(0, 400).flatMap(flow), first[2]!, ...many(400, 700).flatMap(flow));
    expect(page().log.length).toBeLessThanOrEqual(2000);
    expect(page().log.length).toBeGreaterThan(1990);
    const { all, agent } = mountLate(desk).now();
    const kept = ids(all);
    expect(all).toContainEqual(expect.objectContaining({ sessionId: 'live', state: 'connected' }));
    expect(agent.status).not.toBeNull();
    expect(kept).toContain('first-to-ring');
    // Whole sessions, the newest of them.
    const over = kept.filter((id) => id.startsWith('n-'));
    expect(over).toEqual(many(700 - over.length, 700));
    expect(over.length).toBeGreaterThan(650);
    expect(all.filter(({ state }) => state !== 'ended')).toHaveLength(1);
    await expect(desk.state().disconnect()).rejects.toMatchObject({ code: 'session-live' });
  });

  it('a call that came back and is talked, however long ago it first ended', async () => {
    const desk = await openReady(options);
    emit(desk.simulator, ...flow(ID), told('callIn'), told('userAccessed'));
    emit(desk.simulator, ...many(0, 700).flatMap(flow));
    expect(page().log.length).toBeLessThanOrEqual(2000);
    await expect(desk.state().disconnect()).rejects.toMatchObject({ code: 'session-live' });
    expect(mountLate(desk).now().session).toMatchObject({ state: 'connected' });
  });

  it('a live call, however often an event that the vendor does not document names it', async () => {
    const desk = await openReady(options);
    desk.again(<On name={'networkQuality' as 'callIn'} run={() => undefined} />);
    emit(desk.simulator, told('callIn'), told('userAccessed'));
    emit(desk.simulator, ...Array.from({ length: 2100 }, () => told('networkQuality', { level: 3 })));
    expect(page().log.length).toBeLessThanOrEqual(2000);
    await expect(desk.state().disconnect()).rejects.toMatchObject({ code: 'session-live' });
    expect(mountLate(desk).now().session).toMatchObject({ state: 'connected' });
  });

  it('a live call, however often its own events come again', async () => {
    const desk = await openReady(options);
    emit(desk.simulator, told('callIn'), told('userAccessed'));
    emit(desk.simulator, ...Array.from({ length: 2100 }, () => told('callIn', { remark: 'again' })));
    expect(page().log.length).toBeLessThanOrEqual(2000);
    await expect(desk.state().disconnect()).rejects.toMatchObject({ code: 'session-live' });
  });

  it('the last status only', async () => {
    const desk = await openReady();
    const before = page().log.length;
    const statuses = ['rest', 'free', 'notReady', 'free', 'rest'];
    emit(desk.simulator, ...statuses.map((status): Told => ['statusChanged', { status }]));
    expect(page().log.length).toBe(Math.max(before, 1));
  });

  it('nothing of an event that names no session', async () => {
    const desk = await openReady();
    const before = page().log.length;
    emit(desk.simulator, ['callIn'], ['callIn', {}], ['userAccessed', { sessionId: '' }], ['ready']);
    expect(page().log.length).toBe(before);
  });

  it('nothing beyond the connection', async () => {
    const desk = await openReady();
    emit(desk.simulator, told('callIn', { type: 'phone' }), told('userAccessed'), [
      'statusChanged',
      { status: 'rest' },
    ]);
    await act(() => desk.state().disconnect({ force: true }));
    expect(page().log).toEqual([]);
    await act(() => desk.state().connect());
    const { all, session } = mountLate(desk).now();
    expect([all, session]).toEqual([[], undefined]);
  });

  it.each([
    ['while the connection is still the last one’s', false],
    ['once it is theirs', true],
  ])('nothing for another agent, %s', async (_when, reconnected) => {
    const desk = await openReady({ agentKey: 'anna' });
    emit(desk.simulator, told('callIn', { type: 'phone' }), told('userAccessed'), [
      'statusChanged',
      { status: 'rest' },
    ]);
    if (reconnected) {
      desk.again(undefined, { agentKey: 'bob' });
      await desk.until('idle');
      await desk.until('ready');
    }
    expect(page()).not.toHaveProperty('desk');
    const { element, results } = probing(useIt);
    desk.again(element, { agentKey: 'bob' });
    await desk.until('ready');
    await macrotask();
    expect(results.length).toBeGreaterThan(0);
    for (const { all, session, errors, agent } of results) {
      expect([all, session, errors]).toEqual([[], undefined, []]);
      expect(agent.status).not.toBe('rest');
    }
  });
});
