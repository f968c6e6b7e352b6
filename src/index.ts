// No "use client" here: isTCCCError, TCCCError and callSdk are for server components too.
export type {
  TCCCCloudToken,
  TCCCConnectOptions,
  TCCCFetchTokenContext,
  TCCCRetry,
  TCCCTimeouts,
  TCCCToken,
  TCCCTokenSource,
} from './connection/options.js';
export { DEFAULT_ALLOWED_SDK_HOSTS } from './connection/sdk-url.js';
export type {
  TCCCActions,
  TCCCConnecting,
  TCCCDurations,
  TCCCFailed,
  TCCCIdle,
  TCCCReady,
  TCCCSnapshot,
  TCCCState,
  TCCCStatus,
} from './connection/snapshot.js';
export type { TCCCProviderOptions, TCCCProviderProps } from './hooks/provider-props.js';
export { TCCCGate, type TCCCGateProps } from './hooks/TCCCGate.js';
export { TCCCProvider } from './hooks/TCCCProvider.js';
export { useMaybeTCCC } from './hooks/useMaybeTCCC.js';
export { useTCCC } from './hooks/useTCCC.js';
export { useTCCCEvent } from './hooks/useTCCCEvent.js';
export type { TCCCErrorCode, TCCCErrorDetails } from './sdk/error-details.js';
export { isTCCCError, TCCCError, type TCCCErrorInit, type TCCCErrorOf } from './sdk/errors.js';
// A star, so that an augmentation of `TCCCEventMap` in module 'tccc-react' reaches it.
export type * from './sdk/event-map.js';
export type { TCCCEventName } from './sdk/event-names.js';
export { callSdk } from './sdk/reply.js';
export type {
  Open,
  TCCCAgent,
  TCCCAgentStatus,
  TCCCButtonConfig,
  TCCCCall,
  TCCCCallInfo,
  TCCCChat,
  TCCCCloseBy,
  TCCCDevices,
  TCCCOutboundOptions,
  TCCCReply,
  TCCCReturn,
  TCCCSdk,
  TCCCServerType,
  TCCCSessionRef,
  TCCCSessionType,
  TCCCSettableStatus,
  TCCCTransferOptions,
  TCCCUi,
  TCCCVideo,
} from './sdk/vendor.js';
