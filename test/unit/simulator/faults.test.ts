import { afterEach, describe, expect, it } from 'vitest';
import { SIMULATOR_METHODS, type SimulatorFailureMode } from '../../../src/simulator/index.js';
import { boot, names, OK, outcome, pass, refusal, sdk, shutDown, type Loose } from './boot.js';

afterEach(shutDown);

const dial = () => sdk().Call.startOutboundCall({ phoneNumber: '10086' });
const setStatus = () => sdk().Agent.setStatus({ status: 'rest' });

describe('fail', () => {
  it('makes a method fail without effect until restore', async () => {
    const simulator = await boot();
    simulator.fail('Call.startOutboundCall', { errorMsg: 'FailedOperation.CalleeIsBlackUser' });
    expect(await outcome(dial())).toEqual(refusal('CalleeIsBlackUser'));
    expect(await outcome(dial())).toEqual(refusal('CalleeIsBlackUser'));
    expect(names(simulator)).toEqual([]);
    simulator.restore('Call.startOutboundCall');
    expect(await outcome(dial())).toMatchObject(OK);
  });

  it('fails only so many times', async () => {
    const simulator = await boot();
    simulator.fail('Agent.setStatus', { times: 2 });
    expect(await outcome(setStatus())).toEqual(refusal('Agent.setStatus failed'));
    expect(await outcome(setStatus())).toEqual(refusal('Agent.setStatus failed'));
    expect(await outcome(setStatus())).toEqual(OK);
  });

  it.each([
    ['reject', { rejected: { status: 'error', errorMsg: 'no' } }],
    ['resolve', { status: 'error', errorMsg: 'no' }],
    ['reject-error', { rejected: new Error('no') }],
  ] as [SimulatorFailureMode, unknown][])(
    'fails in the mode %s against the reading',
    async (mode, expected) => {
      const simulator = await boot({ readings: { failure: mode === 'reject' ? 'resolve' : 'reject' } });
      simulator.fail('Agent.setStatus', { mode, errorMsg: 'no' });
      expect(await outcome(setStatus())).toEqual(expected);
    },
  );

  it('throws in the mode throw, and always from a method that answers at once', async () => {
    const simulator = await boot();
    simulator.fail('Agent.setStatus', { mode: 'throw', errorMsg: 'no' });
    expect(setStatus).toThrow('no');
    simulator.fail('Agent.getStatus', { errorMsg: 'nor this' });
    expect(() => sdk().Agent.getStatus()).toThrow('nor this');
  });
});

describe('delay', () => {
  it('puts effect and reply off, in simulated time', async () => {
    const simulator = await boot({ speed: 10 });
    simulator.delay('Agent.setStatus', 5000);
    const reply = setStatus();
    await pass(500);
    expect(simulator.agent.status).toBe('free');
    expect(await outcome(reply, 10)).toEqual(OK);
    expect(simulator.agent.status).toBe('rest');
  });

  it('lets the world move on before the effect', async () => {
    const simulator = await boot();
    simulator.delay('Call.accept', 3000);
    const reply = sdk().Call.accept({ sessionId: simulator.ring() });
    await pass(1000);
    simulator.customer.hangUp();
    expect(await outcome(reply, 3000)).toEqual(refusal('SessionNotInControlState'));
  });

  it('puts off what a method without a reply does', async () => {
    const simulator = await boot();
    simulator.delay('Agent.offline', 2000);
    sdk().Agent.offline();
    await pass(1900);
    expect(simulator.agent.status).toBe('free');
    await pass(300);
    expect(simulator.agent.status).toBe('offline');
  });
});

describe('never', () => {
  it('leaves the promise pending for ever, without effect', async () => {
    const simulator = await boot();
    simulator.never('Agent.setStatus');
    expect(await outcome(setStatus(), 3_600_000)).toBe('pending');
    expect(names(simulator)).toEqual([]);
    simulator.never('Agent.offline');
    sdk().Agent.offline();
    await pass(1000);
    expect(simulator.agent.status).toBe('free');
  });
});

describe('restore', () => {
  it('without a name takes all faults back', async () => {
    const simulator = await boot();
    simulator.fail('Agent.setStatus');
    simulator.never('Call.startOutboundCall');
    simulator.restore();
    expect(await outcome(setStatus())).toEqual(OK);
    expect(await outcome(dial())).toMatchObject(OK);
  });
});

it('every method of the list exists on an SDK that has all of them', async () => {
  await boot({ readings: { skillGroups: 'array' } });
  for (const path of SIMULATOR_METHODS) {
    const found = path.split('.').reduce<Loose>((target, key) => target?.[key], sdk());
    expect(found, path).toBeTypeOf('function');
  }
});
