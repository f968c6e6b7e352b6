import type { TCCCSdk } from '../sdk/vendor.js';
import type { TCCCSession, TCCCSessionState } from './session.js';

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

const TALKING: readonly TCCCSessionState[] = ['connected'];

/** In which states each action can be done. */
export const STATES: Readonly<Record<TCCCSessionAction, readonly TCCCSessionState[]>> = {
  accept: ['offered'],
  reject: ['offered'],
  hangUp: ['dialing', 'connected', 'held'],
  // Whatever the flag says: the vendor's own buttons may have changed it unheard.
  mute: TALKING,
  unmute: TALKING,
  hold: TALKING,
  resume: ['held'],
  transfer: ['connected', 'held'],
  sendDigits: TALKING,
  muteVideo: TALKING,
  unmuteVideo: TALKING,
  remove: ['ended', 'lost', 'transferred'],
};

type Names = Readonly<Partial<Record<TCCCSessionAction, string>>>;

const MIC = { mute: 'muteMic', unmute: 'unmuteMic' };
const END = { accept: 'accept', hangUp: 'end', transfer: 'transfer' };
const INTERNAL = { accept: 'accept', hangUp: 'hungUp', ...MIC };
/** The vendor's name of each action, where there is one. */
const NAMES: Readonly<Record<'Call' | 'Chat' | 'Video' | 'internal', Names>> = {
  Call: {
    ...INTERNAL,
    reject: 'end',
    hold: 'hold',
    resume: 'unHold',
    transfer: 'transfer',
    sendDigits: 'sendDigits',
    remove: 'deleteCall',
  },
  Chat: END,
  Video: { ...END, ...MIC, muteVideo: 'muteVideo', unmuteVideo: 'unmuteVideo' },
  internal: INTERNAL,
};

type Method = (options: object) => unknown;

/** The SDK's methods for a session, by name. */
export function methodsOf(sdk: TCCCSdk | null, { kind }: TCCCSession): Record<string, Method | undefined> {
  const space = kind === 'im' ? 'Chat' : kind === 'video' ? 'Video' : 'Call';
  return (sdk?.[space] ?? {}) as unknown as Record<string, Method | undefined>;
}

/** What an action is called for this session; `''`: it is done without the SDK; `undefined`: it has no such. */
export function nameOf({ kind }: TCCCSession, action: TCCCSessionAction): string | undefined {
  const name =
    NAMES[kind === 'im' ? 'Chat' : kind === 'video' ? 'Video' : kind === 'internal' ? kind : 'Call'][action];
  return name ?? (action === 'remove' ? '' : undefined);
}

/** Why an action cannot be done now; `null` if it can. */
export function whyNot(
  session: TCCCSession | undefined,
  action: TCCCSessionAction,
  sdk: TCCCSdk | null,
): 'session' | 'kind' | 'state' | 'sdk' | null {
  if (!session) return 'session';
  const name = nameOf(session, action);
  if (name === undefined) return 'kind';
  if (!STATES[action].includes(session.state)) return 'state';
  return !name || methodsOf(sdk, session)[name] ? null : 'sdk';
}
