import { act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  useActiveSession,
  useAgentStatus,
  useIncomingSessions,
  useSession,
  useSessionActions,
  useSessions,
  useTCCCErrors,
  useTCCCGetSnapshot,
  useTCCCSelector,
} from '../../../src/index.js';
import { macrotask, openDesk } from './desk.js';
import { availableOf, emit, fresh, ID, openProbe, run, useBoth } from './probe.js';

const session = { sessionId: ID };
const useIt = () => ({ ...useBoth(), ...useTCCCErrors(), all: useSessions(() => true) });

/** A connection with a call under way and a chat that rings. */
async function busy() {
  const opened = await openProbe(useIt);
  act(() => void opened.simulator.ring({ sessionId: 'chat', type: 'im' }));
  act(() => void opened.simulator.ring(session));
  act(() => {
    opened.simulator.agentUi.answer(ID);
  });
  return opened;
}

describe('the end of the connection', () => {
  it('ends each session not yet over, without a closeBy, and keeps it', async () => {
    const { desk, now } = await busy();
    emit(desk.simulator, ['sessionEnded', { sessionId: 'before', closeBy: 'timer' }]);
    const before = now().all[2];
    expect(now().all).toMatchObject([{ state: 'offered' }, { state: 'connected' }, { state: 'ended' }]);
    await act(() => desk.state().disconnect({ force: true }));
    expect(now().all).toMatchObject([{ state: 'ended' }, { state: 'ended' }, { state: 'ended' }]);
    expect(now().all.map((one) => 'closeBy' in one)).toEqual([false, false, true]);
    expect(now().all[2]).toBe(before);
  });

  it('rejects what is pending with aborted, which is no error to show', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    emit(simulator, ['callIn', session]);
    simulator.never('Call.accept');
    let pending: Promise<unknown> | undefined;
    act(() => {
      pending = now()
        .actions.accept.run()
        .catch((error: unknown) => error);
    });
    expect(now().actions.accept.pending).toBe(true);
    await act(() => desk.state().disconnect({ force: true }));
    expect(await pending).toMatchObject({ code: 'aborted' });
    expect(now().actions.accept).toMatchObject({ pending: false, error: null, available: false });
    expect(now().errors).toEqual([]);
  });

  it('leaves the history to the next connection of the same agent, whose events count on', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    emit(simulator, ['callIn', { ...session, type: 'phone' }]);
    await act(() => desk.state().disconnect({ force: true }));
    await act(() => desk.state().connect());
    expect(now().session).toMatchObject({ state: 'ended', attempt: 1 });
    emit(simulator, ['callIn', { ...session, type: 'phone' }]);
    expect(now().session).toMatchObject({ state: 'offered', attempt: 2 });
  });

  it('makes a reply that comes after it count for nothing', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    emit(simulator, ['callIn', session], ['userAccessed', session]);
    let reply: ((value: object) => void) | undefined;
    vi.spyOn(desk.state().sdk!.Call, 'muteMic').mockReturnValue(
      new Promise((resolve) => {
        reply = resolve;
      }),
    );
    act(() => void now().actions.mute.run());
    await act(() => desk.state().disconnect({ force: true }));
    await act(() => desk.state().connect());
    const ended = now().session;
    expect(ended).toMatchObject({ state: 'ended', micMuted: false });
    reply?.({ status: 'success' });
    await macrotask();
    expect(now().session).toBe(ended);
  });
});

describe('another agentKey', () => {
  it('sees nothing of the last one’s in any render of any hook, nor does the last one once it is back', async () => {
    const seen: Record<string, unknown[]> = { anna: [], bob: [] };
    const Watch = ({ who }: { who: string }): ReactNode => {
      const getSnapshot = useTCCCGetSnapshot();
      const { reserved, status } = useAgentStatus();
      const actions = useSessionActions(ID);
      seen[who]!.push(
        // What there is to see; nothing of it for the other one.
        [
          useSessions(() => true),
          useIncomingSessions(),
          useTCCCErrors().errors,
          useTCCCSelector((desk) => desk.sessions),
          getSnapshot().sessions,
          availableOf(actions),
          Object.values(actions).filter(({ pending, error }) => pending || !!error),
          [useActiveSession(), useSession(ID), reserved ?? undefined].filter((one) => one !== undefined),
        ].flat(),
      );
      return status;
    };
    const last = (who: string): unknown => seen[who]!.at(-1);
    const tree = (who: string): [ReactNode, object] => [<Watch key="watch" who={who} />, { agentKey: who }];
    const desk = openDesk(...([tree('anna')[0], fresh({ agentKey: 'anna' })] as const));
    await desk.until('ready');
    act(() => void desk.simulator.ring(session));
    act(() => {
      desk.simulator.agentUi.answer();
    });
    emit(desk.simulator, ['callIn', { sessionId: 's-2', type: 'im' }], ['statusChanged', {}], ['callIn']);
    desk.simulator.never('Call.hold');
    const Hold = (): ReactNode => {
      const { hold, accept } = useSessionActions(ID);
      return (
        <button
          onClick={() => {
            void hold.run();
            void accept.run();
          }}
        />
      );
    };
    desk.again([tree('anna')[0], <Hold key="hold" />]);
    act(() => {
      desk.getByRole('button').click();
    });
    expect(last('anna')).not.toEqual([]);
    act(() => {
      desk.simulator.forceOffline();
    });

    desk.again(...tree('bob'));
    await desk.until('idle');
    await desk.until('ready');
    expect(seen['bob']!.length).toBeGreaterThan(1);
    expect(seen['bob']!.flat()).toEqual([]);

    seen['anna'] = [];
    desk.again(...tree('anna'));
    await desk.until('idle');
    await desk.until('ready');
    expect(seen['anna'].length).toBeGreaterThan(1);
    expect(seen['anna'].flat()).toEqual([]);
  });

  it('has its own sessions from its first event on, one of the same id included', async () => {
    const { desk, simulator, now } = await openProbe(useIt, { agentKey: 'anna' });
    emit(simulator, ['callIn', session], ['sessionEnded', session]);
    desk.again(undefined, { agentKey: 'bob' });
    await desk.until('idle');
    await desk.until('ready');
    emit(simulator, ['callIn', session]);
    expect(now().all).toMatchObject([{ sessionId: ID, attempt: 1 }]);
  });

  it('gets no pending action of the last one’s', async () => {
    const { desk, simulator, now } = await openProbe(useIt, { agentKey: 'anna' });
    emit(simulator, ['callIn', session]);
    simulator.never('Call.accept');
    let pending: Promise<unknown> | undefined;
    act(() => {
      pending = now()
        .actions.accept.run()
        .catch((error: unknown) => error);
    });
    desk.again(undefined, { agentKey: 'bob' });
    expect(now().actions.accept.pending).toBe(false);
    await desk.until('idle');
    await desk.until('ready');
    expect(await pending).toMatchObject({ code: 'aborted' });
    emit(simulator, ['callIn', session]);
    simulator.restore();
    expect(now().actions.accept).toMatchObject({ pending: false, error: null });
    expect(await run(now().actions, 'accept')).toMatchObject({ code: 'sdk-call-failed' });
  });
});
