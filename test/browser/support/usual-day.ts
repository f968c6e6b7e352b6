import type { Day } from './working-day.js';

const GUESSED = 'held micMuted videoMuted';
const ended = { muted: '', talked: 'for some time', times: 'connected ended offered', assumed: GUESSED };
const unanswered = { muted: '', talked: 'no', assumed: GUESSED };
const phone = {
  timeout: 0,
  calleePhoneNumber: '0086020',
  callerPhoneNumber: '0086138',
  callerLocation: 'Shenzhen',
  serverType: 'staffSeat',
  ivrPath: [],
  remark: 'VIP',
};
const voip = {
  timeout: 0,
  nickname: 'Li',
  remark: 'VIP',
  callee: 'help',
  calleeRemark: 'Help',
  userId: 'o1',
  ivrPath: [],
};
const dialed = {
  muted: '',
  assumed: GUESSED,
  calleePhoneNumber: '008613800000000',
  callerPhoneNumber: '008602000000000',
};
const CALL = 'busy arrange free';

/** What `workingDay` comes to where the SDK is as the simulator's defaults say; a new object at each call. */
export const usualDay = (): Day => ({
  'log-in': { statuses: 'null free', said: ['not-ready', 'no skill groups'] },
  phone: {
    statuses: 'busy rest free',
    said: ['microphone off', 'microphone on', 'hold: sdk-call-failed no music', 'reserved rest'],
    record: {
      ...phone,
      ...ended,
      was: 'phone inbound 1: offered connected held connected ended completed',
      times: 'completed connected ended held offered',
      assumed: 'held videoMuted',
      timeout: 900,
      closeBy: 'seat',
      mainReason: 'ok',
    },
  },
  'idle chat': {
    statuses: '',
    said: [],
    record: {
      ...ended,
      was: 'im inbound 1: offered connected ended',
      timeout: 0,
      nickname: 'Li',
      remark: 'VIP',
      peerSource: 'web',
      channelName: 'Shop',
      closeBy: 'timer',
    },
  },
  missed: {
    statuses: '',
    said: [],
    record: {
      ...voip,
      ...unanswered,
      was: 'voip inbound 1: offered lost',
      times: 'lost offered',
      timeout: 1,
    },
  },
  rejected: {
    statuses: '',
    said: ['hangUp: action-unavailable state'],
    record: { ...voip, ...unanswered, was: 'voip inbound 1: offered lost', times: 'lost offered' },
  },
  'passed on': {
    statuses: '',
    said: [],
    record: {
      ...phone,
      ...ended,
      was: 'phone inbound 1: offered connected transferred',
      times: 'connected ended offered transferred',
      transferredTo: { userId: 'bob' },
      closeBy: 'seat',
      mainReason: 'transfer',
    },
  },
  'passed on, and back': {
    statuses: `${CALL} ${CALL}`,
    said: [],
    record: {
      ...phone,
      ...ended,
      was: 'phone inbound 2: offered connected transferred offered connected ended',
      remark: 'bob',
      closeBy: 'client',
      mainReason: 'ok',
    },
  },
  video: {
    statuses: CALL,
    said: [],
    record: {
      ...ended,
      was: 'video inbound 1: offered connected ended',
      muted: 'mic video',
      timeout: 0,
      nickname: 'Li',
      remark: 'VIP',
      userId: 'o1',
      closeBy: 'seat',
      mainReason: 'ok',
    },
  },
  'colleague calls': {
    statuses: CALL,
    said: [],
    record: {
      ...ended,
      was: 'internal inbound 1: offered connected ended',
      muted: 'mic',
      assumed: 'held videoMuted',
      timeout: 0,
      peerUserId: 'bob',
      closeBy: 'seat',
      mainReason: 'ok',
    },
  },
  outbound: {
    statuses: CALL,
    said: [],
    record: {
      ...dialed,
      was: 'phone outbound 1: dialing connected ended',
      times: 'connected dialing ended',
      talked: 'for some time',
      callerPhoneNumber: '008602112345678',
      remark: 'Ms Li',
      serverType: 'staffSeat',
      closeBy: 'seat',
      mainReason: 'ok',
    },
  },
  'in vain': {
    statuses: 'busy free',
    said: [],
    record: {
      ...dialed,
      was: 'phone outbound 1: dialing ended',
      times: 'dialing ended',
      talked: 'no',
      serverType: 'staffSeat',
      closeBy: 'admin',
      mainReason: 'notAnswer',
      subReason: 'notAnswer',
    },
  },
  'dialed by hand': {
    statuses: 'busy free',
    said: [],
    record: {
      ...dialed,
      was: 'phone outbound 1: dialing ended',
      times: 'dialing ended',
      talked: 'no',
      closeBy: 'client',
      mainReason: 'userReject',
    },
  },
  'colleague is called': {
    statuses: CALL,
    said: [],
    record: {
      ...ended,
      was: 'internal outbound 1: dialing connected ended',
      peerUserId: 'bob',
      times: 'connected dialing ended',
      closeBy: 'client',
      mainReason: 'ok',
    },
  },
  'goes and comes': { statuses: 'rest offline free', said: ['offline by app'] },
  'sent away': {
    statuses: 'busy offline',
    said: ['offline by elsewhere', 'could dial when free,rest'],
    record: {
      ...phone,
      ...ended,
      was: 'phone inbound 1: offered connected ended',
      closeBy: 'admin',
      mainReason: 'clientError',
    },
  },
});
