import { afterEach, describe, expect, it } from 'vitest';
import { boot, last, names, OK, outcome, pass, refusal, sdk, shutDown } from './boot.js';

afterEach(shutDown);

describe('assignment', () => {
  it('gives one voice session at a time, but several chats', async () => {
    const simulator = await boot({ maxChats: 2 });
    simulator.ring({ type: 'im' });
    simulator.agentUi.answer();
    simulator.ring({ type: 'im' });
    expect(() => simulator.ring({ type: 'im' })).toThrow('2 chats');
    simulator.ring({ type: 'video' });
    expect(() => simulator.ring({ type: 'phone' })).toThrow('in a call');
    simulator.agentUi.answer();
    expect(() => simulator.ring({ type: 'im' })).toThrow('2 chats');
    expect(simulator.sessions.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'im connected',
      'im offered',
      'video connected',
    ]);
  });

  it.each(['notReady', 'rest'] as const)(
    'in %s lets internal calls and transfers ring, and nothing else',
    async (status) => {
      const simulator = await boot();
      simulator.agentUi.setStatus(status);
      expect(() => simulator.ring()).toThrow(status);
      expect(() => simulator.ring({ type: 'im' })).toThrow(status);
      simulator.ring({ type: 'internal' });
      simulator.customer.hangUp();
      simulator.transferIn();
      simulator.customer.hangUp();
      expect(names(simulator, 3)).toEqual(['callIn', 'sessionEnded', 'callIn', 'sessionEnded']);
      simulator.ring({ force: true });
      expect(names(simulator, 7)).toEqual(['callIn']);
    },
  );

  it('gives nothing to an agent in after-call work or offline', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    simulator.customer.hangUp();
    expect(() => simulator.ring()).toThrow('arrange');
    simulator.forceOffline();
    expect(() => simulator.transferIn()).toThrow('offline');
  });

  it('refuses a forced second call while the first runs', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    const sessionId = simulator.ring({ force: true });
    expect(await outcome(sdk().Call.accept({ sessionId }))).toEqual(refusal('SeatStatusBusy'));
  });
});

describe('a chat', () => {
  it('is closed by the timer when idle, and leaves the status alone', async () => {
    const simulator = await boot({ chatIdleTimeout: 60 });
    const sessionId = simulator.ring({ type: 'im' });
    simulator.agentUi.answer();
    await pass(60_000);
    expect(names(simulator)).toEqual(['callIn', 'userAccessed', 'sessionEnded']);
    expect(last(simulator, 'sessionEnded')).toEqual({ sessionId, closeBy: 'timer' });
  });

  it('takes cards and orders while connected', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring({ type: 'im' });
    const card = { sessionId, payload: { header: 'h', desc: 'd', pic: 'p', url: 'u' } };
    expect(await outcome(sdk().Chat.sendCardMessage(card))).toEqual(refusal('SessionNotInControlState'));
    simulator.agentUi.answer();
    expect(await outcome(sdk().Chat.sendCardMessage(card))).toEqual(OK);
    expect(await outcome(sdk().Chat.sendOrderMessage({ sessionId, payload: {} }))).toEqual(OK);
  });
});

describe('a transfer to this agent', () => {
  it('is an ordinary callIn, with the earlier id where a session returns', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring({ callerPhoneNumber: '008610' });
    await pass(20_000);
    expect(simulator.transferIn({ sessionId, from: 'bo@example.com' })).toBe(sessionId);
    expect(last(simulator, 'callIn')).toMatchObject({
      sessionId,
      callerPhoneNumber: '008610',
      remark: 'bo@example.com',
    });
    expect(simulator.sessions).toHaveLength(1);
    expect(simulator.sessions[0]?.state).toBe('offered');
    expect(() => simulator.transferIn({ sessionId, force: true })).toThrow('still live');
  });
});
