import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  TCCCProvider,
  type TCCCSession,
  type TCCCSessionFilter,
  useActiveSession,
  useIncomingSessions,
  useSession,
  useSessions,
} from '../../../src/index.js';
import { Boundary, quietly, thrownBy } from './desk.js';
import { emit, ID, openProbe, probing, soon } from './probe.js';

const useAll = () => ({
  listed: useSessions(),
  all: useSessions(() => true),
  one: useSession(ID),
  incoming: useIncomingSessions(),
  active: useActiveSession(),
});
const hooks: Record<string, () => TCCCSession | readonly TCCCSession[] | undefined> = {
  useSessions: () => useSessions(),
  useSession: () => useSession(ID),
  useIncomingSessions,
  useActiveSession,
};
const ids = (sessions: readonly TCCCSession[]): string[] => sessions.map(({ sessionId }) => sessionId);
const event = (name: string, sessionId: string, more = {}) => [name, { sessionId, ...more }] as const;
const callIn = (sessionId: string, type = 'phone') => event('callIn', sessionId, { type });

describe('useSessions', () => {
  it('lists the sessions, the newest last; a session that comes back is the newest again', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, callIn('a'), callIn('b'), callIn('c'), event('sessionEnded', 'a'));
    expect(ids(now().listed)).toEqual(['a', 'b', 'c']);
    emit(simulator, callIn('a'));
    expect(ids(now().listed)).toEqual(['b', 'c', 'a']);
  });

  it('leaves out completed ones, unless the filter asks for them', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, callIn('a'), callIn('b'), event('sessionEnded', 'a'), event('sessionCompleted', 'a'));
    expect([ids(now().listed), ids(now().all)]).toEqual([['b'], ['a', 'b']]);
  });

  it.each<[TCCCSessionFilter, string[]]>([
    [{}, ['call', 'out', 'chat', 'done']],
    [{ kind: 'phone' }, ['call', 'out', 'done']],
    [{ kind: ['im', 'video'] }, ['chat']],
    [{ state: ['offered', 'dialing'] }, ['out', 'chat']],
    [{ state: 'completed' }, ['done']],
    [{ direction: 'outbound', kind: undefined }, ['out']],
    [{ kind: 'phone', state: 'connected', direction: 'inbound' }, ['call']],
    [({ state }) => state === 'connected', ['call']],
  ])('filters by what they are: %o', async (filter, wanted) => {
    const { simulator, now } = await openProbe(() => useSessions(filter));
    emit(simulator, callIn('call'), event('userAccessed', 'call'), event('callOuted', 'out'));
    emit(simulator, callIn('chat', 'im'), callIn('done'), event('sessionEnded', 'done'));
    emit(simulator, event('sessionCompleted', 'done'));
    expect(ids(now())).toEqual(wanted);
  });

  it('follows a change of its filter, and keeps the list where both give the same', async () => {
    const { desk, simulator } = await openProbe(useAll);
    emit(simulator, callIn('a'), callIn('b', 'im'));
    const lists: (readonly TCCCSession[])[] = [];
    const List = (filter: { kind?: 'im'; state?: 'offered' }): ReactNode => {
      lists.push(useSessions(filter));
      return null;
    };
    desk.again(<List kind="im" />);
    desk.again(<List kind="im" state="offered" />);
    desk.again(<List state="offered" />);
    expect(lists.map(ids)).toEqual([['b'], ['b'], ['a', 'b']]);
    expect(lists[1]).toBe(lists[0]);
  });

  it('lets what its filter throws reach the error boundary', async () => {
    quietly();
    const { desk, simulator } = await openProbe(useAll);
    emit(simulator, callIn('a'));
    const Broken = (): ReactNode => {
      useSessions(() => {
        throw new Error('fault of the app');
      });
      return null;
    };
    desk.again(
      <Boundary>
        <Broken />
      </Boundary>,
    );
    expect(desk.getByText(/fault of the app/)).toBeVisible();
  });
});

describe('the history', () => {
  it('keeps historySize sessions that are over, the first to end goes first, and none that is not', async () => {
    const { simulator, now } = await openProbe(useAll, { historySize: 2 });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      emit(simulator, callIn(ID), callIn('a'), callIn('b'), callIn('c'));
      for (const id of ['c', 'a', 'b']) {
        vi.advanceTimersByTime(1000);
        emit(simulator, event('sessionEnded', id));
      }
    } finally {
      vi.useRealTimers();
    }
    expect(ids(now().all)).toEqual([ID, 'a', 'b']);
  });

  it('is 50 by default, and flat', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(
      simulator,
      ...Array.from({ length: 300 }, (_, n) => event('sessionEnded', `s-${n}`, { type: 'im' })),
    );
    expect(ids(now().all)).toEqual(Array.from({ length: 50 }, (_, n) => `s-${n + 250}`));
    expect(now().one).toBeUndefined();
  });

  it('can be none: a session is gone with its end', async () => {
    const { simulator, now } = await openProbe(useAll, { historySize: 0 });
    emit(simulator, callIn(ID), callIn('a'));
    emit(simulator, event('sessionEnded', ID));
    expect([now().one, ids(now().all)]).toEqual([undefined, ['a']]);
  });
});

describe('useSession', () => {
  it('is the record of that id, and undefined until there is one', async () => {
    const { simulator, now } = await openProbe(useAll);
    expect(now().one).toBeUndefined();
    act(() => void simulator.ring({ sessionId: ID, callerPhoneNumber: '008610000', callerLocation: 'x' }));
    expect(now().one).toMatchObject({
      sessionId: ID,
      kind: 'phone',
      callerPhoneNumber: '008610000',
      callerLocation: 'x',
    });
    expect(now().one).toBe(now().all[0]);
  });

  it('does not revive an ended session by a late event', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, callIn(ID), event('sessionEnded', ID, { closeBy: 'client' }));
    const ended = now().one;
    emit(simulator, event('userAccessed', ID), event('calloutAccepted', ID), event('autoTransfer', ID));
    expect(now().one).toBe(ended);
    expect(vi.mocked(console.warn).mock.calls.flat()).toEqual(
      ['userAccessed', 'calloutAccepted', 'autoTransfer'].map(
        (name) => `tccc-react: ${name} cannot be in state ended: ignored (session ${ID}).`,
      ),
    );
  });

  it('is of an unknown kind until a payload tells', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, event('userAccessed', ID));
    expect(now().one).toMatchObject({ kind: 'unknown', state: 'connected' });
    emit(simulator, callIn(ID, 'voip'));
    expect(now().one).toMatchObject({ kind: 'voip', state: 'connected', attempt: 1 });
  });

  it.each(['flat', 'nested'] as const)('reads %s payloads', async (payloads) => {
    const { simulator, now } = await openProbe(useAll, { options: { readings: { payloads } } });
    act(() => void simulator.ring({ sessionId: ID, type: 'video' }));
    expect(now().one).toMatchObject({ kind: 'video', state: 'offered' });
  });

  it.each(['im', 'phone', 'absent'] as const)('knows a chat whose type comes as %s', async (imType) => {
    const { simulator, now } = await openProbe(useAll, { options: { readings: { imType } } });
    act(() => void simulator.ring({ sessionId: ID, type: 'im' }));
    expect(now().one).toMatchObject({ kind: 'im' });
  });
});

describe('useIncomingSessions', () => {
  it('has what rings, and only while it rings', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, callIn('a'), callIn('b', 'im'), event('callOuted', 'out'));
    expect(ids(now().incoming)).toEqual(['a', 'b']);
    expectTypeOf(now().incoming[0]!.state).toEqualTypeOf<'offered'>();
    emit(simulator, event('userAccessed', 'a'), event('autoTransfer', 'b'));
    expect(now().incoming).toEqual([]);
  });
});

describe('useActiveSession', () => {
  it('is the connected call, else the one dialed, else the one on hold; never a chat or what rings', async () => {
    const { simulator, now } = await openProbe(useAll);
    const active = (): string | undefined => now().active?.sessionId;
    emit(simulator, callIn('ringing'), callIn('chat', 'im'), event('userAccessed', 'chat'));
    expect(active()).toBeUndefined();
    emit(simulator, event('callOuted', 'dialed'));
    expect(active()).toBe('dialed');
    emit(simulator, callIn('a'), event('userAccessed', 'a'));
    expect(active()).toBe('a');
    emit(simulator, callIn('b'), event('userAccessed', 'b'));
    expect(active()).toBe('b');
    emit(simulator, event('sessionEnded', 'b'));
    expect(active()).toBe('a');
    emit(simulator, event('transfer', 'a'));
    expect(active()).toBe('dialed');
    emit(simulator, event('sessionEnded', 'dialed'));
    expect(active()).toBeUndefined();
  });
});

describe.each(Object.entries(hooks))('%s', (caller, useIt) => {
  it('throws provider-missing outside a provider, naming itself', () => {
    quietly();
    const error = thrownBy(() => render(probing(useIt).element));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller } });
    expect(error.message).toMatch(`${caller} must be used inside <TCCCProvider>`);
  });

  it('tells the same in StrictMode', async () => {
    const { simulator, now } = await openProbe(useIt, { strict: true });
    emit(simulator, callIn(ID));
    const offered =
      caller === 'useActiveSession' ? undefined : { sessionId: ID, state: 'offered', attempt: 1 };
    expect([now()].flat()).toMatchObject([offered]);
    emit(simulator, event('userAccessed', ID));
    const connected = { sessionId: ID, state: 'connected', attempt: 1 };
    expect([now()].flat()).toMatchObject(caller === 'useIncomingSessions' ? [] : [connected]);
  });

  it('finds, mounted anew, what has happened while it was unmounted', async () => {
    const { desk, simulator, results } = await openProbe(useIt);
    desk.again(<p />);
    const before = results.length;
    emit(simulator, callIn(ID), event('userAccessed', ID));
    expect(results).toHaveLength(before);
    const next = probing(useIt);
    desk.again(next.element);
    await soon(() =>
      expect(JSON.stringify(next.now()) ?? '').toContain(caller === 'useIncomingSessions' ? '[]' : ID),
    );
  });

  it('has nothing on a server', () => {
    const { element, now } = probing(useIt);
    renderToString(<TCCCProvider tokenEndpoint="/api/tccc/token">{element}</TCCCProvider>);
    expect([now()].flat().filter(Boolean)).toEqual([]);
  });
});
