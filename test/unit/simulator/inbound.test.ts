import { afterEach, describe, expect, it } from 'vitest';
import { boot, last, names, OK, outcome, pass, refusal, sdk, shutDown } from './boot.js';

afterEach(shutDown);

describe('an inbound call', () => {
  it('is answered, talked and hung up by the customer, then wrapped up', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    const answer = sdk().Call.accept({ sessionId });
    expect(simulator.sessions[0]).toMatchObject({ state: 'offered', kind: 'phone', direction: 'in' });
    expect(await outcome(answer, 80)).toEqual(OK);
    expect(simulator.sessions[0]?.state).toBe('offered');
    await pass(300);
    expect(simulator.sessions[0]?.state).toBe('connected');
    await pass(9614);
    simulator.customer.hangUp(sessionId);
    expect(last(simulator, 'sessionEnded')).toEqual({ sessionId, closeBy: 'client', mainReason: 'ok' });
    await pass(29_000);
    expect(simulator.agent.status).toBe('arrange');
    await pass(1000);
    expect(names(simulator)).toEqual([
      'callIn',
      'userAccessed',
      'status busy',
      'sessionEnded',
      'status arrange',
      'status free',
    ]);
  });

  it('goes to another agent after the ring timeout', async () => {
    const simulator = await boot({ ringTimeout: 8 });
    const sessionId = simulator.ring();
    expect(last(simulator, 'callIn').timeout).toBe(8);
    await pass(7990);
    expect(names(simulator)).toEqual(['callIn']);
    await pass(10);
    expect(names(simulator)).toEqual(['callIn', 'autoTransfer']);
    expect(last(simulator, 'autoTransfer')).toEqual({ sessionId });
    expect(simulator.sessions[0]?.state).toBe('lost');
    expect(simulator.agent.status).toBe('free');
  });

  it('rings by its own timeout, and for ever with 0', async () => {
    const simulator = await boot();
    simulator.ring({ timeout: 3 });
    await pass(3000);
    expect(names(simulator)).toEqual(['callIn', 'autoTransfer']);
    simulator.ring({ timeout: 0 });
    await pass(600_000);
    expect(names(simulator)).toEqual(['callIn', 'autoTransfer', 'callIn']);
  });

  it('ends by the timer where autoTransfer is off', async () => {
    const simulator = await boot({ autoTransfer: false });
    const sessionId = simulator.ring();
    await pass(20_000);
    expect(last(simulator, 'sessionEnded')).toEqual({
      sessionId,
      closeBy: 'timer',
      mainReason: 'seatGiveUp',
    });
  });

  it('ends when the customer gives up while it rings, without after-call work', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    simulator.customer.hangUp();
    await pass(60_000);
    expect(names(simulator)).toEqual(['callIn', 'sessionEnded']);
    expect(last(simulator, 'sessionEnded')).toEqual({
      sessionId,
      closeBy: 'client',
      mainReason: 'ringingGiveUp',
    });
  });

  it('ends, and is not accepted, when the customer gives up while the agent joins', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    void sdk().Call.accept({ sessionId });
    await pass(80);
    simulator.customer.hangUp();
    await pass(60_000);
    expect(names(simulator)).toEqual(['callIn', 'sessionEnded']);
  });

  it('goes to the next agent when rejected by Call.end', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    expect(await outcome(sdk().Call.end({ sessionId }))).toEqual(OK);
    expect(names(simulator)).toEqual(['callIn', 'autoTransfer']);
  });

  it('is answered by itself with autoAnswer', async () => {
    const simulator = await boot({ autoAnswer: 1500 });
    simulator.ring();
    await pass(1500);
    expect(names(simulator)).toEqual(['callIn', 'userAccessed', 'status busy']);
    expect(simulator.calls).toEqual([]);
  });

  it('is answered, muted and held in the vendor’s own interface without a method call, nor an event for mute and hold', async () => {
    const simulator = await boot();
    simulator.ring();
    simulator.agentUi.answer();
    simulator.agentUi.mute();
    simulator.agentUi.hold();
    expect(simulator.sessions[0]).toMatchObject({ state: 'held', micMuted: true });
    simulator.agentUi.unhold();
    expect(simulator.sessions[0]).toMatchObject({ state: 'connected', micMuted: false });
    simulator.agentUi.hangUp();
    expect(names(simulator)).toEqual([
      'callIn',
      'userAccessed',
      'status busy',
      'sessionEnded',
      'status arrange',
    ]);
    expect(simulator.calls).toEqual([]);
  });

  it('carries the fields of its kind, each of which can be given', async () => {
    const simulator = await boot({ servingNumber: '02066247697' });
    const sessionId = simulator.ring({
      callerPhoneNumber: '008613800000000',
      remark: 'VIP',
      protectedCaller: 'x',
    });
    expect(last(simulator, 'callIn')).toEqual({
      sessionId,
      type: 'phone',
      timeout: 20,
      calleePhoneNumber: '008602066247697',
      callerPhoneNumber: '008613800000000',
      callerLocation: expect.any(String),
      serverType: 'staffSeat',
      ivrPath: [{ key: '1', label: expect.any(String) }],
      remark: 'VIP',
      protectedCaller: 'x',
    });
    expect(sessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([
    ['im', ['nickname', 'peerSource', 'channelName', 'clientData']],
    ['voip', ['callee', 'calleeRemark', 'userId', 'nickname']],
    ['video', ['userId', 'nickname']],
    ['internal', ['peerUserId']],
  ] as const)('of kind %s has %j', async (type, fields) => {
    const simulator = await boot();
    simulator.ring({ type });
    const payload = last(simulator, 'callIn');
    expect(payload).toMatchObject({ type, timeout: 20 });
    for (const field of fields) expect(payload).toHaveProperty(field);
    expect(payload).not.toHaveProperty('calleePhoneNumber');
  });

  it.each([
    ['im', 'Chat', 'end'],
    ['voip', 'Call', 'hungUp'],
    ['video', 'Video', 'end'],
    ['internal', 'Call', 'hungUp'],
  ] as const)('of kind %s is accepted and ended by %s', async (type, namespace, end) => {
    const simulator = await boot();
    const sessionId = simulator.ring({ type });
    const wrong = namespace === 'Call' ? 'Video' : 'Call';
    expect(await outcome(sdk()[wrong].accept({ sessionId }))).toEqual(refusal('SessionNotExists'));
    expect(await outcome(sdk()[namespace].accept({ sessionId }))).toEqual(OK);
    await pass(300);
    expect(simulator.sessions[0]?.state).toBe('connected');
    expect(await outcome(sdk()[namespace][end]({ sessionId }))).toEqual(OK);
    expect(last(simulator, 'sessionEnded')).toEqual({ sessionId, closeBy: 'seat', mainReason: 'ok' });
  });

  it.each([
    [undefined, 'sessionId is required'],
    [{ sessionId: 'nobody' }, 'SessionNotExists'],
  ])('is not accepted with %j', async (options, text) => {
    await boot();
    expect(await outcome(sdk().Call.accept(options))).toEqual(refusal(text));
  });

  it('is not accepted twice, nor when it is over', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    const first = outcome(sdk().Call.accept({ sessionId }));
    expect(await first).toEqual(OK);
    expect(await outcome(sdk().Call.accept({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
    simulator.customer.hangUp();
    expect(await outcome(sdk().Call.accept({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
  });
});
