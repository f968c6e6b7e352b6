import { afterEach, describe, expect, it } from 'vitest';
import { boot, names, OK, outcome, pass, refusal, sdk, shutDown } from './boot.js';

afterEach(shutDown);

const setStatus = (status: string, restReason?: string) => sdk().Agent.setStatus({ status, restReason });

describe('Agent.setStatus', () => {
  it('moves between free, notReady and rest, and back by stopNotReady', async () => {
    const simulator = await boot();
    expect(await outcome(setStatus('notReady'))).toEqual(OK);
    expect(await outcome(setStatus('rest', '午餐'))).toEqual(OK);
    expect(simulator.agent).toMatchObject({ status: 'rest', restReason: '午餐' });
    expect(await outcome(setStatus('notReady'))).toEqual(OK);
    expect(simulator.agent).not.toHaveProperty('restReason');
    expect(await outcome(setStatus('stopNotReady'))).toEqual(OK);
    expect(names(simulator)).toEqual(['status notReady', 'status rest', 'status notReady', 'status free']);
    expect(sdk().Agent.getStatus()).toBe('free');
  });

  it('sends nothing where the status stays', async () => {
    const simulator = await boot();
    expect(await outcome(setStatus('free'))).toEqual(OK);
    expect(await outcome(setStatus('stopNotReady'))).toEqual(OK);
    expect(names(simulator)).toEqual([]);
  });

  it.each(['busy', 'offline', 'Free', undefined])('refuses %s', async (status) => {
    const simulator = await boot();
    expect(await outcome(setStatus(status as string))).toEqual(refusal('cannot be set'));
    expect(simulator.agent.status).toBe('free');
  });

  it('is refused offline', async () => {
    const simulator = await boot();
    simulator.forceOffline();
    expect(await outcome(setStatus('free'))).toEqual(refusal('offline'));
  });

  it.each(['rest', 'notReady'])('during a call reserves %s for its end', async (status) => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    expect(await outcome(setStatus(status, 'tea'))).toEqual(OK);
    expect(simulator.agent).toMatchObject({ status: 'busy', reserved: status });
    simulator.customer.hangUp();
    await pass(60_000);
    expect(names(simulator, 4)).toEqual(['status busy', 'sessionEnded', `status ${status}`]);
    if (status === 'rest') expect(simulator.agent.restReason).toBe('tea');
  });

  it('during a call takes a reservation back', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    await outcome(setStatus('notReady'));
    await outcome(setStatus('stopNotReady'));
    expect(simulator.agent).not.toHaveProperty('reserved');
    await outcome(setStatus('rest'));
    await outcome(setStatus('arrange'));
    simulator.customer.hangUp();
    expect(simulator.agent.status).toBe('arrange');
  });
});

describe('after-call work', () => {
  const finishCall = async (wrapUp = 30) => {
    const simulator = await boot({ wrapUp });
    simulator.ring();
    simulator.agentUi.answer();
    simulator.customer.hangUp();
    return simulator;
  };

  it('ends by its timer, in free', async () => {
    const simulator = await finishCall(8);
    await pass(7999);
    expect(simulator.agent.status).toBe('arrange');
    await pass(1);
    expect(simulator.agent.status).toBe('free');
  });

  it('does not come with wrapUp: 0', async () => {
    const simulator = await finishCall(0);
    expect(names(simulator, 4)).toEqual(['status busy', 'sessionEnded', 'status free']);
  });

  it('is prolonged without limit by setStatus(arrange), without an event', async () => {
    const simulator = await finishCall();
    expect(await outcome(setStatus('arrange'))).toEqual(OK);
    await pass(600_000);
    expect(names(simulator, 6)).toEqual(['status arrange']);
    await outcome(setStatus('free'));
    expect(simulator.agent.status).toBe('free');
  });

  it('is ended early by setStatus, and its timer changes nothing afterwards', async () => {
    const simulator = await finishCall();
    await outcome(setStatus('rest'));
    await pass(60_000);
    expect(names(simulator, 6)).toEqual(['status arrange', 'status rest']);
  });

  it('may be entered without a call', async () => {
    const simulator = await boot();
    await outcome(setStatus('arrange'));
    await pass(600_000);
    expect(simulator.agent.status).toBe('arrange');
  });

  it.each(['rest', 'notReady'] as const)(
    'leads back to %s, where an internal call was taken',
    async (status) => {
      const simulator = await boot();
      await outcome(setStatus(status, 'tea'));
      simulator.ring({ type: 'internal' });
      simulator.agentUi.answer();
      simulator.customer.hangUp();
      await pass(30_000);
      expect(names(simulator, 3)).toEqual([
        'callIn',
        'userAccessed',
        'status busy',
        'sessionEnded',
        'status arrange',
        `status ${status}`,
      ]);
      if (status === 'rest') expect(simulator.agent.restReason).toBe('tea');
    },
  );
});

describe('online and offline', () => {
  it('return nothing and are followed by statusChanged', async () => {
    const simulator = await boot();
    expect(sdk().Agent.offline()).toBeUndefined();
    expect(names(simulator)).toEqual([]);
    await pass(100);
    expect(names(simulator)).toEqual(['status offline']);
    expect(sdk().Agent.online()).toBeUndefined();
    await pass(100);
    expect(names(simulator)).toEqual(['status offline', 'status free']);
  });

  it('offline is ignored during a call', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    sdk().Agent.offline();
    await pass(100);
    expect(simulator.agent.status).toBe('busy');
  });

  it('offline sends what rings to another agent', async () => {
    const simulator = await boot();
    simulator.ring();
    sdk().Agent.offline();
    await pass(100);
    expect(names(simulator)).toEqual(['callIn', 'status offline', 'autoTransfer']);
  });
});

describe('the backend', () => {
  it('forces the agent offline out of a call, which ends by admin', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    simulator.forceOffline();
    expect(names(simulator, 5)).toEqual(['status offline', 'sessionEnded']);
    expect(simulator.sessions[0]).toMatchObject({ state: 'ended', closeBy: 'admin' });
    await pass(60_000);
    expect(simulator.agent.status).toBe('offline');
  });

  it('sets the status, from offline too, and reserves it during a call', async () => {
    const simulator = await boot();
    simulator.setStatusRemotely('rest');
    simulator.forceOffline();
    simulator.setStatusRemotely('free');
    simulator.ring();
    simulator.agentUi.answer();
    simulator.setStatusRemotely('notReady');
    expect(simulator.agent).toMatchObject({ status: 'busy', reserved: 'notReady' });
    simulator.customer.hangUp();
    expect(names(simulator)).toEqual([
      'status rest',
      'status offline',
      'status free',
      'callIn',
      'userAccessed',
      'status busy',
      'sessionEnded',
      'status notReady',
    ]);
  });
});
