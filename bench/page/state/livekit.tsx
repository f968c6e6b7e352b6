import {
  LiveKitRoom,
  useParticipantInfo,
  useRemoteParticipant,
  useRemoteParticipants,
} from '@livekit/components-react';
import { type RemoteParticipant, Room } from 'livekit-client';
import type { ComponentType, ReactElement } from 'react';

import { type Contender, countListeners, RECORDS, saw, type Update } from './contender.js';
import { showBelow, Shown, until, useSeen } from './shown.js';

let participants: RemoteParticipant[] = [];

function One({ record }: { record: number }): ReactElement {
  const { metadata } = useParticipantInfo({ participant: participants[record]! });
  useSeen();
  return <Shown>{metadata}</Shown>;
}

function List(): ReactElement {
  saw('lists');
  return <p>{useRemoteParticipants({ updateOnlyOn: [] }).length}</p>;
}

function OneById({ record }: { record: number }): ReactElement {
  const participant = useRemoteParticipant(participants[record]!.identity);
  useSeen();
  return <Shown>{participant?.metadata}</Shown>;
}

function ListByDefault(): ReactElement {
  saw('lists');
  return <p>{useRemoteParticipants().length}</p>;
}

async function create(hooks: {
  One: ComponentType<{ record: number }>;
  List: ComponentType;
}): Promise<Contender> {
  const room = new Room();
  await room.simulateParticipants({
    publish: { audio: false, video: false },
    participants: { count: RECORDS + 1, audio: false, video: false },
  });
  participants = [...room.remoteParticipants.values()];
  const told = new Array<number>(RECORDS).fill(0);
  const next = (record: number): Update => {
    const shows = `metadata ${++told[record]!}`;
    const participant = participants[record]!;
    const info = Object.assign(participant.participantInfo!.clone(), { metadata: shows });
    return {
      // What the client does with a participant that the server has named in a message.
      fire() {
        participant.updateInfo(info);
      },
      record,
      shows,
    };
  };
  for (let record = 0; record < RECORDS; record++) next(record).fire();
  const count = (): number => countListeners([room, ...participants]);
  // The client listens to itself.
  const own = count();
  const show = showBelow((children) => (
    // Without a token it connects nowhere, and leaves the room as it is.
    <LiveKitRoom room={room} token={undefined} serverUrl={undefined}>
      {children}
    </LiveKitRoom>
  ));
  show(<List />);
  await until('participants', () => document.querySelector('p')?.textContent === String(RECORDS));
  show(null);
  return { show, ...hooks, next, listeners: () => count() - own };
}

export const createLiveKit = (): Promise<Contender> => create({ One, List });
export const createLiveKitById = (): Promise<Contender> => create({ One: OneById, List: ListByDefault });
