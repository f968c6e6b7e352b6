import { afterEach, describe, expect, it } from 'vitest';
import { boot, last, names, OK, outcome, pass, refusal, sdk, shutDown, type Loose } from './boot.js';

afterEach(shutDown);

const dial = (options: object = {}) =>
  sdk().Call.startOutboundCall({ phoneNumber: '02066247697', ...options });

describe('an outbound call', () => {
  it('resolves when created, is answered later, and is wrapped up', async () => {
    const simulator = await boot({ answerDelay: 4000 });
    const reply: Loose = await outcome(dial({ phoneDesc: 'Anna', callerPhoneNumber: '02011112222' }));
    const { sessionId } = reply.data;
    expect(reply).toEqual({
      status: 'success',
      data: {
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        calleePhoneNumber: '008602066247697',
        callerPhoneNumber: '008602011112222',
        serverType: 'staffSeat',
        calleeLocation: '',
        remark: 'Anna',
      },
    });
    expect(simulator.sessions[0]).toMatchObject({
      sessionId,
      state: 'dialing',
      direction: 'out',
      peer: 'Anna',
    });
    expect(names(simulator)).toEqual(['callOuted', 'status busy']);
    await pass(5000);
    expect(simulator.sessions[0]?.state).toBe('connected');
    await outcome(sdk().Call.hungUp({ sessionId }));
    await pass(30_000);
    expect(names(simulator)).toEqual([
      'callOuted',
      'status busy',
      'calloutAccepted',
      'sessionEnded',
      'status arrange',
      'status free',
    ]);
    expect(last(simulator, 'sessionEnded')).toEqual({ sessionId, closeBy: 'seat', mainReason: 'ok' });
  });

  it.each([
    ['refuses', 4000, { closeBy: 'client', mainReason: 'userReject' }],
    ['busy', 4000, { closeBy: 'admin', mainReason: 'busy', subReason: 'busy' }],
    ['stays-away', 60_000, { closeBy: 'admin', mainReason: 'notAnswer', subReason: 'notAnswer' }],
  ] as const)(
    'ends unanswered when the customer %s, without after-call work',
    async (customer, ms, ending) => {
      const simulator = await boot({ customer });
      void dial();
      await pass(ms + 100);
      expect(names(simulator)).toEqual(['callOuted', 'status busy', 'sessionEnded', 'status free']);
      expect(last(simulator, 'sessionEnded')).toEqual({
        sessionId: simulator.sessions[0]?.sessionId,
        ...ending,
      });
    },
  );

  it('rings for dialTimeout', async () => {
    const simulator = await boot({ customer: 'stays-away', dialTimeout: 25 });
    simulator.agentUi.dial('10086');
    await pass(24_999);
    expect(simulator.sessions[0]?.state).toBe('dialing');
    await pass(1);
    expect(simulator.sessions[0]?.state).toBe('ended');
  });

  it.each([
    ['answer', 'calloutAccepted', undefined],
    ['refuse', 'sessionEnded', 'userReject'],
    ['busy', 'sessionEnded', 'busy'],
    ['stayAway', 'sessionEnded', 'notAnswer'],
    ['hangUp', 'sessionEnded', 'userReject'],
  ] as const)(
    'waits for the control API with customer: manual, e.g. customer.%s',
    async (action, event, reason) => {
      const simulator = await boot({ customer: 'manual' });
      const sessionId = simulator.agentUi.dial('10086');
      await pass(600_000);
      expect(simulator.sessions[0]?.state).toBe('dialing');
      simulator.customer[action](sessionId);
      expect(last(simulator, event)).toMatchObject({ sessionId, ...(reason && { mainReason: reason }) });
    },
  );

  it('is cancelled by the agent before it is answered', async () => {
    const simulator = await boot();
    const sessionId = simulator.agentUi.dial('10086');
    expect(await outcome(sdk().Call.hungUp({ sessionId }))).toEqual(OK);
    await pass(60_000);
    expect(names(simulator)).toEqual(['callOuted', 'status busy', 'sessionEnded', 'status free']);
    expect(last(simulator, 'sessionEnded')).toMatchObject({ closeBy: 'seat', mainReason: 'callerCancel' });
  });

  it.each(['free', 'notReady', 'rest'] as const)(
    'may be made in %s, and leads back there',
    async (status) => {
      const simulator = await boot();
      simulator.agentUi.setStatus(status);
      expect(await outcome(dial())).toMatchObject(OK);
      simulator.customer.answer();
      simulator.customer.hangUp();
      expect(simulator.agent.status).toBe('arrange');
      await pass(30_000);
      expect(simulator.agent.status).toBe(status);
    },
  );

  it('is refused during a call, while one rings, in after-call work and offline, without callOuted', async () => {
    const simulator = await boot();
    simulator.ring();
    expect(await outcome(dial())).toEqual(refusal('SeatStatusBusy'));
    simulator.agentUi.answer();
    expect(await outcome(dial())).toEqual(refusal('SeatStatusBusy'));
    simulator.customer.hangUp();
    expect(await outcome(dial())).toEqual(refusal('after-call work'));
    simulator.forceOffline();
    expect(await outcome(dial())).toEqual(refusal('offline'));
    expect(last(simulator, 'callOuted')).toBeUndefined();
  });

  it('needs a number', async () => {
    await boot();
    expect(await outcome(sdk().Call.startOutboundCall())).toEqual(refusal('phoneNumber'));
    expect(await outcome(dial({ phoneNumber: 'abc' }))).toEqual(refusal('phoneNumber'));
  });

  it.each([
    ['10086', '008610086'],
    ['+86 138-0000-0000', '008613800000000'],
    ['008602066247697', '008602066247697'],
  ])('reports %s as %s', async (given, reported) => {
    const simulator = await boot();
    await outcome(dial({ phoneNumber: given }));
    expect(last(simulator, 'callOuted').calleePhoneNumber).toBe(reported);
  });
});

describe('an internal call', () => {
  it('is made to a colleague and answered', async () => {
    const simulator = await boot();
    expect(await outcome(sdk().Call.startInternalCall({ calleeUserId: 'bo@example.com' }))).toEqual(OK);
    await pass(5000);
    expect(names(simulator)).toEqual(['callOuted', 'status busy', 'calloutAccepted']);
    expect(Object.keys(last(simulator, 'callOuted'))).toEqual(['sessionId']);
    expect(simulator.sessions[0]).toMatchObject({
      kind: 'internal',
      direction: 'out',
      peer: 'bo@example.com',
    });
    simulator.customer.hangUp();
    expect(last(simulator, 'sessionEnded')).toMatchObject({ closeBy: 'client' });
  });

  it('needs the colleague, and a free line', async () => {
    const simulator = await boot();
    expect(await outcome(sdk().Call.startInternalCall())).toEqual(refusal('calleeUserId'));
    simulator.ring();
    expect(await outcome(sdk().Call.startInternalCall({ calleeUserId: 'bo' }))).toEqual(
      refusal('SeatStatusBusy'),
    );
  });
});
