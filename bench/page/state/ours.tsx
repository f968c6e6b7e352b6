import type { ReactElement } from 'react';

import { useSession, useSessions } from '../../../src/index.js';
import { globals } from '../inject-tccc.js';
import { mountProvider } from '../live-page.js';
import { type Contender, RECORDS, saw, type Update } from './contender.js';
import { Shown, useSeen } from './shown.js';

/** What an attempt goes through; then the session rings again. */
const STEPS = [
  ['callIn', 'offered'],
  ['userAccessed', 'connected'],
  ['sessionEnded', 'ended'],
  ['sessionCompleted', 'completed'],
] as const;

const sessionId = (record: number): string => `4f9b2c7e-session-${record}`;

function payloadOf(name: string, record: number): object {
  const session = { sessionId: sessionId(record) };
  if (name === 'callIn') {
    return {
      ...session,
      type: 'phone',
      timeout: 20,
      callerPhoneNumber: `0086139${String(record).padStart(8, '0')}`,
      calleePhoneNumber: '008675512345678',
      callerLocation: 'Shenzhen',
      calleeLocation: 'Guangzhou',
      serverType: 'staffSeat',
      ivrPath: [{ key: '1', label: 'Sales' }],
      remark: '',
    };
  }
  return name === 'sessionEnded' ? { ...session, closeBy: 'client' } : session;
}

function One({ record }: { record: number }): ReactElement {
  const session = useSession(sessionId(record));
  useSeen();
  return <Shown>{session && `${session.state} ${session.attempt}`}</Shown>;
}

function List(): ReactElement {
  saw('lists');
  return <p>{useSessions({ kind: 'im' }).length}</p>;
}

export async function createOurs(): Promise<Contender> {
  const page = await mountProvider('/token?script=stub.js', true, { historySize: RECORDS });
  const sdk = globals.tccc as unknown as {
    emit(name: string, payload: unknown): void;
    listenerCount(): number;
  };
  const told = new Array<number>(RECORDS).fill(0);
  const next = (record: number): Update => {
    const count = told[record]!++;
    const [name, state] = STEPS[count % STEPS.length]!;
    const payload = payloadOf(name, record);
    return {
      fire() {
        sdk.emit(name, payload);
      },
      record,
      shows: `${state} ${Math.floor(count / STEPS.length) + 1}`,
    };
  };
  // The first hook makes the stores. A chat for the list, and sessions in all states at once.
  page.show(<List />);
  sdk.emit('callIn', { sessionId: 'chat', type: 'im', nickname: 'Li', channelName: 'Web', clientData: '{}' });
  for (let record = 0; record < RECORDS; record++) {
    for (let i = 0; i <= record % STEPS.length; i++) next(record).fire();
  }
  page.show(null);
  return { show: page.show, One, List, next, listeners: () => sdk.listenerCount() };
}
