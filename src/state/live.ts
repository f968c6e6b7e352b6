import type { TCCCSession, TCCCSessionState } from './session.js';

/** The states that nothing but a new `callIn` leads out of. */
export const OVER: readonly TCCCSessionState[] = ['ended', 'lost', 'transferred', 'completed'];

type OverSession = Extract<TCCCSession, { state: 'ended' | 'lost' | 'transferred' | 'completed' }>;
type LiveSession = Extract<Exclude<TCCCSession, { kind: 'im' }>, { state: 'dialing' | 'connected' | 'held' }>;

/** Whether nothing more is to come of this attempt. */
export const isOver = (session: TCCCSession): session is OverSession => OVER.includes(session.state);

/** Whether somebody would be cut off if the SDK went away now. A chat goes on without this page. */
export const isLive = (session: TCCCSession): session is LiveSession =>
  session.kind !== 'im' && session.state !== 'offered' && !isOver(session);
