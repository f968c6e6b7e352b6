import type { TCCCSdk } from '../sdk/vendor.js';
import type { TCCCSession } from './session.js';

/** What can be done with a session. */
export type TCCCSessionAction =
  | 'accept'
  | 'reject'
  | 'hangUp'
  | 'mute'
  | 'unmute'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'sendDigits'
  | 'muteVideo'
  | 'unmuteVideo'
  | 'remove';

/** In which states each action can be done. */
export const STATES: Readonly<Record<TCCCSessionAction, string>> = {
  accept: 'offered',
  reject: 'offered',
  hangUp: 'dialing connected held',
  // Whatever the flag says: the vendor's own buttons may have changed it unheard.
  mute: 'connected',
  unmute: 'connected',
  hold: 'connected',
  resume: 'held',
  transfer: 'connected held',
  sendDigits: 'connected',
  muteVideo: 'connected',
  unmuteVideo: 'connected',
  remove: 'ended lost transferred',
};

/** The actions of each kind, and what the SDK calls them. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  im: { accept: 'accept', hangUp: 'end', transfer: 'transfer' },
  video: {
    accept: 'accept',
    hangUp: 'end',
    transfer: 'transfer',
    mute: 'muteMic',
    unmute: 'unmuteMic',
    muteVideo: 'muteVideo',
    unmuteVideo: 'unmuteVideo',
  },
  internal: { accept: 'accept', hangUp: 'hungUp', mute: 'muteMic', unmute: 'unmuteMic' },
  call: {
    accept: 'accept',
    hangUp: 'hungUp',
    mute: 'muteMic',
    unmute: 'unmuteMic',
    reject: 'end',
    hold: 'hold',
    resume: 'unHold',
    transfer: 'transfer',
    sendDigits: 'sendDigits',
    remove: 'deleteCall',
  },
};

/** The SDK's methods for a session, by name. */
type Methods = Readonly<Record<string, ((options: object) => unknown) | undefined>>;

/**
 * What the SDK calls an action for this session, and where. `reason`: why it cannot be done now; falsy if it can.
 * Without a name, the session is one that the SDK cannot remove, and is removed here.
 */
export function methodOf(
  session: TCCCSession | undefined,
  action: TCCCSessionAction,
  sdk: TCCCSdk | null | undefined,
): readonly [
  reason: 'session' | 'kind' | 'state' | 'sdk' | false,
  name?: string | undefined,
  methods?: Methods | undefined,
] {
  if (!session) return ['session'];
  const { kind, state } = session;
  const methods = sdk?.[kind === 'im' ? 'Chat' : kind === 'video' ? 'Video' : 'Call'] as Methods | undefined;
  const name = (ACTIONS[kind] ?? ACTIONS['call'])?.[action];
  return [
    !name && action !== 'remove'
      ? 'kind'
      : !STATES[action].includes(state)
        ? 'state'
        : !!name && !methods?.[name] && 'sdk',
    name,
    methods,
  ];
}
