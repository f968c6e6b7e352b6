// Each reading of where the vendor's documents are silent or disagree, alone against the default: the same day,
// through the hooks, comes to the same, but for what is stated here.
import { describe, expect, it } from 'vitest';
import { SIMULATOR_READINGS, type SimulatorReadings } from '../../src/simulator/index.js';
import { usualDay } from './support/usual-day.js';
import { type Day, workingDay } from './support/working-day.js';

type Change = (day: Day) => void;

/** Changes what is known of the sessions of these parts of the day. */
const records =
  (names: string[] | 'all', change: (record: Record<string, unknown>) => object): Change =>
  (day) => {
    for (const [name, { record }] of Object.entries(day))
      if (record && (names === 'all' || names.includes(name))) Object.assign(record, change(record));
  };
const statuses =
  (change: Record<string, string>): Change =>
  (day) => {
    for (const [name, text] of Object.entries(change)) day[name]!.statuses = text;
  };
const without =
  (names: string[], ...fields: string[]): Change =>
  (day) => {
    for (const name of names) for (const field of fields) Reflect.deleteProperty(day[name]!.record!, field);
  };
const both =
  (...changes: Change[]): Change =>
  (day) => {
    for (const change of changes) change(day);
  };
const groups: Change = (day) => {
  day['log-in']!.said[1] = '2 skill groups';
};

const DIALED = ['outbound', 'in vain'];
const guessed = records(['phone', 'colleague calls'], () => ({ assumed: 'held micMuted videoMuted' }));
/** A method that answers nothing may be asked about before it is done: the flag is right, and may stay a guess. */
const perhapsGuessed = records(['phone', 'colleague calls'], () => ({
  assumed: expect.stringMatching(/^held (micMuted )?videoMuted$/) as string,
}));
const byAdmin = records(['idle chat'], () => ({ closeBy: 'admin' }));
/** Where the SDK measures, it measures 0 s of what was not answered. */
const measured = records('all', ({ was, talked }) =>
  talked === 'no' && String(was).endsWith('ended') ? { talked: 'for 0 s' } : {},
);
/** Nobody can tell a video session by its fields: it goes by `Call`, which has no such session. */
const noVideo: Change = (day) => {
  Object.assign(day['video']!.record!, { was: 'unknown inbound 1: offered connected ended', muted: '' });
  const refused = 'sdk-call-failed FailedOperation.SessionNotExists';
  day['video']!.said = [
    `accept: ${refused}`,
    `mute: ${refused}`,
    'muteVideo: action-unavailable kind',
    `hangUp: ${refused}`,
  ];
};
/** Without `Call.end` the agent rejects in the vendor's interface. */
const noReject: Change = (day) => {
  day['rejected']!.said.push('reject: action-unavailable sdk');
};

/** What a choice changes. Of every other choice nothing is to be noticed. */
const CHANGES: { [Name in keyof SimulatorReadings]?: Partial<Record<SimulatorReadings[Name], Change>> } = {
  reply: { bare: without(DIALED, 'serverType') },
  mute: { void: perhapsGuessed },
  isMicMuted: { 'status-only': guessed, missing: guessed },
  callInType: { absent: noVideo },
  timeoutUnit: { milliseconds: records('all', ({ timeout: s }) => (s ? { timeout: Number(s) * 1000 } : {})) },
  serverTypeCase: {
    upper: records('all', (record) => ('serverType' in record ? { serverType: 'StaffSeat' } : {})),
  },
  timerCloseBy: { admin: byAdmin },
  sessionEnded: { rich: measured },
  callOuted: { 'id-only': without(['dialed by hand'], 'calleePhoneNumber', 'callerPhoneNumber') },
  transfer: { 'id-only': records(['passed on'], () => ({ transferredTo: {} })) },
  callEnd: {
    sessionEnded: records(['rejected'], () => ({
      was: 'voip inbound 1: offered ended',
      times: 'ended offered',
      closeBy: 'seat',
      mainReason: 'seatGiveUp',
    })),
    missing: noReject,
  },
  skillGroups: { array: groups, promise: groups },
  endedAfterAutoTransfer: {
    sent: records(['missed', 'rejected'], () => ({
      times: 'ended lost offered',
      closeBy: 'admin',
      mainReason: 'seatGiveUp',
    })),
  },
  endedAfterTransfer: {
    'not-sent': both(
      without(['passed on'], 'closeBy', 'mainReason'),
      records(['passed on'], () => ({ times: 'connected offered transferred' })),
    ),
  },
  bootStatus: {
    offline: statuses({ 'log-in': 'null offline free' }),
    notReady: both(statuses({ 'log-in': 'null notReady free' }), (day) => {
      day['sent away']!.said[1] = 'could dial when free,notReady,rest';
    }),
  },
  onlineStatus: { last: statuses({ 'goes and comes': 'rest offline rest free' }) },
  wrapUpAfterOutbound: { no: statuses({ outbound: 'busy free', 'colleague is called': 'busy free' }) },
  imStatus: { busy: statuses({ 'idle chat': 'busy arrange free' }) },
};

const CHOICES = Object.entries(SIMULATOR_READINGS).flatMap(([name, [, ...others]]) =>
  others.map((choice) => [name, choice] as const),
);

/** Of no session: a morning is enough. */
const OF_NO_SESSION =
  /^(callsBeforeReady|tokenExpired|secondInit|showWorkBench|isEnvSupported|skillGroups|statusC)/;

it('comes to the usual day by default', async () => {
  expect(await workingDay({})).toEqual(usualDay());
});

describe('the reading', () => {
  it.each(CHOICES)('%s: %s, alone', async (name, choice) => {
    const changes: Record<string, Partial<Record<string, Change>>> = CHANGES;
    const day = usualDay();
    changes[name]?.[choice]?.(day);
    const readings = { [name]: choice };
    if (OF_NO_SESSION.test(name)) {
      const { 'log-in': login, phone } = day;
      expect(await workingDay({ readings }, 'morning')).toEqual({ 'log-in': login, phone });
    } else expect(await workingDay({ readings })).toEqual(day);
  });
});

it('comes to that also with the SDK of 2022', async () => {
  const day = usualDay();
  both(byAdmin, noVideo, measured, noReject, groups, perhapsGuessed)(day);
  // Its `sessionEnded` tells the kind at last. That `muteMic` was refused it does not tell.
  Object.assign(day['video']!.record!, { was: 'video inbound 1: offered connected ended' });
  day['video']!.said.splice(1, 1);
  // … so that what its microphone is said to be is anything.
  const muted = { muted: expect.anything() as unknown, assumed: expect.anything() as unknown };
  Object.assign(day['video']!.record!, muted);
  expect(await workingDay({ profile: 'api-22' })).toEqual(day);
});
