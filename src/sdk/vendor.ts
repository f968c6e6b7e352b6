/** A union that names the known values and still accepts those the vendor adds later. */
export type Open<T extends string> = T | (string & {});

/** Agent status as the SDK reports it. `offline` is not in the vendor's list but is sent in practice. */
export type TCCCAgentStatus = Open<'free' | 'busy' | 'arrange' | 'notReady' | 'rest' | 'offline'>;
/** What `Agent.setStatus` takes. `stopNotReady` is a command, never a status. */
export type TCCCSettableStatus = 'free' | 'rest' | 'arrange' | 'notReady' | 'stopNotReady';
/** The end on which a call rings. Compare without regard to case: the vendor's prose varies. */
export type TCCCServerType = Open<'staffSeat' | 'staffPhoneSeat' | 'miniProgramSeat' | 'staffExtensionSeat'>;
/** Who ended a session. */
export type TCCCCloseBy = Open<'client' | 'seat' | 'admin' | 'timer'>;
/** The kinds of session the vendor names in `callIn`. */
export type TCCCSessionType = Open<'phone' | 'im' | 'voip' | 'video' | 'internal'>;

/** The documented envelope of an asynchronous reply. The data may also arrive without it. */
export interface TCCCReply<D = unknown> {
  status?: Open<'success' | 'error'> | undefined;
  errorMsg?: string | undefined;
  data?: D | undefined;
}

/**
 * What an SDK method may return: the documents, the tutorials and real applications disagree, so this is
 * their union. Read it with `callSdk`; reading a field of it directly does not compile.
 */
export type TCCCReturn<D = unknown> = Promise<TCCCReply<D> | D | void> | TCCCReply<D> | D | void;

/** Names one session. */
export interface TCCCSessionRef {
  sessionId: string;
}
/** Where a session is to go: exactly one target. */
export type TCCCTransferOptions = TCCCSessionRef &
  ({ skillGroupId: string; userId?: undefined } | { userId: string; skillGroupId?: undefined });

/** Options of `Call.startOutboundCall`. Source: Web SDK API, "startOutboundCall". */
export interface TCCCOutboundOptions {
  /** The number to call, as dialled. */
  phoneNumber: string;
  /** Shown in the call bar instead of the number. */
  phoneDesc?: string | undefined;
  /** Your own data, returned in the call record push (the cloud's limit is 1,024 bytes). */
  uui?: string | undefined;
  /** Use an outbound number bound to this skill group. */
  skillGroupId?: string | undefined;
  /** The caller number to show. */
  callerPhoneNumber?: string | undefined;
  /** Ids of numbers or number groups to choose the caller number from. */
  servingNumberGroupIds?: string[] | undefined;
  /** `number` forces the real number where number mapping is on. */
  phoneEncodeType?: 'number' | undefined;
}
/** What `Call.startOutboundCall` tells of the call it created. Created is not answered. */
export interface TCCCCallInfo extends TCCCSessionRef {
  calleePhoneNumber?: string | undefined;
  callerPhoneNumber?: string | undefined;
  serverType?: TCCCServerType | undefined;
  calleeLocation?: string | undefined;
  remark?: string | undefined;
}

type BySession = (options: TCCCSessionRef) => TCCCReturn;
type Transfer = (options: TCCCTransferOptions) => TCCCReturn;

/** `tccc.Call`: phone and VoIP sessions. Source: Web SDK API, "Call". */
export interface TCCCCall {
  startOutboundCall(options: TCCCOutboundOptions): TCCCReturn<TCCCCallInfo>;
  startInternalCall(options: { calleeUserId: string; useMobile?: boolean | undefined }): TCCCReturn;
  accept: BySession;
  /** Hangs up or cancels (the vendor's spelling). */
  hungUp: BySession;
  /** Rejects a ringing call; since September 2025, so it may be missing. */
  end?: BySession | undefined;
  /** Removes an ended session from the SDK's list. */
  deleteCall: BySession;
  muteMic: BySession;
  unmuteMic: BySession;
  /** Synchronous boolean or promise, by the age of the SDK. */
  isMicMuted(options: TCCCSessionRef): unknown;
  hold: BySession;
  unHold: BySession;
  transfer: Transfer;
  sendDigits(options: TCCCSessionRef & { dtmfText: string }): TCCCReturn;
  /** Named in the vendor's release log only; its parameters are not documented. */
  kick?: unknown;
}

/** `tccc.Chat`: instant-message sessions. Source: Web SDK API, "Chat". */
export interface TCCCChat {
  accept: BySession;
  end: BySession;
  transfer: Transfer;
  sendCardMessage?:
    | ((
        options: TCCCSessionRef & {
          payload: { header: string; desc: string; pic: string; url: string };
        },
      ) => TCCCReturn)
    | undefined;
  sendOrderMessage?:
    ((options: TCCCSessionRef & { payload: Record<string, unknown> }) => TCCCReturn) | undefined;
}

/** `tccc.Video`: video sessions. Source: Web SDK API, "Video". */
export interface TCCCVideo {
  accept: BySession;
  end: BySession;
  muteMic: BySession;
  unmuteMic: BySession;
  muteVideo: BySession;
  unmuteVideo: BySession;
  transfer: Transfer;
}

/** `tccc.Agent`: the agent's own status. Source: Web SDK API, "Agent". */
export interface TCCCAgent {
  /** Fire and forget: its completion is the event `statusChanged`. */
  online(): void;
  /** Fire and forget: its completion is the event `statusChanged`. */
  offline(): void;
  setStatus(options: { status: TCCCSettableStatus; restReason?: string | undefined }): TCCCReturn;
  getStatus?(): TCCCAgentStatus;
}

/** `tccc.Devices`. Source: Web SDK API, "Devices". */
export interface TCCCDevices {
  isBrowserSupported(): boolean;
  /** Named in the vendor's FAQ only. */
  isEnvSupported?: unknown;
  getMicrophones(): Promise<MediaDeviceInfo[]>;
  getSpeakers(): Promise<MediaDeviceInfo[]>;
}

/** `tccc.UI`: the vendor's own interface in the page. Source: Web SDK API, "UI". */
export interface TCCCUi {
  hide(): void;
  show(): void;
  /** Lower-case `f`, as the vendor spells it. */
  showfloatButton?(): void;
  /** Lower-case `f`, as the vendor spells it. */
  hidefloatButton?(): void;
  showWorkbench?(): void;
  hideWorkbench?(): void;
  /** Named in the vendor's release log only; its parameters are not documented. */
  mount?: unknown;
}

/** The part of a button configuration that real applications are seen to use. */
export interface TCCCButtonConfig {
  active: { type: string }[];
  [key: string]: unknown;
}

/**
 * `window.tccc`, the vendor's SDK instance, typed as tolerantly as its documents are contradictory.
 * Source: Web SDK API (https://www.tencentcloud.com/document/product/1229/59622).
 */
export interface TCCCSdk {
  on(name: string, listener: (payload: never) => void): unknown;
  /** Documented, but a wrapper must survive its absence. */
  off?(name: string, listener: (payload: never) => void): unknown;
  /** Event names by themselves: `tccc.events.callIn` is `'callIn'`. */
  events?: Record<string, string | undefined> | undefined;
  Call: TCCCCall;
  Chat: TCCCChat;
  Video: TCCCVideo;
  Agent: TCCCAgent;
  Devices: TCCCDevices;
  UI: TCCCUi;
  /** In the oldest API only. */
  Admin?: { getSkillGroups?(): unknown } | undefined;
  /** Undocumented, seen in real applications. */
  overrideButtonConfig?(callback: (config: TCCCButtonConfig) => object): void;
}
