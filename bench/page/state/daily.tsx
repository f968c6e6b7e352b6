import { DailyProvider, useParticipantIds, useParticipantProperty } from '@daily-co/daily-react';
import type { ReactElement } from 'react';

import { type Contender, countListeners, RECORDS, saw, type Update } from './contender.js';
import { FakeCall, participant, participants, sessionId } from './daily-call.js';
import { showBelow, Shown, until, useSeen } from './shown.js';

function One({ record }: { record: number }): ReactElement {
  const name = useParticipantProperty(sessionId(record), 'user_name');
  useSeen();
  return <Shown>{name}</Shown>;
}

function List(): ReactElement {
  saw('lists');
  return <p>{useParticipantIds({ filter: 'remote' }).length}</p>;
}

export async function createDaily(): Promise<Contender> {
  const call = new FakeCall();
  const show = showBelow((children) => <DailyProvider callObject={call}>{children}</DailyProvider>);
  show(<List />);
  call.emit('joined-meeting', { action: 'joined-meeting', participants });
  await until('participants', () => document.querySelector('p')?.textContent === String(RECORDS));
  show(null);
  const told = new Array<number>(RECORDS).fill(0);
  const next = (record: number): Update => {
    const shows = `name ${++told[record]!}`;
    const event = {
      action: 'participant-updated',
      participant: { ...participant(record), user_name: shows },
    };
    return {
      fire() {
        call.emit(event.action, event);
      },
      record,
      shows,
    };
  };
  return { show, One, List, next, listeners: () => countListeners([call]) };
}
