import { callSdk } from '../sdk/reply.js';
import { sessionIdOf } from '../sdk/payload.js';
import type { TCCCOutboundOptions } from '../sdk/vendor.js';
import type { Desk } from './desk.js';
import { perform } from './perform.js';
import type { TCCCSession } from './session.js';
import { until } from './until.js';

/** Options of `Call.startInternalCall`. */
export interface TCCCInternalOptions {
  /** The colleague's account. */
  calleeUserId: string;
  /** Ring the colleague's mobile phone. */
  useMobile?: boolean | undefined;
}

/** The two ways to dial, by the vendor's names. */
export interface Dialled {
  startOutboundCall: TCCCOutboundOptions;
  startInternalCall: TCCCInternalOptions;
}

/** Why the agent cannot dial now. */
export type TCCCDialReason = 'not-ready' | 'status' | 'pending';

/** Why the agent cannot dial; `null` if nothing is known against it. */
export function whyNotDial(desk: Desk): TCCCDialReason | null {
  const [mine, sdk] = desk.peek();
  if (!mine || !sdk) return 'not-ready';
  const { startOutboundCall: outbound, startInternalCall: internal } = desk.doings('');
  if (outbound?.pending ?? internal?.pending) return 'pending';
  const { status } = desk.getSnapshot().agent;
  return !status || /^(free|notReady|rest)$/.test(status) ? null : 'status';
}

/**
 * Dials; resolves when the call is created, which is not yet answered. `undefined`: the SDK reported success,
 * named no session, and told of none within 2 s.
 */
export function dial<A extends keyof Dialled>(
  desk: Desk,
  action: A,
  options: Dialled[A],
): Promise<TCCCSession | undefined> {
  const before = desk.getSnapshot().sessions.map(({ sessionId }) => sessionId);
  return perform(
    desk,
    '',
    action,
    async (sdk, answered) => {
      const data: unknown = await callSdk(() => sdk.Call[action](options as never));
      answered();
      // Where the reply names none, the first new one since the call is its session.
      const id =
        sessionIdOf(data) ??
        (
          await until(
            desk,
            () =>
              desk
                .getSnapshot()
                .sessions.find(({ sessionId, times }) => times.dialing && !before.includes(sessionId)),
            2000,
          )
        )?.sessionId;
      if (!id || desk.peek()[1] !== sdk) return undefined;
      const { calleeUserId, phoneNumber } = options as Partial<TCCCInternalOptions & TCCCOutboundOptions>;
      return desk.apply(
        id,
        'created',
        // Where the vendor does not tell whom we called, we know.
        { peerUserId: calleeUserId, calleePhoneNumber: phoneNumber, ...(data ?? {}) },
        calleeUserId ? 'internal' : undefined,
      );
    },
    whyNotDial(desk),
    desk.getSnapshot().agent.status,
  );
}
