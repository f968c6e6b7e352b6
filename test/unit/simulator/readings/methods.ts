import { expect } from 'vitest';
import type { SimulatorReadings } from '../../../../src/simulator/index.js';
import { boot, last, names, OK, outcome, pass, sdk, type Loose } from '../boot.js';
import type { Checks } from './checks.js';

const bootWith = (readings: Partial<SimulatorReadings>) => boot({ readings });
const dial = () => sdk().Call.startOutboundCall({ phoneNumber: '10086' });
const accept = (sessionId: string) => sdk().Call.accept({ sessionId });

/** What each choice does, of the readings about methods and their replies. */
export const methodsChecks: Checks<
  | 'reply'
  | 'failure'
  | 'callsBeforeReady'
  | 'isMicMuted'
  | 'mute'
  | 'callEnd'
  | 'hungUpRinging'
  | 'deleteCall'
  | 'skillGroups'
  | 'internalReply'
  | 'isEnvSupported'
  | 'off'
  | 'eventNames'
  | 'outboundOrder'
> = {
  reply: {
    wrapped: async () => {
      await boot();
      expect(await outcome(dial())).toMatchObject({
        status: 'success',
        data: { sessionId: expect.any(String) },
      });
    },
    flat: async () => {
      await bootWith({ reply: 'flat' });
      const reply: Loose = await outcome(dial());
      expect(reply).toMatchObject({ sessionId: expect.any(String), calleePhoneNumber: '008610086' });
      expect(reply).not.toHaveProperty('data');
    },
    bare: async () => {
      const simulator = await bootWith({ reply: 'bare' });
      expect(await outcome(dial())).toEqual(OK);
      expect(last(simulator, 'callOuted')).toHaveProperty('sessionId');
    },
  },
  failure: {
    reject: async () => {
      await boot();
      expect(await outcome(accept('x'))).toEqual({
        rejected: { status: 'error', errorMsg: expect.stringContaining('SessionNotExists') },
      });
    },
    resolve: async () => {
      await bootWith({ failure: 'resolve' });
      expect(await outcome(accept('x'))).toEqual({
        status: 'error',
        errorMsg: expect.stringContaining('SessionNotExists'),
      });
    },
    'reject-error': async () => {
      await bootWith({ failure: 'reject-error' });
      const { rejected }: Loose = await outcome(accept('x'));
      expect(rejected).toBeInstanceOf(Error);
      expect(rejected.message).toContain('SessionNotExists');
      expect(rejected).not.toHaveProperty('errorMsg');
    },
    throw: async () => {
      const simulator = await bootWith({ failure: 'throw' });
      expect(() => accept('x')).toThrow('SessionNotExists');
      // What only turns out later cannot be thrown any more.
      const late = accept(simulator.ring());
      simulator.customer.hangUp();
      expect(await outcome(late)).toEqual({ rejected: expect.any(Error) });
    },
  },
  callsBeforeReady: {
    fail: async () => {
      await boot({ login: 'never' });
      expect(await outcome(dial())).toEqual({
        rejected: { status: 'error', errorMsg: expect.any(String) },
      });
      expect(sdk().Agent.getStatus()).toBe('offline');
      expect(sdk().UI.hidefloatButton()).toBeUndefined();
    },
    throw: async () => {
      const simulator = await boot({ login: 'never', readings: { callsBeforeReady: 'throw' } });
      expect(() => dial()).toThrow('not ready');
      expect(() => sdk().Agent.getStatus()).toThrow('not ready');
      sdk().UI.hidefloatButton();
      expect(simulator.ui.floatButton).toBe(false);
    },
  },
  isMicMuted: {
    data: async () =>
      expect(await muted('data')).toEqual([
        { ...OK, data: false },
        { ...OK, data: true },
      ]),
    promise: async () => expect(await muted('promise')).toEqual([false, true]),
    boolean: async () => {
      expect(await muted('boolean')).toEqual([false, true]);
      expect(sdk().Call.isMicMuted({ sessionId: 'x' })).toBe(false);
    },
    'status-only': async () => expect(await muted('status-only')).toEqual([OK, OK]),
    missing: async () => {
      await bootWith({ isMicMuted: 'missing' });
      expect(sdk().Call).not.toHaveProperty('isMicMuted');
    },
  },
  mute: {
    promise: async () => {
      await boot();
      expect(await outcome(sdk().Call.muteMic({ sessionId: 'x' }))).toHaveProperty('rejected');
    },
    void: async () => {
      const simulator = await bootWith({ mute: 'void' });
      expect(sdk().Call.muteMic({ sessionId: 'x' })).toBeUndefined();
      const sessionId = simulator.ring();
      simulator.agentUi.answer();
      expect(sdk().Call.muteMic({ sessionId })).toBeUndefined();
      await pass(100);
      expect(simulator.sessions[0]?.micMuted).toBe(true);
    },
  },
  callEnd: {
    autoTransfer: async () => expect(await rejected({})).toEqual(['callIn', 'autoTransfer']),
    sessionEnded: async () =>
      expect(await rejected({ callEnd: 'sessionEnded' })).toEqual(['callIn', 'sessionEnded']),
    missing: async () => {
      await bootWith({ callEnd: 'missing' });
      expect(sdk().Call).not.toHaveProperty('end');
    },
  },
  hungUpRinging: {
    sessionEnded: async () => {
      const simulator = await boot();
      expect(await outcome(sdk().Call.hungUp({ sessionId: simulator.ring() }))).toEqual(OK);
      expect(names(simulator)).toEqual(['callIn', 'sessionEnded']);
    },
    refused: async () => {
      const simulator = await bootWith({ hungUpRinging: 'refused' });
      expect(await outcome(sdk().Call.hungUp({ sessionId: simulator.ring() }))).toHaveProperty('rejected');
      expect(names(simulator)).toEqual(['callIn']);
    },
  },
  deleteCall: {
    nothing: async () => {
      await boot();
      expect(sdk().Call.deleteCall({ sessionId: 'x' })).toBeUndefined();
    },
    reply: async () => {
      const simulator = await bootWith({ deleteCall: 'reply' });
      const sessionId = simulator.ring();
      expect(await outcome(sdk().Call.deleteCall({ sessionId }))).toHaveProperty('rejected');
      simulator.customer.hangUp();
      expect(await outcome(sdk().Call.deleteCall({ sessionId }))).toEqual(OK);
    },
  },
  skillGroups: {
    absent: async () => {
      await boot();
      expect(sdk()).not.toHaveProperty('Admin');
    },
    array: async () => {
      await bootWith({ skillGroups: 'array' });
      expect(sdk().Admin.getSkillGroups()[0]).toEqual({
        skillGroupId: '1',
        skillGroupName: expect.any(String),
      });
    },
    promise: async () => {
      await bootWith({ skillGroups: 'promise' });
      expect(await sdk().Admin.getSkillGroups()).toHaveLength(2);
    },
  },
  internalReply: {
    'status-only': async () => {
      await boot();
      expect(await outcome(sdk().Call.startInternalCall({ calleeUserId: 'bo' }))).toEqual(OK);
    },
    data: async () => {
      await bootWith({ internalReply: 'data' });
      expect(await outcome(sdk().Call.startInternalCall({ calleeUserId: 'bo' }))).toEqual({
        ...OK,
        data: { sessionId: expect.any(String) },
      });
    },
  },
  isEnvSupported: {
    boolean: async () => {
      await boot();
      expect(sdk().Devices.isEnvSupported()).toBe(true);
    },
    promise: async () => {
      await bootWith({ isEnvSupported: 'promise' });
      expect(sdk().Devices.isEnvSupported()).toBeInstanceOf(Promise);
    },
    missing: async () => {
      await bootWith({ isEnvSupported: 'missing' });
      expect(sdk().Devices).not.toHaveProperty('isEnvSupported');
    },
  },
  off: {
    present: async () => {
      await boot();
      expect(sdk().off).toBeTypeOf('function');
    },
    missing: async () => {
      await bootWith({ off: 'missing' });
      expect(sdk()).not.toHaveProperty('off');
    },
  },
  eventNames: {
    present: async () => {
      await boot();
      expect(sdk().events).toHaveProperty('sessionEnded', 'sessionEnded');
    },
    missing: async () => {
      await bootWith({ eventNames: 'missing' });
      expect(sdk()).not.toHaveProperty('events');
    },
  },
  outboundOrder: {
    'event-first': async () => expect(await outboundOrder({})).toEqual(['callOuted', 'promise']),
    'promise-first': async () =>
      expect(await outboundOrder({ outboundOrder: 'promise-first' })).toEqual(['promise', 'callOuted']),
  },
};

async function muted(isMicMuted: SimulatorReadings['isMicMuted']): Promise<unknown[]> {
  const simulator = await bootWith({ isMicMuted });
  const sessionId = simulator.ring();
  simulator.agentUi.answer();
  const before = await outcome(sdk().Call.isMicMuted({ sessionId }));
  simulator.agentUi.mute();
  return [before, await outcome(sdk().Call.isMicMuted({ sessionId }))];
}

async function rejected(readings: Partial<SimulatorReadings>): Promise<string[]> {
  const simulator = await bootWith(readings);
  await outcome(sdk().Call.end({ sessionId: simulator.ring() }));
  return names(simulator);
}

async function outboundOrder(readings: Partial<SimulatorReadings>): Promise<string[]> {
  await bootWith(readings);
  const order: string[] = [];
  sdk().on('callOuted', () => order.push('callOuted'));
  dial().then(() => order.push('promise'));
  await pass(1000);
  return order;
}
