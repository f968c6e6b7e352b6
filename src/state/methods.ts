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

const MIC = 'mute=muteMic unmute=unmuteMic';
/** The actions of each kind, and what the SDK calls them where that is another name. */
const ACTIONS: Readonly<Record<string, string>> = {
  im: 'accept hangUp=end transfer',
  video: `accept hangUp=end transfer ${MIC} muteVideo unmuteVideo`,
  internal: `accept hangUp=hungUp ${MIC}`,
  call: `accept hangUp=hungUp ${MIC} reject=end hold resume=unHold transfer sendDigits remove=deleteCall`,
};

/** The SDK's methods for a session, by name. */
export const methodsOf = (
  sdk: TCCCSdk | null,
  { kind }: TCCCSession,
): Record<string, ((options: object) => unknown) | undefined> | undefined =>
  sdk?.[kind === 'im' ? 'Chat' : kind === 'video' ? 'Video' : 'Call'] as never;

/** What the SDK calls an action for this session; `undefined`: it has no such. */
export function nameOf({ kind }: TCCCSession, action: TCCCSessionAction): string | undefined {
  const [, name = action] = RegExp(`\\b${action}\\b=?(\\w+)?`).exec(
    (ACTIONS[kind] ?? ACTIONS['call']) as string,
  ) ?? ['', ''];
  return name || undefined;
}

/** Why an action cannot be done now; falsy if it can. A session that the SDK cannot remove is removed here. */
export function whyNot(
  session: TCCCSession | undefined,
  action: TCCCSessionAction,
  sdk: TCCCSdk | null,
): 'session' | 'kind' | 'state' | 'sdk' | false {
  if (!session) return 'session';
  const name = nameOf(session, action);
  if (!name && action !== 'remove') return 'kind';
  if (!STATES[action].includes(session.state)) return 'state';
  return !!name && !methodsOf(sdk, session)?.[name] && 'sdk';
}
