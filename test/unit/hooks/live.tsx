import { vi } from 'vitest';
import { getSimulator } from '../../../src/simulator/index.js';
import { openDesk } from './desk.js';
import { fresh, ID } from './probe.js';

/** An event, and what it tells besides the session's id. */
export type Told = readonly [name: string, payload?: unknown];

/** An event of a session. */
export const of =
  (sessionId: string) =>
  (name: string, more?: object): Told => [name, { sessionId, ...more }];
const told = of(ID);

const ring = (type: string, more?: object): Told => told('callIn', { type, ...more });
const accessed = told('userAccessed');
const ended = told('sessionEnded');
/** A chat, by its fields. */
const chat = { nickname: 'Lin', peerSource: 'web', channelName: 'Shop', clientData: '' };

/** Somebody would be cut off: what the SDK has told by then. */
export const LIVE: Record<string, readonly Told[]> = {
  'dialing a customer': [told('callOuted', { calleePhoneNumber: '008610086' })],
  'dialing, told by an id alone': [told('callOuted')],
  'a phone call': [ring('phone'), accessed],
  'an outbound call that was answered': [told('callOuted'), told('calloutAccepted')],
  'an outbound call, answered in the other words': [told('callOuted'), accessed],
  'a VoIP call': [ring('voip', { callee: 'app', nickname: 'Lin' }), accessed],
  'a VoIP call without a type': [told('callIn', { callee: 'app', nickname: 'Lin' }), accessed],
  'a video call': [ring('video', { nickname: 'Lin', userId: 'o1' }), accessed],
  'an internal call': [ring('internal', { peerUserId: 'bob' }), accessed],
  'an internal call with a nickname': [ring('internal', { peerUserId: 'bob', nickname: 'Bob' }), accessed],
  'a phone call with a nickname': [ring('phone', { nickname: 'Lin', callerPhoneNumber: '10086' }), accessed],
  'a call of an unknown kind': [accessed],
  'a call of an unknown kind with a nickname': [told('callIn', { nickname: 'Lin' }), accessed],
  'a call whose callIn tells nothing': [told('callIn'), accessed],
  'a call whose callIn comes late, and twice': [accessed, ring('phone'), ring('phone')],
  'an outbound call, answered in both words': [told('callOuted'), told('calloutAccepted'), accessed],
  'a call that came back after its transfer': [
    ring('phone'),
    accessed,
    told('transfer'),
    ended,
    ring('phone'),
    accessed,
  ],
  'a call that came back after it was lost': [
    ring('phone'),
    told('autoTransfer'),
    ended,
    ring('phone'),
    accessed,
  ],
  'a call that came back after it was done': [
    ring('phone'),
    ended,
    told('sessionCompleted'),
    accessed,
    ring('phone'),
    accessed,
  ],
  'a call that came back, dialed at first, of which the end came before all else': [
    ended,
    told('callOuted'),
    ring('phone'),
    accessed,
  ],
  'a call that came back, of which the end came before all else': [
    ended,
    ring('phone'),
    ring('phone'),
    accessed,
  ],
  'a call that goes on after another one': [
    ...['callIn', 'userAccessed', 'sessionEnded'].map((name) => of('s-0')(name)),
    ring('phone'),
    accessed,
  ],
};

/** Nobody would be cut off. */
export const NOT_LIVE: Record<string, readonly Told[]> = {
  'no session': [],
  'a call that rings': [ring('phone')],
  'a call of which the end came before all else': [ended, ring('phone'), accessed],
  'a call that was passed on, all told too late': [ended, told('transfer'), ring('phone'), accessed],
  'a call of which more is told after it is done': [
    ring('phone'),
    accessed,
    ended,
    told('sessionCompleted'),
    accessed,
    told('callOuted'),
    told('calloutAccepted'),
  ],
  'a video call that rings': [ring('video')],
  'a chat': [ring('im', chat), accessed],
  'a chat printed as a phone call': [ring('phone', chat), accessed],
  'a chat printed as a phone call, with a nickname alone': [ring('phone', { nickname: 'Lin' }), accessed],
  'a chat without a type': [told('callIn', chat), accessed],
  'a chat whose callIn comes late': [accessed, ring('im', chat)],
  'a call that has ended': [ring('phone'), accessed, ended],
  'a call of which the end alone is known': [ended],
  'a call that was dialed in vain': [told('callOuted'), ended],
  'a call that was passed on': [ring('phone'), accessed, told('transfer', { userId: 'bob' })],
  'a call that ended after it was passed on': [ring('phone'), accessed, told('transfer'), ended],
  'a call that is done': [ring('phone'), accessed, ended, told('sessionCompleted')],
  'a call that is done, whose end was not told': [ring('phone'), accessed, told('sessionCompleted')],
  'a call that was lost': [ring('phone'), told('autoTransfer')],
  'a call that was lost and has ended': [ring('phone'), told('autoTransfer'), ended],
  'a call that was lost while it was answered': [ring('phone'), told('autoTransfer'), accessed],
  'a call that came back and rings': [ring('phone'), accessed, ended, ring('phone')],
};

/** Props for another endpoint. */
export const endpoint = (tokenEndpoint: string): object => ({ tokenEndpoint, fetchToken: undefined });

/** A connection by a token endpoint, `/one` at first, and the endpoints that were asked. */
export async function openByEndpoint(...[children, more]: Parameters<typeof openDesk>) {
  const asked: string[] = [];
  vi.spyOn(window, 'fetch').mockImplementation((input) => {
    asked.push(new URL((input as Request).url ?? input, window.location.href).pathname);
    return Promise.resolve(Response.json(getSimulator()?.issueToken()));
  });
  const desk = openDesk(children, fresh({ ...endpoint('/one'), ...more }));
  await desk.until('ready');
  return { desk, simulator: desk.simulator, asked };
}
