import { callSdk } from '../sdk/reply.js';
import { sessionIdOf } from '../sdk/payload.js';
import type { TCCCOutboundOptions } from '../sdk/vendor.js';
import type { Desk, Link } from './desk.js';
import { perform, refuse } from './perform.js';
import type { TCCCSession } from './session.js';

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

/** How long a session that a good reply did not name may take to be heard of, in ms. */
const HEARD = 2000;

/** Why the agent cannot dial now. */
export type TCCCDialReason = 'not-ready' | 'status' | 'pending';

/** Why the agent cannot dial; `null` if nothing is known against it. */
export function whyNotDial(desk: Desk, { peek }: Link): TCCCDialReason | null {
  const [mine, sdk] = peek();
  if (!mine || !sdk) return 'not-ready';
  const doings = desk.doings('');
  if (doings?.['startOutboundCall']?.pending ?? doings?.['startInternalCall']?.pending) return 'pending';
  const { status } = desk.getSnapshot().agent;
  return !status || /^(free|notReady|rest)$/.test(status) ? null : 'status';
}

/**
 * Dials; resolves when the call is created, which is not yet answered. `undefined`: the SDK reported success,
 * named no session, and told of none within 2 s.
 */
export function dial<A extends keyof Dialled>(
  desk: Desk,
  link: Link,
  action: A,
  options: Dialled[A],
): Promise<TCCCSession | undefined> {
  const deed = { sessionId: '', action };
  const reason = whyNotDial(desk, link);
  if (reason && reason !== 'not-ready') {
    return refuse(
      desk,
      deed,
      'action-unavailable',
      `The agent cannot dial now (${reason}). Offer it only where canDial is true.`,
      { state: desk.getSnapshot().agent.status, reason },
    );
  }
  return perform(desk, link, deed, async (sdk) => {
    let first: string | undefined;
    let heard: ((id: string) => void) | undefined;
    const hint = action === 'startInternalCall' ? 'internal' : undefined;
    // The first new one since the call is its session.
    const listen = (id: string): typeof hint => {
      if (first) return undefined;
      first = id;
      heard?.(id);
      return hint;
    };
    desk.dialing = listen;
    try {
      const data: unknown = await callSdk(() => sdk.Call[action](options as never));
      const id =
        sessionIdOf(data) ??
        first ??
        (await new Promise<string | undefined>((resolve) => {
          heard = resolve;
          setTimeout(resolve, HEARD);
        }));
      if (!id || link.peek()[1] !== sdk) return undefined;
      return desk.apply(id, 'created', data ?? {}, hint);
    } finally {
      if (desk.dialing === listen) desk.dialing = undefined;
    }
  });
}
