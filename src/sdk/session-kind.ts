import type { TCCCCallInEvent } from './event-map.js';

/** What a payload can tell of a session's kind. */
export type KindOrUnknown = 'phone' | 'im' | 'voip' | 'video' | 'internal' | 'unknown';

/**
 * The kind that a payload tells: by `type`, else by the fields that only one kind has. The vendor prints a chat's
 * type as `phone`: there the fields are believed. A phone call has a number, and no nickname.
 */
export function kindOf(payload: Partial<TCCCCallInEvent>): KindOrUnknown {
  const { type = '', nickname } = payload;
  const shape = payload.peerUserId
    ? 'internal'
    : payload.callee
      ? 'voip'
      : payload.calleePhoneNumber ||
          payload.callerPhoneNumber ||
          payload.protectedCaller ||
          payload.protectedCallee
        ? 'phone'
        : payload.channelName || payload.clientData || payload.peerSource || (nickname && type === 'phone')
          ? 'im'
          : 'unknown';
  return /^(phone|im|voip|video|internal)$/.test(type) && !(type === 'phone' && shape === 'im')
    ? (type as KindOrUnknown)
    : shape;
}
