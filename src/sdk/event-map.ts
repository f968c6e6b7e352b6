import type {
  TCCCAgentStatus,
  TCCCCloseBy,
  TCCCServerType,
  TCCCSessionRef,
  TCCCSessionType,
} from './vendor.js';

/** One step of the IVR menu that a caller went through. */
export interface TCCCIvrStep {
  key: string;
  label: string;
}

/**
 * Payload of `callIn`: a session rings at this agent. One type for all kinds, since the vendor prints
 * `type: 'phone'` for chats too; fields besides `sessionId` depend on the kind.
 */
export interface TCCCCallInEvent extends TCCCSessionRef {
  type?: TCCCSessionType | undefined;
  /** Time to answer, in s; 0 = no limit. */
  timeout?: number | undefined;
  calleePhoneNumber?: string | undefined;
  callerPhoneNumber?: string | undefined;
  callerLocation?: string | undefined;
  /** The caller's number where number mapping hides it. */
  protectedCaller?: string | undefined;
  /** The called number where number mapping hides it. */
  protectedCallee?: string | undefined;
  serverType?: TCCCServerType | undefined;
  ivrPath?: TCCCIvrStep[] | undefined;
  remark?: string | undefined;
  nickname?: string | undefined;
  avatar?: string | undefined;
  peerSource?: string | undefined;
  channelName?: string | undefined;
  /** Custom data signed on the customer's side. */
  clientData?: string | undefined;
  callee?: string | undefined;
  calleeRemark?: string | undefined;
  userId?: string | undefined;
  /** Account of the calling colleague, in internal calls. */
  peerUserId?: string | undefined;
}

/** Payload of `sessionEnded`. */
export interface TCCCSessionEndedEvent extends TCCCSessionRef {
  closeBy?: TCCCCloseBy | undefined;
  mainReason?: string | undefined;
  /** Only for phone sessions closed by `admin`. */
  subReason?: string | undefined;
  type?: TCCCSessionType | undefined;
  /** Length in s, fractional; older SDKs only. */
  duration?: number | undefined;
}

/** Payload of `callOuted`: an outbound call was created, by the API or by the SDK's own button. */
export interface TCCCCallOutedEvent extends TCCCSessionRef {
  callerPhoneNumber?: string | undefined;
  calleePhoneNumber?: string | undefined;
  protectedCallee?: string | undefined;
  remark?: string | undefined;
}

/** Payload of `transfer`: this agent's transfer is complete. */
export interface TCCCTransferEvent extends TCCCSessionRef {
  skillGroupId?: string | undefined;
  userId?: string | undefined;
}

/**
 * The SDK's events and their payloads, always flat: a payload nested under `data` is unwrapped.
 * Add an undocumented event by augmentation.
 *
 * @example
 * import 'tccc-react';
 *
 * declare module 'tccc-react' {
 *   interface TCCCEventMap {
 *     networkQuality: { level: number };
 *   }
 * }
 *
 * Source: Web SDK API, "Events" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export interface TCCCEventMap {
  /** Loaded and logged in; the SDK may be used from here on. */
  ready: unknown;
  /** The token was invalid or expired when the SDK checked it. */
  tokenExpired: { message?: string | undefined };
  /** A session rings at this agent. */
  callIn: TCCCCallInEvent;
  /** The agent has joined: the conversation starts. */
  userAccessed: TCCCSessionRef;
  /** Not answered in time; the session went to another agent. */
  autoTransfer: TCCCSessionRef;
  /** Either side, or the system, ended the session. */
  sessionEnded: TCCCSessionEndedEvent;
  /** The agent marked the session as done; it leaves the list. */
  sessionCompleted: TCCCSessionRef;
  /** An outbound call was created. Not answered yet. */
  callOuted: TCCCCallOutedEvent;
  /** The remote party answered the outbound call (the vendor's spelling). */
  calloutAccepted: TCCCSessionRef;
  /** This agent's transfer is complete. */
  transfer: TCCCTransferEvent;
  /** The agent's status changed, for whatever reason. */
  statusChanged: { status?: TCCCAgentStatus | undefined };
}
