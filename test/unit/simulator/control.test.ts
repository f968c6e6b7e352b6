import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSimulator, getSimulator, installSimulator } from '../../../src/simulator/index.js';
import { appendTag, boot, last, names, outcome, pass, sdk, shutDown } from './boot.js';

afterEach(shutDown);

describe('listeners', () => {
  it('get what is emitted, until off', async () => {
    const simulator = await boot();
    const got: unknown[] = [];
    const listener = (payload: unknown) => got.push(payload);
    sdk().on(sdk().events.callIn, listener);
    const sessionId = simulator.ring();
    sdk().off('callIn', listener);
    simulator.customer.hangUp();
    simulator.ring();
    expect(got).toEqual([expect.objectContaining({ sessionId })]);
  });

  it('are counted, as are the uses of on and off', async () => {
    const simulator = await boot();
    const listener = () => undefined;
    sdk().on('callIn', listener);
    sdk().on('callIn', listener);
    sdk().on('ready', listener);
    expect([simulator.listenerCount(), simulator.listenerCount('callIn')]).toEqual([3, 2]);
    sdk().off('callIn', listener);
    sdk().off('callIn', () => undefined);
    expect([simulator.listenerCount('callIn'), simulator.onCalls, simulator.offCalls]).toEqual([1, 3, 2]);
  });

  it('that throw stop the later ones and throw out of emit, as in a plain emitter', async () => {
    const simulator = await boot();
    const later = vi.fn();
    sdk().on('callIn', () => {
      throw new Error('page');
    });
    sdk().on('callIn', later);
    expect(() => simulator.ring()).toThrow('page');
    expect(later).not.toHaveBeenCalled();
  });

  it('that throw do not keep the simulator from its next state and event', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    sdk().on('sessionEnded', () => {
      throw new Error('page');
    });
    expect(() => simulator.customer.hangUp()).toThrow('page');
    expect(names(simulator).slice(-2)).toEqual(['sessionEnded', 'status arrange']);
    await pass(30_000);
    expect(simulator.agent.status).toBe('free');
  });

  it('that throw reject the method that emitted', async () => {
    await boot();
    sdk().on('callOuted', () => {
      throw new Error('page');
    });
    const reply = sdk().Call.startOutboundCall({ phoneNumber: '10086' });
    expect(await outcome(reply)).toEqual({ rejected: new Error('page') });
  });
});

describe('the control', () => {
  it('emits anything, as it is', async () => {
    const simulator = await boot({ readings: { payloads: 'nested' } });
    const got: unknown[] = [];
    sdk().on('networkQuality', (payload: unknown) => got.push(payload));
    simulator.emit('networkQuality', { level: 3 });
    expect(got).toEqual([{ level: 3 }]);
    expect(last(simulator, 'networkQuality')).toEqual({ level: 3 });
  });

  it('logs method calls and events in one order', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    await outcome(sdk().Call.accept({ sessionId }), 500);
    expect(simulator.calls).toEqual([{ seq: 4, method: 'Call.accept', args: [{ sessionId }] }]);
    expect(simulator.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 5, 6]);
  });

  it('gives the same snapshots until something changes', async () => {
    const simulator = await boot();
    simulator.ring();
    const { sessions, agent, calls, events } = simulator;
    expect(simulator.sessions).toBe(sessions);
    expect(simulator.agent).toBe(agent);
    simulator.agentUi.answer();
    expect(simulator.sessions).not.toBe(sessions);
    expect(sessions[0]?.state).toBe('offered');
    expect(simulator.calls).toBe(calls);
    expect(events.length).toBeLessThan(simulator.events.length);
  });

  it('tells subscribers of every change, until they stop', async () => {
    const simulator = await boot();
    const listener = vi.fn();
    const stop = simulator.subscribe(listener);
    simulator.ring();
    const count = listener.mock.calls.length;
    expect(count).toBeGreaterThan(0);
    simulator.configure({ speed: 2 });
    expect(listener.mock.calls.length).toBeGreaterThan(count);
    stop();
    listener.mockClear();
    simulator.customer.hangUp();
    expect(listener).not.toHaveBeenCalled();
  });

  it('says when the login has succeeded, before and afterwards', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    const ready = vi.fn();
    void simulator.whenReady().then(ready);
    await pass(5000);
    expect(ready).not.toHaveBeenCalled();
    appendTag(simulator.issueToken().sdkUrl);
    await pass(1000);
    expect(ready).toHaveBeenCalledTimes(1);
    await simulator.whenReady();
  });

  it('changes readings and options of a running SDK', async () => {
    const simulator = await boot();
    simulator.configure({ readings: { failure: 'resolve' }, ringTimeout: 5 });
    expect(await outcome(sdk().Call.accept({ sessionId: 'x' }))).toMatchObject({ status: 'error' });
    simulator.ring();
    expect(last(simulator, 'callIn').timeout).toBe(5);
    expect(simulator.options.readings.payloads).toBe('flat');
  });

  it('says which session is missing', async () => {
    const simulator = await boot();
    expect(() => simulator.customer.answer()).toThrow('no session that rings at the customer');
    expect(() => simulator.customer.hangUp('x')).toThrow('session x is not one');
    expect(() => simulator.agentUi.hold()).toThrow('is connected');
  });

  it('plays the agent: outbound, status, tones, rejection, completion', async () => {
    const simulator = await boot();
    const sessionId = simulator.agentUi.dial('10086');
    simulator.customer.answer();
    simulator.agentUi.sendDigits('5#');
    simulator.agentUi.unmute();
    expect(simulator.sessions[0]).toMatchObject({ sessionId, digits: '5#', state: 'connected' });
    simulator.agentUi.hangUp();
    simulator.agentUi.complete();
    simulator.agentUi.setStatus('free');
    simulator.ring();
    simulator.agentUi.reject();
    expect(() => simulator.agentUi.setStatus('busy' as never)).toThrow('cannot be set');
    expect(simulator.calls).toEqual([]);
    expect(names(simulator)).toEqual([
      'callOuted',
      'status busy',
      'calloutAccepted',
      'sessionEnded',
      'status arrange',
      'sessionCompleted',
      'status free',
      'callIn',
      'autoTransfer',
    ]);
  });

  it('reset forgets sessions, logs, faults and the seed, and stays logged in', async () => {
    const simulator = await boot({ readyDelay: 0, loadDelay: 0 });
    const first = simulator.ring();
    simulator.fail('Agent.setStatus');
    simulator.reset();
    expect([simulator.phase, simulator.sessions, simulator.events, simulator.calls]).toEqual([
      'ready',
      [],
      [],
      [],
    ]);
    expect(simulator.agent.status).toBe('free');
    expect(await outcome(sdk().Agent.setStatus({ status: 'rest' }))).toEqual({ status: 'success' });
    simulator.agentUi.setStatus('free');
    expect(simulator.ring()).toBe(first);
    await pass(19_000);
    expect(simulator.sessions[0]?.state).toBe('offered');
  });

  it('reset during the login lets it finish', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    appendTag(simulator.issueToken().sdkUrl);
    await pass(100);
    simulator.reset();
    await pass(1000);
    expect(simulator.phase).toBe('ready');
  });

  it('stands by itself too, without a tag in the page', async () => {
    vi.useFakeTimers();
    const simulator = createSimulator(window);
    expect('__tcccSimulator' in window).toBe(false);
    simulator.load({ src: simulator.issueToken().sdkUrl, dataset: {} });
    expect(getSimulator()).toBe(simulator);
    await pass(1000);
    expect(simulator.phase).toBe('ready');
    simulator.dispose();
    expect(getSimulator()).toBeUndefined();
    expect('tccc' in window).toBe(false);
  });
});
