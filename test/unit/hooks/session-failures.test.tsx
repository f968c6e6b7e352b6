import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTCCCErrors } from '../../../src/index.js';
import { SIMULATOR_METHODS } from '../../../src/simulator/index.js';
import { macrotask } from './desk.js';
import { availableOf, callsOf, ID, openProbe, run, soon, useBoth } from './probe.js';

const session = { sessionId: ID };
const useIt = () => ({ ...useBoth(), ...useTCCCErrors() });

/** A connection at which a phone call rings. */
async function ringing(props: Parameters<typeof openProbe>[1] = {}) {
  const opened = await openProbe(useIt, props);
  act(() => void opened.simulator.ring(session));
  return opened;
}

const unhandled = vi.fn();
beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});

describe('an action that the SDK refuses', () => {
  it.each(['reject', 'resolve', 'reject-error', 'throw'] as const)(
    'rejects with sdk-call-failed and is kept, whether the SDK does it by %s',
    async (mode) => {
      const { simulator, now } = await ringing();
      simulator.fail('Call.accept', { mode, errorMsg: 'no microphone' });
      const error = await run(now().actions, 'accept');
      expect(error).toMatchObject({
        name: 'TCCCError',
        code: 'sdk-call-failed',
        details: { action: 'accept', sessionId: ID, errorMsg: 'no microphone' },
      });
      const { accept } = now().actions;
      expect([accept.pending, accept.available]).toEqual([false, true]);
      expect(accept.error).toBe(error);
      expect(now().errors).toEqual([error]);
      expect(now().session?.state).toBe('offered');
    },
  );

  it.each([
    ['hold', 'Call.hold'],
    ['mute', 'Call.muteMic'],
  ] as const)('changes nothing of the session (%s)', async (action, method) => {
    const { simulator, now } = await ringing();
    act(() => {
      simulator.agentUi.answer();
    });
    const before = now().session;
    simulator.fail(method);
    await run(now().actions, action);
    expect(now().session).toBe(before);
  });

  it('fails the same where a method of the SDK throws what is no error', async () => {
    const { desk, now } = await ringing();
    vi.spyOn(desk.state().sdk!.Call, 'accept').mockImplementation(() => {
      throw 'broken';
    });
    expect(await run(now().actions, 'accept')).toMatchObject({ details: { errorMsg: 'broken' } });
  });
});

describe('an action that the SDK never answers', () => {
  const timeouts = { call: 30 };

  it('rejects with sdk-call-timeout, and an event afterwards still counts', async () => {
    const { simulator, now } = await ringing({ timeouts });
    simulator.never('Call.accept');
    const error = await run(now().actions, 'accept');
    expect(error).toMatchObject({
      code: 'sdk-call-timeout',
      details: { action: 'accept', sessionId: ID, timeout: 30 },
    });
    expect(now().errors).toEqual([error]);
    expect(now().actions.accept).toMatchObject({ pending: false, available: true });
    act(() => {
      simulator.agentUi.answer();
    });
    expect(now().session?.state).toBe('connected');
  });

  it('takes its reply even then, where no event would tell', async () => {
    const { simulator, now } = await ringing({ timeouts });
    act(() => {
      simulator.agentUi.answer();
    });
    simulator.delay('Call.hold', 10_000);
    expect(await run(now().actions, 'hold')).toMatchObject({ code: 'sdk-call-timeout' });
    expect(now().session?.state).toBe('connected');
    await soon(() => expect(now().session?.state).toBe('held'));
    expect(now().errors).toHaveLength(1);
  });

  it('can be run again, and that one’s end is its own', async () => {
    const { simulator, now } = await ringing({ timeouts });
    simulator.never('Call.accept');
    await run(now().actions, 'accept');
    simulator.restore();
    expect(await run(now().actions, 'accept')).toBeUndefined();
    expect(now().actions.accept.error).toBeNull();
  });
});

describe('an action that is not available', () => {
  it.each([
    ['resume', 'offered', 'state'],
    ['muteVideo', 'offered', 'kind'],
  ] as const)(
    'rejects with action-unavailable, and the SDK is not called (%s)',
    async (action, state, reason) => {
      const { simulator, now } = await ringing();
      const error = await run(now().actions, action);
      expect(error).toMatchObject({
        code: 'action-unavailable',
        details: { action, sessionId: ID, state, reason },
      });
      expect(now().actions[action].error).toBe(error);
      expect(now().errors).toEqual([error]);
      expect(callsOf(simulator)).toEqual([]);
    },
  );

  it('is every action of a session that nobody knows', async () => {
    const { simulator, now } = await openProbe(useIt);
    for (const action of Object.keys(now().actions) as (keyof ReturnType<typeof useBoth>['actions'])[]) {
      expect(await run(now().actions, action)).toMatchObject({
        code: 'action-unavailable',
        details: { action, state: null, reason: 'session' },
      });
    }
    expect(callsOf(simulator)).toEqual([]);
  });
});

it('causes no unhandled rejection by a run that nobody awaits, however it fails', async () => {
  const { simulator, now, desk } = await ringing({ timeouts: { call: 30 } });
  act(() => void now().actions.resume.run());
  simulator.fail('Call.end', { mode: 'throw' });
  act(() => void now().actions.reject.run());
  simulator.never('Call.accept');
  act(() => void now().actions.accept.run());
  await soon(() => expect(now().errors).toHaveLength(3));
  act(() => void now().actions.accept.run());
  await act(() => desk.state().disconnect());
  act(() => void now().actions.accept.run());
  await macrotask();
  expect(now().errors.map(({ code }) => code)).toEqual([
    'action-unavailable',
    'sdk-call-failed',
    'sdk-call-timeout',
    'not-ready',
  ]);
  expect(unhandled).not.toHaveBeenCalled();
});

it('throws nothing and loses nothing when every method fails in every way', async () => {
  const { simulator, now } = await ringing();
  for (const mode of ['reject', 'resolve', 'reject-error', 'throw'] as const) {
    for (const method of SIMULATOR_METHODS) simulator.fail(method, { mode });
    for (const action of availableOf(now().actions) as 'accept'[]) {
      expect(await run(now().actions, action)).toMatchObject({ code: 'sdk-call-failed' });
    }
  }
  expect(now().session).toMatchObject({ state: 'offered', attempt: 1 });
  simulator.restore();
  act(() => {
    simulator.agentUi.answer();
  });
  expect(now().session?.state).toBe('connected');
});
