import { describe, expect, it } from 'vitest';
import { isLive, isOver } from '../../../src/state/live.js';
import { next, type SessionPayload } from '../../../src/state/next.js';
import type { TCCCSession, TCCCSessionState } from '../../../src/state/session.js';
import {
  isIllegal,
  TRANSITIONS,
  type SessionCause,
  type StateOrNone,
} from '../../../src/state/transitions.js';

type Move =
  SessionCause | [SessionCause, SessionPayload] | [SessionCause, SessionPayload, 'internal' | 'settled'];

/** The session after these causes, one each second from 1,000 ms on. */
function after(...moves: Move[]): TCCCSession {
  let session: TCCCSession | undefined;
  for (const [index, move] of moves.entries()) {
    const [cause, payload, hint] = typeof move === 'string' ? [move] : move;
    session = next(session, cause, { sessionId: 's', ...payload }, 1000 * (index + 1), hint);
  }
  return session!;
}
const PHONE: Move = ['callIn', { type: 'phone', calleePhoneNumber: '4001', callerPhoneNumber: '1001' }];

/** A way into each state. */
const INTO: Record<TCCCSessionState, Move[]> = {
  offered: [PHONE],
  dialing: ['callOuted'],
  connected: [PHONE, 'userAccessed'],
  held: [PHONE, 'userAccessed', 'hold'],
  ended: [PHONE, 'sessionEnded'],
  lost: [PHONE, 'autoTransfer'],
  transferred: [PHONE, 'userAccessed', 'transfer'],
  completed: [PHONE, 'sessionEnded', 'sessionCompleted'],
};
const STATES = ['none', ...Object.keys(INTO)] as StateOrNone[];
const SHORT: Record<StateOrNone, string> = {
  none: 'no',
  offered: 'of',
  dialing: 'di',
  connected: 'cn',
  held: 'he',
  ended: 'en',
  lost: 'lo',
  transferred: 'tr',
  completed: 'cp',
};

/** Cause → state after each of the states, in the columns' order; `--` = illegal. Written by hand. */
const TABLE: Record<SessionCause, string> = {
  //                 none offered dialing connected held ended lost transferred completed
  callIn: '          of of di cn he of of of of',
  callOuted: '       di of di cn he en lo tr cp',
  created: '         di of di cn he en lo tr cp',
  userAccessed: '    cn cn cn cn he -- -- -- --',
  calloutAccepted: ' cn -- cn cn he -- -- -- --',
  autoTransfer: '    lo lo -- -- -- -- lo -- --',
  transfer: '        tr tr tr tr tr tr -- tr cp',
  sessionEnded: '    en en en en en en lo tr cp',
  sessionCompleted: 'no cp cp cp cp cp cp cp cp',
  closed: '          no en en en en en lo tr cp',
  hold: '            no -- -- he he en lo tr cp',
  resume: '          no -- -- cn cn en lo tr cp',
  mute: '            no of di cn he en lo tr cp',
  unmute: '          no of di cn he en lo tr cp',
  muteVideo: '       no of di cn he en lo tr cp',
  unmuteVideo: '     no of di cn he en lo tr cp',
};

describe('the table', () => {
  it('is the one that these tests know', () => {
    expect(STATES).toEqual(Object.keys(SHORT));
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(TRANSITIONS).sort());
  });

  it.each(Object.keys(TABLE) as SessionCause[])('%s leads where it should out of every state', (cause) => {
    const found = STATES.map((state) => {
      const before = state === 'none' ? undefined : after(...INTO[state]);
      const to = next(before, cause, { sessionId: 's' }, 9000);
      if (!isIllegal(before, cause)) return SHORT[to?.state ?? 'none'];
      expect(to, 'illegal, so the same object').toBe(before);
      return '--';
    });
    expect(found.join(' ')).toBe(TABLE[cause].trim());
  });
});

describe('a session that comes back', () => {
  it.each(['ended', 'lost', 'transferred', 'completed'] as const)('begins attempt 2 after %s', (state) => {
    const again = after(...INTO[state], ['callIn', { type: 'phone', calleePhoneNumber: '4002' }]);
    expect(again).toMatchObject({ state: 'offered', attempt: 2, calleePhoneNumber: '4002', micMuted: false });
    expect(Object.keys(again.times)).toEqual(['offered']);
    expect(again).not.toHaveProperty('callerPhoneNumber');
    expect(again).not.toHaveProperty('closeBy');
  });

  it('is no attempt while it rings, is dialed or talks: a repeated callIn only fills in', () => {
    for (const state of ['offered', 'connected', 'held'] as const) {
      const before = after(...INTO[state]);
      const twice = next(before, 'callIn', { sessionId: 's', remark: 'vip', callerPhoneNumber: 'x' }, 9000);
      expect(twice).toEqual({ ...before, remark: 'vip' });
    }
  });

  it('absorbs its first callIn if nothing but its end was heard, and counts the second', () => {
    const ended: Move = ['sessionEnded', { closeBy: 'client', type: 'phone' }];
    const once = after(ended, PHONE);
    expect(once).toMatchObject({ state: 'ended', attempt: 1, kind: 'phone', callerPhoneNumber: '1001' });
    expect(once.times).toEqual({ ended: 1000, offered: 1000 });
    expect(after(ended, PHONE, PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
    expect(after(ended, 'callOuted', PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
    expect(after(ended, 'sessionCompleted', PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
  });

  it('absorbs it after a transfer too, if that followed the end that made the record', () => {
    const ended: Move = ['sessionEnded', { closeBy: 'seat' }];
    const passed: Move = ['transfer', { skillGroupId: '7' }];
    const once = after(ended, passed, PHONE);
    expect(once).toMatchObject({ state: 'transferred', attempt: 1, kind: 'phone', closeBy: 'seat' });
    expect(once).toMatchObject({ callerPhoneNumber: '1001', transferredTo: { skillGroupId: '7' } });
    expect(once.times).toEqual({ offered: 1000, ended: 1000, transferred: 2000 });
    expect(after(ended, passed, PHONE, PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
    expect(after(ended, passed, 'sessionCompleted', PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
    expect(after(passed, PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
    expect(after(passed, ended, PHONE)).toMatchObject({ state: 'offered', attempt: 2 });
  });
});

describe('the end', () => {
  it('leaves lost and transferred what they are, and says how it ended', () => {
    const end: Move = ['sessionEnded', { closeBy: 'admin', mainReason: 'seatGiveUp' }];
    const lost = after(PHONE, 'autoTransfer', end);
    expect(lost).toMatchObject({ state: 'lost', closeBy: 'admin', mainReason: 'seatGiveUp' });
    expect(lost.times).toEqual({ offered: 1000, lost: 2000, ended: 3000 });
    expect(after(...INTO.transferred, end)).toMatchObject({ state: 'transferred', closeBy: 'admin' });
  });

  it('heard before the transfer gives the same as heard after it', () => {
    const transfer: Move = ['transfer', { userId: '', skillGroupId: '7' }];
    const end: Move = ['sessionEnded', { closeBy: 'seat' }];
    const talk = [PHONE, 'userAccessed'] as Move[];
    const { times: _a, ...one } = after(...talk, transfer, end);
    const { times: _b, ...other } = after(...talk, end, transfer);
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      state: 'transferred',
      closeBy: 'seat',
      transferredTo: { skillGroupId: '7' },
    });
  });

  it('has the duration of the vendor, else that of our times, and none without a conversation', () => {
    const talk = [PHONE, 'userAccessed', 'hold', 'resume'] as Move[];
    expect(after(...talk, ['sessionEnded', { duration: 9.614 }])).toHaveProperty('duration', 9.614);
    for (const cause of ['sessionEnded', 'closed', 'transfer', 'sessionCompleted'] as const) {
      expect(after(...talk, cause)).toHaveProperty('duration', 3);
    }
    expect(after(PHONE, 'sessionEnded')).not.toHaveProperty('duration');
    expect(after(PHONE, ['sessionEnded', { duration: 0 }])).toHaveProperty('duration', 0);
  });

  it("has the vendor's duration whenever it comes, and ours until then", () => {
    const told: Move = ['sessionEnded', { duration: 9.614 }];
    const talk = [PHONE, 'userAccessed'] as Move[];
    for (const first of ['transfer', 'closed', 'sessionCompleted', 'sessionEnded'] as const) {
      expect(after(...talk, first)).toHaveProperty('duration', 1);
      expect(after(...talk, first, told)).toHaveProperty('duration', 9.614);
      expect(after(...talk, told, first)).toHaveProperty('duration', 9.614);
    }
    const empty = ['sessionEnded', { duration: null }] as unknown as Move;
    expect(after(...talk, told, empty)).toHaveProperty('duration', 9.614);
  });

  it('is not told twice: a repeated sessionEnded only fills in', () => {
    const first = after(PHONE, ['sessionEnded', { closeBy: 'client' }]);
    expect(next(first, 'sessionEnded', { sessionId: 's', closeBy: 'admin' }, 9000)).toBe(first);
    const more = next(first, 'sessionEnded', { sessionId: 's', subReason: 'busy' }, 9000);
    expect(more).toEqual({ ...first, subReason: 'busy' });
  });

  it('by the end of the connection names nobody', () => {
    expect(after(...INTO.held, 'closed')).not.toHaveProperty('closeBy');
  });
});

describe('the kind', () => {
  const voip = { callee: 'app-help', userId: 'o1', nickname: 'Wang' };
  const im = { nickname: 'Li', peerSource: 'web' };
  it.each<[string, SessionPayload, string]>([
    ['the type', { type: 'video', nickname: 'Li' }, 'video'],
    ['a chat printed as phone', { type: 'phone', ...im }, 'im'],
    [
      'a chat printed as phone, with a name only',
      { type: 'phone', nickname: 'Li', calleePhoneNumber: '' },
      'im',
    ],
    ['a phone call of an anonymous caller', { type: 'phone', serverType: 'staffSeat' }, 'phone'],
    ['a phone call with a nickname', { type: 'phone', ...im, calleePhoneNumber: '4001' }, 'phone'],
    [
      'one with a nickname and a hidden caller',
      { type: 'phone', nickname: 'Li', protectedCaller: 'a' },
      'phone',
    ],
    [
      'one with a nickname and a hidden number',
      { type: 'phone', nickname: 'Li', protectedCallee: 'b' },
      'phone',
    ],
    ['no type: a caller', { callerPhoneNumber: '1001', nickname: 'Li' }, 'phone'],
    ['no type: a colleague', { peerUserId: 'a@b.c' }, 'internal'],
    ['no type: an entry', voip, 'voip'],
    ['no type: a number', { calleePhoneNumber: '4001' }, 'phone'],
    ['no type: a named customer on a channel', { nickname: 'Li', channelName: 'web' }, 'im'],
    ['no type: a named customer', { nickname: 'Li', clientData: '' }, 'unknown'],
    ['a type nobody knows', { type: 'fax', calleePhoneNumber: '4001' }, 'phone'],
    ['a type nobody knows, and no shape', { type: 'toString' }, 'unknown'],
    ['what only a chat has, without a nickname', { type: 'phone', nickname: '', channelName: 'Web' }, 'im'],
  ])('is told by %s', (_name, payload, kind) => {
    const session = after(['callIn', payload]);
    expect(session.kind).toBe(kind);
    expect(session).not.toHaveProperty('type');
  });

  it('of a dialed session is phone, unless a colleague was dialed', () => {
    expect(after('callOuted')).toMatchObject({ kind: 'phone', direction: 'outbound' });
    expect(after(['created', { status: 'success' }, 'internal'])).toMatchObject({ kind: 'internal' });
    expect(after(['created', { status: 'success' }])).not.toHaveProperty('status');
  });

  it('is taken, with the direction, from the first payload that tells', () => {
    expect(after('userAccessed')).toMatchObject({ kind: 'unknown', direction: 'inbound' });
    expect(after('calloutAccepted')).toMatchObject({ kind: 'unknown', direction: 'outbound' });
    const outbound = after('userAccessed', ['callOuted', {}, 'internal']);
    expect(outbound).toMatchObject({ kind: 'internal', direction: 'outbound', state: 'connected' });
    expect(after('userAccessed', ['sessionEnded', { type: 'im' }]).kind).toBe('im');
    expect(after(PHONE, ['callIn', { type: 'video' }]).kind).toBe('phone');
  });

  it('tells that a session cannot be held: it is connected then', () => {
    expect(after('userAccessed', 'hold').state).toBe('held');
    expect(after('userAccessed', 'hold', ['callIn', { type: 'im' }])).toMatchObject({
      kind: 'im',
      state: 'connected',
    });
    const chat = after(['callIn', { type: 'im' }], 'userAccessed');
    expect([next(chat, 'hold', {}, 9000), isIllegal(chat, 'hold')]).toEqual([chat, true]);
  });
});

describe('fields', () => {
  it('keep the customer when the session is passed on to a colleague', () => {
    const call: Move = ['callIn', { type: 'voip', callee: 'app', userId: 'customer' }];
    const passed = after(call, 'userAccessed', ['transfer', { userId: 'colleague', skillGroupId: '' }]);
    expect(passed).toMatchObject({ userId: 'customer', transferredTo: { userId: 'colleague' } });
    const phone = after(...INTO.connected, ['transfer', { userId: 'colleague', skillGroupId: '' }]);
    expect(phone).toHaveProperty('transferredTo', { userId: 'colleague' });
    expect(phone).not.toHaveProperty('userId');
    expect(after('transfer')).toHaveProperty('transferredTo', {});
  });

  it('of the record itself are not overwritten by a payload', () => {
    const odd = {
      sessionId: 's',
      state: 'held',
      kind: 'im',
      attempt: 9,
      times: {},
      direction: 'x',
      micMuted: true,
    };
    const before = after(PHONE);
    expect(next(before, 'userAccessed', odd, 2000)).toEqual({
      ...before,
      state: 'connected',
      times: { offered: 1000, connected: 2000 },
    });
  });
});

describe('what has no event', () => {
  it('is a guess, of which the SDK settles the microphone', () => {
    const guess = ['held', 'videoMuted', 'micMuted'];
    expect(after(...INTO.held)).toMatchObject({ micMuted: true, assumed: guess });
    expect(after(...INTO.held, 'resume')).toMatchObject({ micMuted: false, assumed: guess });
    const settled = after(...INTO.connected, 'mute', ['unmute', {}, 'settled']);
    expect(settled).toMatchObject({ micMuted: false, assumed: ['held', 'videoMuted'] });
    expect(next(settled, 'mute', {}, 9000)).toMatchObject({ micMuted: true, assumed: guess });
    expect(after(['callIn', { type: 'video' }], 'muteVideo')).toHaveProperty('videoMuted', true);
  });
});

describe('times', () => {
  it('are of the first conversation and of the last hold', () => {
    const session = after(PHONE, 'userAccessed', 'hold', 'resume', 'hold', 'hold');
    expect(session.times).toEqual({ offered: 1000, connected: 2000, held: 5000 });
  });

  it('do not follow a clock that was set back', () => {
    const back = next(after(...INTO.connected), 'sessionEnded', { sessionId: 's' }, 500);
    expect(back).toMatchObject({ duration: 0, times: { connected: 2000, ended: 2000 } });
  });
});

it('live is who would be cut off, over is of whom nothing more comes', () => {
  const states = Object.keys(INTO) as TCCCSessionState[];
  expect(states.filter((state) => isLive(after(...INTO[state])))).toEqual(['dialing', 'connected', 'held']);
  expect(states.filter((state) => isOver(after(...INTO[state])))).toEqual(states.slice(4));
  expect(isLive(after(['callIn', { type: 'im' }], 'userAccessed'))).toBe(false);
  expect(isLive(after('userAccessed'))).toBe(true);
});
