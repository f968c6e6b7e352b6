import { sessionIdOf } from '../sdk/payload.js';
import type { TCCCOutboundOptions } from '../sdk/vendor.js';
import type { Desk } from './desk-types.js';
import { snapshotOf } from './desk-snapshot.js';
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
export function whyNotDial(desk?: Desk): TCCCDialReason | null {
  if (!desk?.sdk) return 'not-ready';
  const { startOutboundCall: outbound, startInternalCall: internal } = desk.doings('') ?? {};
  if (outbound?.pending ?? internal?.pending) return 'pending';
  const { status } = desk.getSnapshot().agent;
  return !status || /^(free|notReady|rest)$/.test(status) ? null : 'status';
}

/**
 * Dials; resolves when the call is created, which is not yet answered. `undefined`: the SDK reported success,
 * named no session, and told of none within 2 s.
 */
export function dial<A extends keyof Dialled>(
  desk: Desk | undefined,
  action: A,
  options: Dialled[A],
): Promise<TCCCSession | undefined> {
  const { sessions, agent } = snapshotOf(desk);
  return perform(
    desk,
    '',
    action,
    ({ Call }) => Call[action](options as never),
    async (own, reply) => {
      const { calleeUserId, phoneNumber } = options as Partial<TCCCInternalOptions & TCCCOutboundOptions>;
      // Where the reply names none, the first new one since the call is its session.
      const isNew = ({ sessionId, times }: TCCCSession): boolean =>
        !!times.dialing && !sessions.some((old) => old.sessionId === sessionId);
      const id =
        sessionIdOf(reply) ??
        (await until(own, () => own.getSnapshot().sessions.find(isNew), 2000))?.sessionId;
      if (!id) return undefined;
      return own.apply(
        id,
        'created',
        // Where the vendor does not tell whom we called, we know.
        { peerUserId: calleeUserId, calleePhoneNumber: phoneNumber, ...(reply ?? {}) },
        calleeUserId ? 'internal' : undefined,
      );
    },
    whyNotDial(desk),
    agent.status,
  );
}
