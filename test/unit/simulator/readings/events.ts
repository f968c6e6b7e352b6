import { expect } from 'vitest';
import { getSimulator } from '../../../../src/simulator/index.js';
import type { SimulatorReadings } from '../../../../src/simulator/index.js';
import { boot, last, names, outcome, pass, sdk, shutDown } from '../boot.js';
import type { Checks } from './checks.js';

const bootWith = (readings: Partial<SimulatorReadings>) => boot({ readings });
const dial = () => sdk().Call.startOutboundCall({ phoneNumber: '10086' });

/** What each choice does, of the readings about events and their payloads. */
export const eventsChecks: Checks<
  | 'payloads'
  | 'imType'
  | 'callInType'
  | 'timeoutUnit'
  | 'serverTypeCase'
  | 'timerCloseBy'
  | 'sessionCompleted'
  | 'sessionEnded'
  | 'callOuted'
  | 'transfer'
  | 'userAccessedOnOutbound'
  | 'endedAfterAutoTransfer'
  | 'endedAfterTransfer'
  | 'internalAnswered'
> = {
  payloads: {
    flat: async () => {
      const simulator = await boot();
      const sessionId = simulator.ring();
      expect(last(simulator, 'callIn')).toMatchObject({ sessionId });
      expect(last(simulator, 'ready')).toBeUndefined();
    },
    nested: async () => {
      const simulator = await bootWith({ payloads: 'nested' });
      const sessionId = simulator.ring();
      expect(last(simulator, 'callIn')).toEqual({ data: expect.objectContaining({ sessionId }) });
      expect(last(simulator, 'statusChanged')).toEqual({ data: { status: 'free' } });
      expect(last(simulator, 'ready')).toEqual({ data: {} });
    },
  },
  imType: {
    im: async () => expect(await callIn({}, 'im')).toMatchObject({ type: 'im' }),
    phone: async () =>
      expect(await callIn({ imType: 'phone' }, 'im')).toMatchObject({
        type: 'phone',
        nickname: expect.any(String),
      }),
    absent: async () => expect(await callIn({ imType: 'absent' }, 'im')).not.toHaveProperty('type'),
  },
  callInType: {
    present: async () => expect(await callIn({}, 'voip')).toMatchObject({ type: 'voip' }),
    absent: async () => {
      expect(await callIn({ callInType: 'absent' }, 'voip')).not.toHaveProperty('type');
      shutDown();
      expect(await callIn({ callInType: 'absent' }, 'im')).toMatchObject({ type: 'im' });
    },
  },
  timeoutUnit: {
    seconds: async () => expect(await callIn({}, 'phone')).toMatchObject({ timeout: 20 }),
    milliseconds: async () => {
      const simulator = await bootWith({ timeoutUnit: 'milliseconds' });
      simulator.ring();
      expect(last(simulator, 'callIn').timeout).toBe(20_000);
      await pass(20_000);
      expect(names(simulator)).toEqual(['callIn', 'autoTransfer']);
    },
  },
  serverTypeCase: {
    lower: async () => {
      expect(await callIn({}, 'phone')).toMatchObject({ serverType: 'staffSeat' });
      expect(await outcomeOfDial()).toMatchObject({ data: { serverType: 'staffSeat' } });
    },
    upper: async () => {
      expect(await callIn({ serverTypeCase: 'upper' }, 'phone')).toMatchObject({ serverType: 'StaffSeat' });
      expect(await outcomeOfDial()).toMatchObject({ data: { serverType: 'StaffSeat' } });
    },
  },
  timerCloseBy: {
    timer: async () => expect(await idleChat({})).toMatchObject({ closeBy: 'timer' }),
    admin: async () => expect(await idleChat({ timerCloseBy: 'admin' })).toMatchObject({ closeBy: 'admin' }),
  },
  sessionCompleted: {
    sent: async () => expect(await completed({})).toEqual(['callIn', 'sessionEnded', 'sessionCompleted']),
    'not-sent': async () =>
      expect(await completed({ sessionCompleted: 'not-sent' })).toEqual(['callIn', 'sessionEnded']),
  },
  sessionEnded: {
    plain: async () => expect(await endedAfter(9614, {})).toEqual({ closeBy: 'client', mainReason: 'ok' }),
    rich: async () =>
      expect(await endedAfter(9614, { sessionEnded: 'rich' })).toEqual({
        closeBy: 'client',
        mainReason: 'ok',
        type: 'phone',
        duration: 9.614,
      }),
  },
  callOuted: {
    rich: async () => {
      const simulator = await boot();
      simulator.agentUi.dial('10086');
      expect(last(simulator, 'callOuted')).toEqual({
        sessionId: expect.any(String),
        callerPhoneNumber: '008602000000000',
        calleePhoneNumber: '008610086',
        remark: '',
      });
    },
    'id-only': async () => {
      const simulator = await bootWith({ callOuted: 'id-only' });
      simulator.agentUi.dial('10086');
      expect(last(simulator, 'callOuted')).toEqual({ sessionId: expect.any(String) });
    },
  },
  transfer: {
    rich: async () =>
      expect(await transferred({})).toMatchObject({ payload: { skillGroupId: '2', userId: '' } }),
    'id-only': async () =>
      expect((await transferred({ transfer: 'id-only' })).payload).toEqual({
        sessionId: expect.any(String),
      }),
  },
  userAccessedOnOutbound: {
    'not-sent': async () => expect(await answered({})).toEqual(['calloutAccepted']),
    sent: async () =>
      expect(await answered({ userAccessedOnOutbound: 'sent' })).toEqual(['calloutAccepted', 'userAccessed']),
  },
  endedAfterAutoTransfer: {
    'not-sent': async () => expect(await missed({})).toEqual(['callIn', 'autoTransfer']),
    sent: async () =>
      expect(await missed({ endedAfterAutoTransfer: 'sent' })).toEqual([
        'callIn',
        'autoTransfer',
        'sessionEnded',
      ]),
  },
  endedAfterTransfer: {
    sent: async () => {
      const { events, state } = await transferred({});
      expect([events, state]).toEqual([['transfer', 'sessionEnded', 'status arrange'], 'ended']);
    },
    'not-sent': async () => {
      const { events, state } = await transferred({ endedAfterTransfer: 'not-sent' });
      expect([events, state]).toEqual([['transfer', 'status arrange'], 'transferred']);
    },
  },
  internalAnswered: {
    calloutAccepted: async () => expect(await internal({})).toBe('calloutAccepted'),
    userAccessed: async () =>
      expect(await internal({ internalAnswered: 'userAccessed' })).toBe('userAccessed'),
  },
};

async function callIn(readings: Partial<SimulatorReadings>, type: 'im' | 'phone' | 'voip'): Promise<object> {
  const simulator = await bootWith(readings);
  simulator.ring({ type });
  return last(simulator, 'callIn');
}

async function outcomeOfDial(): Promise<unknown> {
  getSimulator()?.customer.hangUp();
  return outcome(dial());
}

async function idleChat(readings: Partial<SimulatorReadings>): Promise<object> {
  const simulator = await bootWith(readings);
  simulator.ring({ type: 'im' });
  simulator.agentUi.answer();
  await pass(600_000);
  return last(simulator, 'sessionEnded');
}

async function completed(readings: Partial<SimulatorReadings>): Promise<string[]> {
  const simulator = await bootWith(readings);
  simulator.ring();
  simulator.customer.hangUp();
  simulator.agentUi.complete();
  expect(simulator.sessions).toEqual([]);
  return names(simulator);
}

async function endedAfter(ms: number, readings: Partial<SimulatorReadings>): Promise<object> {
  const simulator = await bootWith(readings);
  simulator.ring();
  simulator.agentUi.answer();
  await pass(ms);
  simulator.customer.hangUp();
  const { sessionId: _sessionId, ...rest } = last(simulator, 'sessionEnded');
  return rest;
}

async function transferred(readings: Partial<SimulatorReadings>) {
  const simulator = await bootWith(readings);
  simulator.ring();
  simulator.agentUi.answer();
  const start = simulator.events.length;
  simulator.agentUi.transfer({ skillGroupId: '2' });
  await pass(500);
  const payload: object = last(simulator, 'transfer');
  return { payload, events: names(simulator, start), state: simulator.sessions[0]?.state };
}

async function answered(readings: Partial<SimulatorReadings>): Promise<string[]> {
  const simulator = await bootWith(readings);
  simulator.agentUi.dial('10086');
  const start = simulator.events.length;
  simulator.customer.answer();
  return names(simulator, start);
}

async function missed(readings: Partial<SimulatorReadings>): Promise<string[]> {
  const simulator = await bootWith(readings);
  simulator.ring();
  await pass(20_000);
  expect(simulator.sessions[0]?.state).toBe('lost');
  return names(simulator);
}

async function internal(readings: Partial<SimulatorReadings>): Promise<string | undefined> {
  const simulator = await bootWith(readings);
  simulator.agentUi.dialColleague('bo');
  simulator.customer.answer();
  return names(simulator).pop();
}
