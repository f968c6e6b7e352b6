'use client';
import { useMemo } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { act } from '../state/act.js';
import { methodOf, STATES, type TCCCSessionAction } from '../state/methods.js';
import { useView } from './context.js';
import { ownDesk, useRead } from './desk.js';

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

/**
 * What `useSessionActions` returns: one for each `TCCCSessionAction`. Those without arguments ignore what they are
 * given, as a click's event.
 */
export interface TCCCSessionActions extends Readonly<Record<TCCCSessionAction, unknown>> {
  /**
   * Answers a session that rings.
   *
   * @example
   * <button disabled={!accept.available} onClick={accept.run}>Answer</button>
   */
  readonly accept: TCCCAction<unknown[]>;
  /**
   * Turns a ringing call down. Only where the SDK has `Call.end`; it never hangs up instead.
   *
   * @example
   * {reject.available && <button onClick={reject.run}>Reject</button>}
   */
  readonly reject: TCCCAction<unknown[]>;
  /**
   * Ends the session, or cancels one that is being dialed.
   *
   * @example
   * <button disabled={!hangUp.available} onClick={hangUp.run}>Hang up</button>
   */
  readonly hangUp: TCCCAction<unknown[]>;
  /**
   * Turns the agent's microphone off.
   *
   * @example
   * <button onClick={session.micMuted ? unmute.run : mute.run}>Microphone</button>
   */
  readonly mute: TCCCAction<unknown[]>;
  /**
   * Turns the agent's microphone on again.
   *
   * @example
   * <button onClick={session.micMuted ? unmute.run : mute.run}>Microphone</button>
   */
  readonly unmute: TCCCAction<unknown[]>;
  /**
   * Lets the customer hear the waiting music. Phone and VoIP only.
   *
   * @example
   * {hold.available && <button onClick={hold.run}>Hold</button>}
   */
  readonly hold: TCCCAction<unknown[]>;
  /**
   * Takes the customer back from hold.
   *
   * @example
   * {resume.available && <button onClick={resume.run}>Resume</button>}
   */
  readonly resume: TCCCAction<unknown[]>;
  /**
   * Passes the session on, without asking the other side. While one is pending, a second run is that one,
   * whatever its target.
   *
   * @example
   * await transfer.run({ skillGroupId: '1001' });
   */
  readonly transfer: TCCCAction<[target: TCCCTransferTarget]>;
  /**
   * Sends DTMF tones: `0`–`9`, `*`, `#`. Those given while others are on their way go next, in their order; the
   * promise is of all of them.
   *
   * @example
   * <button onClick={() => sendDigits.run('5')}>5</button>
   */
  readonly sendDigits: TCCCAction<[digits: string]>;
  /**
   * Turns the agent's camera off. Video only.
   *
   * @example
   * <button onClick={session.videoMuted ? unmuteVideo.run : muteVideo.run}>Camera</button>
   */
  readonly muteVideo: TCCCAction<unknown[]>;
  /**
   * Turns the agent's camera on again.
   *
   * @example
   * <button onClick={session.videoMuted ? unmuteVideo.run : muteVideo.run}>Camera</button>
   */
  readonly unmuteVideo: TCCCAction<unknown[]>;
  /**
   * Takes a session that is over off the list: by `deleteCall` for calls, else here.
   *
   * @example
   * {remove.available && <button onClick={remove.run}>Done</button>}
   */
  readonly remove: TCCCAction<unknown[]>;
}

const ACTIONS = Object.keys(STATES) as TCCCSessionAction[];

/** An object with what `make` makes of each action. */
const byAction = <T>(make: (action: TCCCSessionAction) => T): Record<TCCCSessionAction, T> =>
  Object.fromEntries(ACTIONS.map((action) => [action, make(action)])) as Record<TCCCSessionAction, T>;

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
  const view = useView('useSessionActions');
  const session = useRead(view, (desk) => desk?.session(sessionId), sessionId);
  const doings = useRead(view, (desk) => desk?.doings(sessionId), sessionId);
  const sdk = useRead(view, (desk) => desk?.sdk, sessionId);
  const runs = useMemo(
    () => byAction((action) => (given: unknown) => act(ownDesk(view), sessionId, action, given)),
    [view, sessionId],
  );
  return useMemo(
    () =>
      byAction((action) => {
        const { pending, error = null } = doings?.[action] ?? {};
        return {
          run: runs[action],
          available: !methodOf(session, action, sdk)[0],
          pending: !!pending,
          error,
        };
      }) as unknown as TCCCSessionActions,
    [runs, session, doings, sdk],
  );
}
