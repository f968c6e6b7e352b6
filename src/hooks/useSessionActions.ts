'use client';
import { useMemo, useSyncExternalStore } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { act } from '../state/act.js';
import { STATES, type TCCCSessionAction, whyNot } from '../state/methods.js';
import { type DeskView, useDesk } from './desk.js';

/** Something that can be done, and how it goes. `pending` and `error` are the same in every component. */
export interface TCCCAction<Arguments extends unknown[] = []> {
  /**
   * Does it. Stable. While pending, the same promise again. A promise nobody awaits causes no unhandled
   * rejection.
   *
   * @throws (by rejection) `not-ready`, `action-unavailable`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
   */
  readonly run: (...given: Arguments) => Promise<void>;
  /** Whether it can be done now. */
  readonly available: boolean;
  readonly pending: boolean;
  /** What it failed with last; `null` again once it succeeds. */
  readonly error: TCCCError | null;
}

/** Where a session is to go: exactly one target. */
export type TCCCTransferTarget =
  { userId: string; skillGroupId?: undefined } | { skillGroupId: string; userId?: undefined };

/** What `useSessionActions` returns. An action without arguments ignores what it is given, as a click's event. */
export interface TCCCSessionActions extends Readonly<
  Record<Exclude<TCCCSessionAction, 'transfer' | 'sendDigits'>, TCCCAction<unknown[]>>
> {
  /** Passes the session on, without asking the other side. */
  readonly transfer: TCCCAction<[target: TCCCTransferTarget]>;
  /** Sends DTMF tones: `0`–`9`, `*`, `#`. */
  readonly sendDigits: TCCCAction<[digits: string]>;
}

const ACTIONS = Object.keys(STATES) as TCCCSessionAction[];

/** Reads the actions of one session: the same object until something about them changed. */
function createReader(view: DeskView, sessionId: string): (server?: boolean) => TCCCSessionActions {
  const { desk, peek } = view;
  const runs = Object.fromEntries(
    ACTIONS.map((action) => [action, (given: unknown) => act(desk(), view, sessionId, action, given)]),
  );
  let seen: unknown[] | undefined;
  let actions: unknown;
  return (server) => {
    const [mine, sdk] = server ? [] : peek();
    const session = mine ? desk().session(sessionId) : undefined;
    const doings = mine ? desk().doings(sessionId) : undefined;
    const now = [session, doings, sdk];
    if (!seen?.every((value, index) => value === now[index])) {
      seen = now;
      actions = Object.fromEntries(
        ACTIONS.map((action) => {
          const { pending, error = null } = doings?.[action] ?? {};
          const available = !whyNot(session, action, sdk ?? null);
          return [action, { run: runs[action], available, pending: !!pending, error }];
        }),
      );
    }
    return actions as TCCCSessionActions;
  };
}

/**
 * What can be done with one session, whatever its kind: accept, reject, hangUp, mute, unmute, hold, resume,
 * transfer, sendDigits, muteVideo, unmuteVideo, remove. Its state follows from the SDK's events, not from the
 * promise of an action; only mute and hold, which have no events, are believed at once.
 *
 * `reject` is available only where the SDK has `Call.end`; `remove` only for a session that is over.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { accept, reject } = useSessionActions(sessionId);
 * <button disabled={!accept.available || accept.pending} onClick={accept.run}>Accept</button>
 *
 * Source: Web SDK API, "Call", "Chat", "Video" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useSessionActions(sessionId: string): TCCCSessionActions {
  const view = useDesk('useSessionActions');
  const [read, readServer] = useMemo(
    () => [createReader(view, sessionId), createReader(view, sessionId).bind(null, true)],
    [view, sessionId],
  );
  return useSyncExternalStore(view.subscribe, read, readServer);
}
