import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  type TCCCSdk,
  type TCCCSessionActions,
  useSession,
  useSessionActions,
} from '../../../src/index.js';
import { macrotask, openDesk, quietly, thrownBy } from './desk.js';
import { availableOf, callsOf, emit, fresh, ID, openProbe, probing, run, soon, useBoth } from './probe.js';

const useIt = (): TCCCSessionActions => useSessionActions(ID);
const session = { sessionId: ID };
const callIn = {
  phone: { ...session, type: 'phone' },
  im: { ...session, type: 'im' },
  voip: { ...session, type: 'voip' },
  video: { ...session, type: 'video' },
  internal: { ...session, type: 'internal' },
  unknown: session,
};

describe('what is available', () => {
  const call = {
    offered: ['accept', 'reject'],
    connected: ['hangUp', 'mute', 'unmute', 'hold', 'transfer', 'sendDigits'],
  };
  it.each([
    ['phone', call],
    ['voip', call],
    ['unknown', call],
    ['im', { offered: ['accept'], connected: ['hangUp', 'transfer'] }],
    [
      'video',
      {
        offered: ['accept'],
        connected: ['hangUp', 'mute', 'unmute', 'transfer', 'muteVideo', 'unmuteVideo'],
      },
    ],
    ['internal', { offered: ['accept'], connected: ['hangUp', 'mute', 'unmute'] }],
  ] as const)('of a %s session follows its state', async (kind, { offered, connected }) => {
    const { simulator, now } = await openProbe(useBoth);
    const available = (): unknown => [now().session?.state, availableOf(now().actions)];
    expect(available()).toEqual([undefined, []]);
    emit(simulator, ['callIn', callIn[kind]]);
    expect(now().session).toMatchObject({ kind });
    expect(available()).toEqual(['offered', offered]);
    emit(simulator, ['userAccessed', session]);
    expect(available()).toEqual(['connected', connected]);
    emit(simulator, ['sessionEnded', session]);
    expect(available()).toEqual(['ended', ['remove']]);
    emit(simulator, ['callIn', callIn[kind]], ['autoTransfer', session]);
    expect(available()).toEqual(['lost', ['remove']]);
    emit(simulator, ['callIn', callIn[kind]], ['userAccessed', session], ['transfer', session]);
    expect(available()).toEqual(['transferred', ['remove']]);
    emit(simulator, ['sessionCompleted', session]);
    expect(available()).toEqual(['completed', []]);
  });

  it.each(['phone', 'voip'] as const)(
    'of a held %s session is to hang up, resume, transfer',
    async (kind) => {
      const { simulator, now } = await openProbe(useIt);
      act(() => void simulator.ring({ ...session, type: kind }));
      act(() => {
        simulator.agentUi.answer();
      });
      await run(now(), 'hold');
      expect(availableOf(now())).toEqual(['hangUp', 'resume', 'transfer']);
    },
  );

  it('of a call being dialed is to hang up, and that cancels it', async () => {
    const { simulator, now } = await openProbe(useIt, { options: { customer: 'manual' } });
    emit(simulator, ['callOuted', session]);
    expect(availableOf(now())).toEqual(['hangUp']);
    await run(now(), 'hangUp');
    expect(callsOf(simulator)).toEqual([['Call.hungUp', session]]);
  });

  it('has no reject where the SDK has no Call.end: it never hangs up instead', async () => {
    const { simulator, now } = await openProbe(useIt, { options: { readings: { callEnd: 'missing' } } });
    emit(simulator, ['callIn', callIn.phone]);
    expect(availableOf(now())).toEqual(['accept']);
    expect(await run(now(), 'reject')).toMatchObject({
      code: 'action-unavailable',
      details: { action: 'reject', sessionId: ID, state: 'offered', reason: 'sdk' },
    });
    expect(callsOf(simulator)).toEqual([]);
  });

  it('is nothing without a connection but what needs none, and available says the same as run', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    emit(simulator, ['callIn', callIn.im], ['sessionEnded', session]);
    emit(simulator, ['callIn', { sessionId: 's-2', type: 'phone' }]);
    await act(() => desk.state().disconnect());
    expect(availableOf(now())).toEqual(['remove']);
    expect(await run(now(), 'accept')).toMatchObject({ code: 'not-ready' });
    expect(await run(now(), 'remove')).toBeUndefined();
    expect(availableOf(now())).toEqual([]);
  });
});

describe('mute and hold, which have no events', () => {
  const talking = async (options = {}) => {
    const opened = await openProbe(useBoth, { options });
    act(() => void opened.simulator.ring(session));
    act(() => {
      opened.simulator.agentUi.answer();
    });
    return opened;
  };

  it('are believed by their reply; mute is settled by isMicMuted, held stays assumed', async () => {
    const { simulator, now } = await talking();
    await run(now().actions, 'mute');
    await soon(() =>
      expect(now().session).toMatchObject({ micMuted: true, assumed: ['held', 'videoMuted'] }),
    );
    await run(now().actions, 'unmute');
    await run(now().actions, 'hold');
    await soon(() =>
      expect(now().session).toMatchObject({
        state: 'held',
        micMuted: true,
        assumed: ['held', 'videoMuted'],
      }),
    );
    expect(simulator.calls.filter(({ method }) => method === 'Call.isMicMuted')).toHaveLength(3);
  });

  it.each(['status-only', 'missing'] as const)('stay assumed where isMicMuted is %s', async (isMicMuted) => {
    const { now } = await talking({ readings: { isMicMuted } });
    await run(now().actions, 'mute');
    await macrotask();
    expect(now().session).toMatchObject({ micMuted: true });
    expect(now().session?.assumed).toContain('micMuted');
  });

  it('are corrected where the SDK knows better', async () => {
    const { simulator, now } = await talking({ readings: { isMicMuted: 'boolean' } });
    simulator.fail('Call.muteMic', { times: 1 });
    await run(now().actions, 'mute');
    expect(now().session).toMatchObject({ micMuted: false });
    await run(now().actions, 'hold');
    act(() => {
      simulator.agentUi.unmute();
    });
    await run(now().actions, 'resume');
    await soon(() => expect(now().session).toMatchObject({ state: 'connected', micMuted: false }));
  });
});

describe('pending and error', () => {
  it('are the same in two components, and a second run is the first one’s promise', async () => {
    const { desk, simulator } = await openProbe(useIt);
    const [first, other] = [probing(useIt), probing(useIt)];
    desk.again(
      <>
        {first.element}
        {other.element}
      </>,
    );
    emit(simulator, ['callIn', callIn.phone]);
    let one: Promise<void> | undefined;
    let two: Promise<void> | undefined;
    simulator.fail('Call.accept', { errorMsg: 'no microphone' });
    act(() => {
      one = first.now().accept.run();
      two = other.now().accept.run();
    });
    expect(two).toBe(one);
    expect([first.now().accept.pending, other.now().accept.pending]).toEqual([true, true]);
    expect(first.now().mute.pending).toBe(false);
    const error = await act(async () => one!.catch((cause: unknown) => cause));
    for (const { accept } of [first.now(), other.now()]) {
      expect(accept.pending).toBe(false);
      expect(accept.error).toBe(error);
    }
    expect(callsOf(simulator)).toHaveLength(1);
  });

  it('stay until the reply, though an event came first: a run until then is the same promise', async () => {
    const { simulator, now } = await openProbe(useIt);
    act(() => void simulator.ring(session));
    simulator.never('Call.accept');
    let [one, two]: (Promise<void> | undefined)[] = [];
    act(() => {
      one = now().accept.run();
    });
    act(() => {
      simulator.agentUi.answer();
    });
    expect(now().accept).toMatchObject({ pending: true, available: false });
    act(() => {
      two = now().accept.run();
    });
    expect(two).toBe(one);
    expect(now().accept.error).toBeNull();
  });

  it('are another’s for another session and action', async () => {
    const { simulator, now } = await openProbe(
      () => [useSessionActions(ID), useSessionActions('s-2')] as const,
    );
    emit(simulator, ['callIn', callIn.phone], ['callIn', { ...callIn.phone, sessionId: 's-2' }]);
    simulator.never('Call.accept');
    act(() => void now()[0].accept.run());
    expect([now()[0].accept.pending, now()[0].reject.pending, now()[1].accept.pending]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('lose the error when the same action succeeds, and when the session comes back', async () => {
    const { simulator, now } = await openProbe(useIt);
    act(() => void simulator.ring(session));
    simulator.fail('Call.accept', { times: 1 });
    await run(now(), 'accept');
    expect(now().accept.error).toMatchObject({ code: 'sdk-call-failed' });
    await run(now(), 'accept');
    expect(now().accept.error).toBeNull();
    await run(now(), 'remove');
    expect(now().remove.error).toMatchObject({ code: 'action-unavailable' });
    emit(simulator, ['sessionEnded', session], ['callIn', callIn.phone]);
    expect(now().remove.error).toBeNull();
  });

  it('of an earlier attempt do nothing to a session that has come back', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    const talk = (): void => emit(simulator, ['callIn', callIn.phone], ['userAccessed', session]);
    talk();
    let answer!: (reply: object) => void;
    vi.spyOn((desk.state().sdk as TCCCSdk).Call, 'hold').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    act(() => void now().hold.run());
    emit(simulator, ['sessionEnded', session]);
    talk();
    await act(async () => {
      answer({ status: 'success' });
      await Promise.resolve();
    });
    await macrotask();
    expect(now()).toMatchObject({ hold: { available: true }, resume: { available: false } });
  });
});

it('gives run functions that stay the same', async () => {
  const { simulator, now } = await openProbe(useIt);
  const before = Object.values(now()).map((action) => action.run as unknown);
  emit(simulator, ['callIn', callIn.phone], ['userAccessed', session]);
  expect(Object.values(now()).map((action) => action.run as unknown)).toEqual(before);
});

it('takes a click handler’s event for nothing', async () => {
  const { simulator, now } = await openProbe(useIt);
  emit(simulator, ['callIn', callIn.phone]);
  await run(now(), 'accept', new MouseEvent('click'));
  expect(callsOf(simulator)).toEqual([['Call.accept', session]]);
});

it('follows a change of its session', async () => {
  const { desk, simulator } = await openProbe(useIt);
  emit(simulator, ['callIn', callIn.phone]);
  const Of = ({ id }: { id: string }): ReactNode => {
    const available = availableOf(useSessionActions(id));
    return `${useSession(id)?.state}: ${available.join()}`;
  };
  desk.again(<Of id={ID} />);
  expect(desk.container).toHaveTextContent('offered: accept,reject');
  desk.again(<Of id="s-2" />);
  expect(desk.container).toHaveTextContent(/^undefined:$/);
});

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    const error = thrownBy(() => render(probing(useIt).element));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller: 'useSessionActions' } });
  });
});

describe('in StrictMode at the root', () => {
  it('calls the SDK once a run', async () => {
    const { simulator, now } = await openProbe(useIt, { strict: true });
    act(() => void simulator.ring(session));
    await run(now(), 'accept');
    await soon(() => expect(availableOf(now())).toContain('hangUp'));
    expect(callsOf(simulator)).toEqual([['Call.accept', session]]);
  });
});

describe('unmounted mid-way', () => {
  it('goes on, and the next component finds it pending', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    act(() => void simulator.ring(session));
    simulator.delay('Call.accept', 3000);
    let done: Promise<void> | undefined;
    act(() => {
      done = now().accept.run();
    });
    desk.again(<p />);
    const next = probing(useIt);
    desk.again(next.element);
    expect(next.now().accept.pending).toBe(true);
    await act(() => done!);
    await soon(() => expect(availableOf(next.now())).toContain('hangUp'));
    expect(next.now().accept.pending).toBe(false);
  });
});

describe('rendered on a server', () => {
  it('has nothing available and touches nothing', () => {
    const get = vi.spyOn(window, 'setTimeout');
    const { element, now } = probing(useIt);
    renderToString(<TCCCProvider tokenEndpoint="/api/tccc/token">{element}</TCCCProvider>);
    expect(availableOf(now())).toEqual([]);
    expect(get).not.toHaveBeenCalled();
  });
});

it('is not ready before the connection is, and says so', async () => {
  const { element, now } = probing(useIt);
  const desk = openDesk(element, fresh({ options: { login: 'never' } }));
  await desk.until('logging-in');
  const error = await run(now(), 'accept');
  expect(error).toMatchObject({ code: 'not-ready', details: { action: 'accept', sessionId: ID } });
  expect(now().accept.error).toBe(error);
});
