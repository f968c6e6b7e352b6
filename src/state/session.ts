import type { TCCCIvrStep } from '../sdk/event-map.js';
import type { TCCCCloseBy, TCCCServerType } from '../sdk/vendor.js';

/**
 * The state of a session.
 *
 * - `offered`: rings at this agent; `dialing`: an outbound call was created, not answered yet.
 * - `connected`: they talk; `held`: the customer hears the waiting music.
 * - `ended`; `lost`: not answered here, it went to another agent; `transferred`: this agent passed it on;
 *   `completed`: marked as done. Of these four, only a new `callIn` leads back.
 *
 * @example
 * const LABELS: Record<TCCCSessionState, string> = {
 *   offered: 'Ringing', dialing: 'Calling', connected: 'Talking', held: 'On hold',
 *   ended: 'Ended', lost: 'Missed', transferred: 'Passed on', completed: 'Done',
 * };
 */
export type TCCCSessionState =
  'offered' | 'dialing' | 'connected' | 'held' | 'ended' | 'lost' | 'transferred' | 'completed';

/** The states each kind can be in. */
interface States {
  phone: TCCCSessionState;
  im: Exclude<TCCCSessionState, 'dialing' | 'held'>;
  voip: Exclude<TCCCSessionState, 'dialing'>;
  video: Exclude<TCCCSessionState, 'dialing' | 'held'>;
  internal: Exclude<TCCCSessionState, 'held'>;
  unknown: TCCCSessionState;
}

/**
 * The kind of a session. `unknown` until a payload tells: it has every field and every state.
 *
 * @example
 * const ICONS: Record<TCCCSessionKind, string> = {
 *   phone: '☎', im: '💬', voip: '🎧', video: '🎥', internal: '👥', unknown: '?',
 * };
 */
export type TCCCSessionKind = keyof States;

/** The vendor's fields, as the vendor gives them; any of them may be missing. */
interface Fields {
  /** Time to answer, in s; 0 = no limit. */
  readonly timeout?: number;
  readonly remark?: string;
  readonly callerPhoneNumber?: string;
  readonly calleePhoneNumber?: string;
  readonly callerLocation?: string;
  readonly calleeLocation?: string;
  /** The caller's number where number mapping hides it. */
  readonly protectedCaller?: string;
  /** The called number where number mapping hides it. */
  readonly protectedCallee?: string;
  /** The end on which the call rings. */
  readonly serverType?: TCCCServerType;
  /** What the caller chose in the IVR menu. */
  readonly ivrPath?: readonly TCCCIvrStep[];
  readonly nickname?: string;
  readonly avatar?: string;
  /** Channel of a chat, place of a VoIP caller. */
  readonly peerSource?: string;
  readonly channelName?: string;
  /** Custom data signed on the customer's side. */
  readonly clientData?: string;
  /** The VoIP entry that was called. */
  readonly callee?: string;
  readonly calleeRemark?: string;
  /** The customer's open id. */
  readonly userId?: string;
  /** Account of the colleague, in internal calls. */
  readonly peerUserId?: string;
}

type Persona = 'timeout' | 'remark' | 'nickname' | 'avatar';

/** The fields each kind can have. */
interface KindFields {
  phone: Pick<
    Fields,
    | 'timeout'
    | 'remark'
    | 'serverType'
    | 'ivrPath'
    | 'callerPhoneNumber'
    | 'calleePhoneNumber'
    | 'callerLocation'
    | 'calleeLocation'
    | 'protectedCaller'
    | 'protectedCallee'
  >;
  im: Pick<Fields, Persona | 'peerSource' | 'channelName' | 'clientData'>;
  voip: Pick<Fields, Persona | 'ivrPath' | 'peerSource' | 'callee' | 'calleeRemark' | 'userId'>;
  video: Pick<Fields, Persona | 'userId'>;
  internal: Pick<Fields, 'timeout' | 'peerUserId'>;
  unknown: Fields;
}

interface Common<K, S extends TCCCSessionState> {
  readonly sessionId: string;
  readonly kind: K;
  readonly state: S;
  /** A guess while no `callIn` or `callOuted` was heard. */
  readonly direction: K extends 'im' | 'voip' | 'video'
    ? 'inbound'
    : S extends 'offered'
      ? 'inbound'
      : S extends 'dialing'
        ? 'outbound'
        : Direction;
  /** From 1. A session that comes back, as after a transfer, keeps its id and counts on. */
  readonly attempt: number;
  /**
   * When each state was reached in this attempt, in ms since the epoch: `connected` the first time, `held` the
   * last time. One heard of too late counts as of the first that was heard.
   */
  readonly times: Readonly<Partial<Record<TCCCSessionState, number>> & Record<S, number>>;
  readonly micMuted: boolean;
  readonly videoMuted: boolean;
  /**
   * What no event confirms, and the vendor's own buttons can change unheard: `micMuted` until the SDK was asked,
   * the others always.
   */
  readonly assumed: readonly ('micMuted' | 'held' | 'videoMuted')[];
}

type Direction = 'inbound' | 'outbound';

/** What is known once a session is over. */
interface Ending {
  readonly closeBy?: TCCCCloseBy;
  /** Length of the conversation, in s: the vendor's, else by our times; none if there was no conversation. */
  readonly duration?: number;
}

/** Only for sessions closed by `admin`. */
interface Reasons {
  readonly mainReason?: string;
  readonly subReason?: string;
}

/** Where the session was passed on to, as far as the vendor says. */
interface Passed {
  readonly transferredTo?: { readonly userId?: string; readonly skillGroupId?: string };
}

type Over = 'ended' | 'lost' | 'transferred' | 'completed';

type Session<K extends TCCCSessionKind, S extends TCCCSessionState> = Common<K, S> &
  KindFields[K] &
  (S extends Over ? Ending & (K extends 'phone' | 'unknown' ? Reasons : unknown) : unknown) &
  (S extends 'transferred' | 'completed' ? Passed : unknown);

/**
 * One session of any kind. Narrow it by `state` and `kind`, and the fields follow: `closeBy` exists once it is
 * over, `callerPhoneNumber` on phone calls, and a chat cannot be `held`. Replaced, never changed: the same
 * object until something of it changed.
 *
 * @example
 * function title(session: TCCCSession): string {
 *   if (session.kind === 'phone') return session.callerPhoneNumber ?? 'Number withheld';
 *   if (session.kind === 'internal') return session.peerUserId ?? 'Colleague';
 *   return session.nickname ?? 'Customer';
 * }
 *
 * Source: Web SDK API, "Events" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export type TCCCSession = {
  [K in TCCCSessionKind]: { [S in States[K]]: Session<K, S> }[States[K]];
}[TCCCSessionKind];
