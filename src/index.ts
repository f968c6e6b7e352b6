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
export { useActiveSession } from './hooks/useActiveSession.js';
export { type TCCCAgentActions, useAgentStatus } from './hooks/useAgentStatus.js';
export { type TCCCCallBarButtons, useCallBarButtons } from './hooks/useCallBarButtons.js';
export { type TCCCDevicesState, useDevices } from './hooks/useDevices.js';
export type { TCCCDial } from './hooks/useDial.js';
export { useIncomingSessions } from './hooks/useIncomingSessions.js';
export { useInternalCall } from './hooks/useInternalCall.js';
export { useMaybeTCCC } from './hooks/useMaybeTCCC.js';
export { useOutboundCall } from './hooks/useOutboundCall.js';
export { useSession } from './hooks/useSession.js';
export {
  type TCCCAction,
  type TCCCSessionActions,
  type TCCCTransferTarget,
  useSessionActions,
} from './hooks/useSessionActions.js';
export { type TCCCSessionFilter, useSessions } from './hooks/useSessions.js';
export { type TCCCSessionTimer, useSessionTimer } from './hooks/useSessionTimer.js';
export { type TCCCSkillGroup, useSkillGroups } from './hooks/useSkillGroups.js';
export { useTCCC } from './hooks/useTCCC.js';
export { type TCCCErrors, useTCCCErrors } from './hooks/useTCCCErrors.js';
export { useTCCCEvent } from './hooks/useTCCCEvent.js';
export { useTCCCGetSnapshot } from './hooks/useTCCCGetSnapshot.js';
export { useTCCCSelector } from './hooks/useTCCCSelector.js';
export { type TCCCWorkbench, useWorkbench } from './hooks/useWorkbench.js';
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
export type { TCCCAgentState } from './state/agent-state.js';
export type { TCCCDesk } from './state/desk-snapshot.js';
export type { TCCCDeviceList, TCCCMicrophonePermission } from './state/devices.js';
export type { TCCCDialReason, TCCCInternalOptions } from './state/dial.js';
export type { TCCCSessionAction } from './state/methods.js';
export type { TCCCSession, TCCCSessionKind, TCCCSessionState } from './state/session.js';
