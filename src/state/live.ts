import type { TCCCSession, TCCCSessionState } from './session.js';

type Over = 'ended' | 'lost' | 'transferred' | 'completed';
type OverSession = Extract<TCCCSession, { state: Over }>;
type LiveSession = Extract<Exclude<TCCCSession, { kind: 'im' }>, { state: 'dialing' | 'connected' | 'held' }>;

/** Whether nothing but a new `callIn` leads out of this state. */
export const isOverState = (state: TCCCSessionState | undefined): state is Over =>
  /^[elt]|mp/.test(state as string);

/** Whether nothing more is to come of this attempt. */
export const isOver = (session: TCCCSession): session is OverSession => isOverState(session.state);

/** Whether somebody would be cut off if the SDK went away now. A chat goes on without this page. */
export const isLive = (session: TCCCSession): session is LiveSession =>
  session.kind !== 'im' && session.state !== 'offered' && !isOver(session);
