import { expectTypeOf, it } from 'vitest';
import { isLive, isOver } from '../../../src/state/live.js';
import type { TCCCSession, TCCCSessionKind, TCCCSessionState } from '../../../src/state/session.js';

// Checked by `npm run typecheck`: each error expected here is one that a user's compiler reports.

const reads = (_value: unknown): void => undefined;

type Of<K extends TCCCSessionKind> = Extract<TCCCSession, { kind: K }>;
type In<S extends TCCCSessionState> = Extract<TCCCSession, { state: S }>;

it('a state that a kind cannot be in does not compile', () => {
  expectTypeOf<Of<'phone' | 'voip' | 'unknown'>['state']>().toEqualTypeOf<TCCCSessionState>();
  expectTypeOf<Of<'im'>['state']>().toEqualTypeOf<Exclude<TCCCSessionState, 'dialing' | 'held'>>();
  expectTypeOf<Of<'video'>['state']>().toEqualTypeOf<Exclude<TCCCSessionState, 'dialing' | 'held'>>();
  expectTypeOf<Of<'internal'>['state']>().toEqualTypeOf<Exclude<TCCCSessionState, 'held'>>();
  const common = {
    sessionId: 's',
    attempt: 1,
    micMuted: false,
    videoMuted: false,
    assumed: [],
    direction: 'inbound',
  } as const;
  const call: TCCCSession = { ...common, kind: 'phone', state: 'held', times: { held: 1 } };
  // @ts-expect-error a chat is never held
  const chat: TCCCSession = { ...common, kind: 'im', state: 'held', times: { held: 1 } };
  // @ts-expect-error the present state has its time
  const timeless: TCCCSession = { ...common, kind: 'phone', state: 'held', times: { connected: 1 } };
  // @ts-expect-error what this agent dials is outbound
  const dialed: TCCCSession = { ...common, kind: 'phone', state: 'dialing', times: { dialing: 1 } };
  // @ts-expect-error a VoIP call comes in
  const voip: TCCCSession = {
    ...common,
    kind: 'voip',
    direction: 'outbound',
    state: 'dialing',
    times: { dialing: 1 },
  };
  // @ts-expect-error a video call comes in
  const video: TCCCSession = {
    ...common,
    kind: 'video',
    direction: 'outbound',
    state: 'connected',
    times: { connected: 1 },
  };
  reads([call, chat, timeless, dialed, voip, video]);
});

it('how it ended does not compile before the end', () => {
  const read = (session: TCCCSession): unknown => {
    // @ts-expect-error it may still go on
    reads(session.closeBy);
    if (session.state === 'connected') {
      // @ts-expect-error it goes on
      reads(session.closeBy);
      // @ts-expect-error it goes on
      reads(session.duration);
    }
    if (session.state === 'lost') {
      // @ts-expect-error nobody passed it on
      reads(session.transferredTo);
    }
    return isOver(session) ? [session.closeBy, session.duration] : session.times.offered;
  };
  expectTypeOf(read).toBeFunction();
  expectTypeOf<In<'transferred'>['transferredTo']>().toEqualTypeOf<
    { readonly userId?: string; readonly skillGroupId?: string } | undefined
  >();
});

it('a field of another kind does not compile', () => {
  const read = (session: TCCCSession): unknown => {
    if (session.kind === 'phone' && isOver(session)) return [session.callerPhoneNumber, session.subReason];
    if (session.kind === 'im') {
      // @ts-expect-error a chat has no number
      reads(session.callerPhoneNumber);
      // @ts-expect-error reasons are of phone calls
      if (isOver(session)) reads(session.subReason);
      return session.channelName;
    }
    // @ts-expect-error the colleague is known in internal calls only
    reads(session.peerUserId);
    return session.kind === 'unknown' ? [session.peerUserId, session.channelName] : null;
  };
  expectTypeOf(read).toBeFunction();
});

it('isLive and isOver narrow, and records are read only', () => {
  const read = (session: TCCCSession): void => {
    if (isLive(session)) {
      expectTypeOf(session.state).toEqualTypeOf<'dialing' | 'connected' | 'held'>();
      expectTypeOf(session.kind).toEqualTypeOf<Exclude<TCCCSessionKind, 'im'>>();
    }
    if (!isOver(session)) {
      expectTypeOf(session.state).toEqualTypeOf<'offered' | 'dialing' | 'connected' | 'held'>();
    }
    // @ts-expect-error replaced, never changed
    session.micMuted = true;
    // @ts-expect-error replaced, never changed
    session.times.connected = 1;
  };
  expectTypeOf(read).toBeFunction();
  expectTypeOf<In<'offered'>['direction']>().toEqualTypeOf<'inbound'>();
  expectTypeOf<In<'dialing'>['direction']>().toEqualTypeOf<'outbound'>();
  expectTypeOf<In<'connected'>['times']['connected']>().toEqualTypeOf<number>();
});
