/**
 * Where the vendor's documents contradict each other, or say nothing, the simulator can behave in each way
 * that fits: one reading per open question, its alternatives in a list, the default first.
 *
 * @example
 * // Each reading by itself against the default.
 * for (const [name, choices] of Object.entries(SIMULATOR_READINGS)) {
 *   for (const choice of choices.slice(1)) {
 *     it(`works with ${name}: ${choice}`, () => run({ readings: { [name]: choice } }));
 *   }
 * }
 *
 * Source: Web SDK API (https://www.tencentcloud.com/document/product/1229/59622), its older copies, and the
 * applications seen to use it; src/simulator/README.md says which choice is documented where.
 */
export const SIMULATOR_READINGS = {
  /** Name of the global. Every sample says `tccc`; the oldest guide's prose says TCCC. */
  globalName: ['tccc', 'TCCC'],
  /**
   * Success of a method that returns data: `{ status, data }`, the data itself, or `{ status }` without any
   * data, so that the session's id is known from the events only.
   */
  reply: ['wrapped', 'flat', 'bare'],
  /**
   * Failure: reject with `{ status, errorMsg }` (not an Error), resolve with the same object, reject with
   * an Error, or throw before there is a promise.
   */
  failure: ['reject', 'resolve', 'reject-error', 'throw'],
  /** A method that needs the service called before `ready`: fails as `failure` says, or throws at once. */
  callsBeforeReady: ['fail', 'throw'],
  /** Event payloads: the fields themselves, or `{ data: fields }`. */
  payloads: ['flat', 'nested'],
  /** `Call.isMicMuted`: promise of `{ status, data: boolean }`, promise of a boolean, boolean, promise of `{ status }`, no such method. */
  isMicMuted: ['data', 'promise', 'boolean', 'status-only', 'missing'],
  /** The mute methods return a promise, or nothing. */
  mute: ['promise', 'void'],
  /** `type` in `callIn` of a chat: `im`, `phone` (as printed in the API page), or left out. */
  imType: ['im', 'phone', 'absent'],
  /** `type` in `callIn` of every other kind. The oldest events page has none. */
  callInType: ['present', 'absent'],
  /** Unit of `timeout` in `callIn`. Not stated; the sample is 8 and a countdown is shown. */
  timeoutUnit: ['seconds', 'milliseconds'],
  /** Offline in `statusChanged` and `getStatus`: as `offline`, or as a missing status. */
  offlineStatus: ['offline', 'absent'],
  /** After-call work: the SDK's own word, or that of the Cloud API. */
  arrangeName: ['arrange', 'afterCallWork'],
  /** `staffSeat`, or `StaffSeat` as the vendor's prose writes. */
  serverTypeCase: ['lower', 'upper'],
  /** `closeBy` of what a timer closed. The older page knows no `timer`. */
  timerCloseBy: ['timer', 'admin'],
  /** `tokenExpired` is missing from the newer page: it may never come. */
  tokenExpired: ['sent', 'not-sent'],
  /** `sessionCompleted` is missing from the newer page. */
  sessionCompleted: ['sent', 'not-sent'],
  /** `sessionEnded` with `type` and `duration`, as on the older page. */
  sessionEnded: ['plain', 'rich'],
  /** `callOuted` with numbers, as on the older page, or with the id only. */
  callOuted: ['rich', 'id-only'],
  /** `transfer` with its target, as on the older page, or with the id only. */
  transfer: ['rich', 'id-only'],
  /** A second script on a page whose SDK is up: does nothing, or logs in anew as the account in its URL. */
  secondInit: ['ignored', 'switch-account'],
  /** What follows `Call.end` on a ringing call; or an SDK older than that method. */
  callEnd: ['autoTransfer', 'sessionEnded', 'missing'],
  /** `Call.hungUp` on a ringing call: ends the customer's call, or is refused. */
  hungUpRinging: ['sessionEnded', 'refused'],
  /** `showWorkBenchAtFirstLogin` in the dataset is obeyed, or ignored. */
  showWorkBench: ['honoured', 'ignored'],
  /** `Admin.getSkillGroups`: gone, or returning a list, or a promise of it. */
  skillGroups: ['absent', 'array', 'promise'],
  /** `userAccessed` beside `calloutAccepted` when the customer answers an outbound call. */
  userAccessedOnOutbound: ['not-sent', 'sent'],
  /** `sessionEnded` after `autoTransfer`. */
  endedAfterAutoTransfer: ['not-sent', 'sent'],
  /** `sessionEnded` after `transfer`. */
  endedAfterTransfer: ['sent', 'not-sent'],
  /** Which comes first: `callOuted`, or the promise of `startOutboundCall`. */
  outboundOrder: ['event-first', 'promise-first'],
  /** What the caller of an internal call sees when the colleague answers. */
  internalAnswered: ['calloutAccepted', 'userAccessed'],
  /** Reply of `startInternalCall`: `{ status }` as documented, or with data like an outbound call. */
  internalReply: ['status-only', 'data'],
  /** Agent status right after login. */
  bootStatus: ['free', 'offline', 'notReady'],
  /** `statusChanged` right after `ready`. */
  statusChangedAtBoot: ['sent', 'not-sent'],
  /** Status that `Agent.online` leads to. */
  onlineStatus: ['free', 'last'],
  /** After-call work follows outbound calls too. */
  wrapUpAfterOutbound: ['yes', 'no'],
  /** Dialling during after-call work. */
  dialInArrange: ['refused', 'allowed'],
  /** Chats leave the agent's status alone, or make the agent busy. */
  imStatus: ['unchanged', 'busy'],
  /** `Call.deleteCall` returns nothing, or a reply. */
  deleteCall: ['nothing', 'reply'],
  /** `Devices.isEnvSupported`, known by name only. */
  isEnvSupported: ['boolean', 'promise', 'missing'],
  /** `off` exists. */
  off: ['present', 'missing'],
  /** `events`, the map of names, exists. */
  eventNames: ['present', 'missing'],
} as const;

/** Name of a reading. */
export type SimulatorReadingName = keyof typeof SIMULATOR_READINGS;

/** One choice a reading. */
export type SimulatorReadings = {
  -readonly [Name in SimulatorReadingName]: (typeof SIMULATOR_READINGS)[Name][number];
};

/** What the vendor's API of 2022 did differently, where that is a reading. */
export const API_22_READINGS: Partial<SimulatorReadings> = {
  isMicMuted: 'boolean',
  mute: 'void',
  callInType: 'absent',
  sessionEnded: 'rich',
  timerCloseBy: 'admin',
  callEnd: 'missing',
  skillGroups: 'array',
  isEnvSupported: 'missing',
};

/** The first choice of every reading. */
export function defaultReadings(): SimulatorReadings {
  const entries: [string, string][] = Object.entries(SIMULATOR_READINGS).map(([name, choices]) => [
    name,
    choices[0],
  ]);
  return Object.fromEntries(entries) as unknown as SimulatorReadings;
}
