import { tcccError } from '../sdk/errors.js';
import { EVENT_NAMES, type TCCCEventName } from '../sdk/event-names.js';
import { sessionIdOf } from '../sdk/payload.js';
import type { Desk } from './desk-types.js';
import type { SessionPayload } from './next.js';
import { type SessionCause, TRANSITIONS } from './transitions.js';

/** The agent's status as the SDK tells it when asked; `otherwise` where it tells none. */
export function readStatus({ sdk }: Desk, otherwise?: string): unknown {
  try {
    return sdk?.Agent.getStatus?.() ?? otherwise;
  } catch {
    return undefined;
  }
}

/** Anything but a text changes nothing. The cloud's `afterCallWork` is the SDK's `arrange`. */
export function setStatus(desk: Desk, told: unknown, since: number = Date.now()): void {
  const { status: before, reserved } = desk.getSnapshot().agent;
  const status = told === 'afterCallWork' ? 'arrange' : told;
  if (!status || typeof status !== 'string' || status === before) return;
  const { pending, error } = desk.doings('')?.['offline'] ?? {};
  // What was asked for before this is no reason for what comes after it.
  if (error) desk.setDoing('', 'offline');
  desk.setAgent({
    status,
    since,
    // A reservation waits for the end of the call and of the work after it.
    reserved: status !== reserved && /^(busy|arrange)$/.test(status) ? reserved : null,
    offlineBy:
      status === 'offline'
        ? pending || error?.code === 'sdk-call-timeout'
          ? 'app'
          : before && 'elsewhere'
        : null,
  });
}

/** What makes state of the events of one connection. */
export function createHear(desk: Desk): Desk['hear'] {
  const malformed = new Set<string>();
  /** The internal call whose session is known. */
  let dialed: Promise<unknown> | undefined;

  return (name, payload, at) => {
    // What comes after the end of a connection is no longer ours.
    if (!desk.sdk) return;
    if (name === 'statusChanged') {
      // Offline is in no list of the vendor's: where neither names a status, it is that.
      const { status = readStatus(desk, 'offline') } = (payload ?? {}) as { status?: unknown };
      setStatus(desk, status, at);
    } else if (name in TRANSITIONS && EVENT_NAMES.includes(name as TCCCEventName)) {
      const id = sessionIdOf(payload);
      if (id) {
        const { pending } = desk.doings('')?.['startInternalCall'] ?? {};
        // The first one heard of since then is what is dialed.
        const isNew = name === 'callOuted' && pending && pending !== dialed && !desk.session(id);
        if (isNew) dialed = pending;
        desk.apply(id, name as SessionCause, payload as SessionPayload, isNew ? 'internal' : undefined, at);
      } else if (!malformed.has(name)) {
        malformed.add(name);
        desk.setErrors((all) => [
          ...all,
          tcccError(
            'malformed-event',
            `The SDK's ${name} names no session, and was ignored. Report it to the vendor with what the agent did.`,
            { event: name },
          ),
        ]);
      }
    }
  };
}
