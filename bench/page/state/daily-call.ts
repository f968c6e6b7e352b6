import { EventEmitter } from 'eventemitter3';

import { RECORDS } from './contender.js';

export const sessionId = (record: number): string => `4f9b2c7e-participant-${record}`;

const track = { subscribed: true, state: 'off', off: { byUser: true } };

/** With what a participant has by the types of daily-js. */
function create(id: string, local: boolean): Record<string, unknown> {
  return {
    audio: false,
    video: false,
    screen: false,
    tracks: { audio: track, video: track, screenAudio: track, screenVideo: track },
    user_id: id,
    user_name: 'name 0',
    session_id: id,
    joined_at: new Date(),
    will_eject_at: new Date(0),
    local,
    owner: false,
    permissions: { hasPresence: true, canSend: true, canReceive: { base: true }, canAdmin: false },
    record: false,
  };
}

const ids = Array.from({ length: RECORDS }, (_, record) => sessionId(record));

/** As `participants()` gives them: the agent's own, and as many remote ones as there are records. */
export const participants: Record<string, Record<string, unknown>> = {
  local: create('local-session', true),
  ...Object.fromEntries(ids.map((id) => [id, create(id, false)])),
};

/** A remote participant, as it joined. */
export const participant = (record: number): Record<string, unknown> => participants[sessionId(record)]!;

/** A call object that emits, and answers what the provider asks of it. */
export class FakeCall extends EventEmitter {
  isDestroyed = (): boolean => false;
  participants = (): object => participants;
  meetingState = (): string => 'joined-meeting';
  meetingSessionState = (): object => ({ data: {}, topology: 'none' });
  participantCounts = (): object => ({ present: RECORDS + 1, hidden: 0 });
  meetingSessionSummary = (): object => ({ id: 'bench' });
  room = async (): Promise<object> => ({ name: 'bench' });
  getInputSettings = async (): Promise<object> => ({});
  getInputDevices = async (): Promise<object> => ({ camera: {}, mic: {}, speaker: {} });
  enumerateDevices = async (): Promise<object> => ({ devices: [] });
  getNetworkTopology = async (): Promise<object> => ({ topology: 'none' });
}
