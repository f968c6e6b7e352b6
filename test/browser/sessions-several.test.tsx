// Several sessions at once, what is said to another status meanwhile, and the clocks, through the hooks.
import { expect, it } from 'vitest';
import { type Agent, failureOf, openAgent } from './support/agent.js';

const ids = (sessions: readonly { sessionId: string }[]): string[] =>
  sessions.map(({ sessionId }) => sessionId);
const chat = { type: 'im', timeout: 0 } as const;

it('keeps a call, its chats and a second call apart, each with its own states and errors', async () => {
  const agent: Agent = await openAgent({ wrapUp: 4, maxChats: 2, customer: 'manual' });
  const { sim, now, session, run, trail, until, untilStatus } = agent;
  const early = sim.ring({ ...chat, sessionId: 'early' });
  await until(early, 'offered');
  await run(early, 'accept');
  await until(early, 'connected');
  expect([now().agent.status, now().active]).toEqual(['free', undefined]);

  const call = sim.ring({ sessionId: 'call', timeout: 0 });
  const late = sim.ring({ ...chat, sessionId: 'late' });
  await until(late, 'offered');
  expect(ids(now().incoming)).toEqual([call, late]);
  // Both at the same time: neither waits for the other.
  expect(await Promise.all([run(call, 'accept'), run(late, 'accept')])).toEqual([undefined, undefined]);
  await until(call, 'connected');
  await until(late, 'connected');
  expect([now().active?.sessionId, now().incoming]).toEqual([call, []]);
  await untilStatus('busy');

  // A second call, which the service should not have assigned, cannot be had; the first does not notice.
  const second = sim.ring({ sessionId: 'second', timeout: 0, force: true });
  await until(second, 'offered');
  const before = session(call);
  const refusal = await run(second, 'accept');
  expect(refusal).toMatchObject({
    code: 'sdk-call-failed',
    details: { action: 'accept', sessionId: second },
  });
  expect([session(call), session(second)?.state]).toEqual([before, 'offered']);
  expect(now().bar.errors).toEqual([refusal]);
  expect(await failureOf(now().outbound.call({ phoneNumber: '10086' }))).toMatchObject({
    code: 'action-unavailable',
    details: { reason: 'status', state: 'busy' },
  });
  sim.customer.hangUp(second);
  await until(second, 'ended');

  await run(call, 'hold');
  await until(call, 'held');
  expect(now().active).toBe(session(call));
  sim.customer.hangUp(early);
  await until(early, 'ended');
  expect([session(call)?.state, session(late)?.state]).toEqual(['held', 'connected']);

  // A break is asked for during the call: it comes after it, and instead of after-call work.
  await now().agent.setStatus('rest', { restReason: 'Lunch' });
  await agent.when(() => expect(now().agent).toMatchObject({ status: 'busy', reserved: 'rest' }));
  sim.customer.hangUp(call);
  await until(call, 'ended');
  await untilStatus('rest');
  expect(now().agent.reserved).toBeNull();
  expect(session(late)?.state).toBe('connected');

  // A colleague is called from the break, while the chat goes on.
  const colleague = (await now().internal.call({ calleeUserId: 'bob' }))!.sessionId;
  await until(colleague, 'dialing');
  expect(now().active?.sessionId).toBe(colleague);
  sim.customer.answer(colleague);
  await until(colleague, 'connected');
  await run(late, 'transfer', { skillGroupId: '2' });
  await until(late, 'transferred');
  sim.customer.hangUp(colleague);
  await until(colleague, 'ended');
  await untilStatus('rest');

  expect(ids(now().listed)).toEqual([early, call, late, second, colleague]);
  for (const id of [early, late, second, colleague]) await run(id, 'remove');
  await until(second, 'completed');
  expect(ids(now().listed)).toEqual([call]);
  expect([early, call, late, second, colleague].map((id) => trail(id).join(' '))).toEqual([
    'offered connected ended completed',
    'offered connected held ended',
    'offered connected transferred completed',
    'offered ended completed',
    'dialing connected ended completed',
  ]);
  expect(agent.statuses).toEqual(['null', 'free', 'busy', 'rest', 'busy', 'arrange', 'rest']);
});

it('counts the time to answer, of the talk, of the hold and of the work after it, by the second', async () => {
  const agent = await openAgent({ wrapUp: 0 });
  const { sim, now, run, timer, until, untilStatus } = agent;
  const rings = sim.ring({ ...chat, sessionId: 'rings', timeout: 600 });
  const talks = sim.ring({ sessionId: 'talks', timeout: 0 });
  await until(talks, 'offered');
  const none = { ringLeft: null, talk: null, hold: null, wrapUp: null };
  expect([timer(rings), timer(talks)]).toEqual([{ ...none, ringLeft: 600 }, none]);
  await run(talks, 'accept');
  await until(talks, 'connected');
  expect(timer(talks)).toEqual({ ...none, talk: 0 });
  await agent.when(() => expect(timer(rings).ringLeft).toBe(599));
  await agent.when(() => expect(timer(talks)).toEqual({ ...none, talk: 1 }));
  await run(talks, 'hold');
  await until(talks, 'held');
  expect(timer(talks)).toEqual({ ...none, talk: 1, hold: 0 });
  sim.customer.hangUp(talks);
  await until(talks, 'ended');
  await untilStatus('free');
  expect(timer(talks)).toEqual({ ...none, talk: 1 });
  await now().agent.setStatus('arrange');
  await untilStatus('arrange');
  expect(timer(talks)).toEqual({ ...none, talk: 1, wrapUp: 0 });
  await agent.when(() => expect(timer(talks)).toEqual({ ...none, talk: 1, wrapUp: 1 }));
});
