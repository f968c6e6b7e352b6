import { act, render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  TCCCProvider,
  useSession,
  useSessionActions,
  useSessions,
  useTCCCErrors,
} from '../../../src/index.js';
import { quietly, thrownBy } from './desk.js';
import { emit, ID, openProbe, probing, run } from './probe.js';

const useIt = () => ({ ...useTCCCErrors(), actions: useSessionActions(ID) });

/** A connection with this many errors. */
async function failed(count: number) {
  const opened = await openProbe(useIt);
  for (let n = 0; n < count; n++) await run(opened.now().actions, n % 2 ? 'hold' : 'accept');
  return opened;
}

describe('behaviour', () => {
  it('keeps what actions failed with, the newest last', async () => {
    const { now } = await failed(3);
    expect(now().errors).toMatchObject(
      ['accept', 'hold', 'accept'].map((action) => ({ details: { action, sessionId: ID } })),
    );
  });

  it('takes one away, and all; the action keeps its own', async () => {
    const { now } = await failed(3);
    const [one, two, three] = now().errors;
    act(() => {
      now().dismiss(two!);
    });
    expect(now().errors).toEqual([one, three]);
    act(() => {
      now().dismiss(two!);
    });
    expect(now().errors).toHaveLength(2);
    act(() => {
      now().clear();
    });
    expect(now().errors).toEqual([]);
    expect(now().actions.accept.error).toBe(three);
  });

  it('has functions that stay the same, and clears an empty list for nothing', async () => {
    const { now } = await failed(0);
    const { dismiss, clear, errors } = now();
    act(() => {
      clear();
    });
    expect(now().errors).toBe(errors);
    await run(now().actions, 'accept');
    expect(now().errors).toHaveLength(1);
    expect([now().dismiss, now().clear]).toEqual([dismiss, clear]);
    expect(now().clear).toBe(clear);
  });

  it('keeps 50 at most: the oldest go', async () => {
    const { now } = await failed(2);
    const [, second] = now().errors;
    for (let n = 0; n < 49; n++) await run(now().actions, 'mute');
    expect(now().errors).toHaveLength(50);
    expect(now().errors[0]).toBe(second);
    expect(now().errors.at(-1)).toMatchObject({ details: { action: 'mute' } });
  });

  it('is the same list until it changes', async () => {
    const { simulator, now } = await failed(1);
    const { errors } = now();
    emit(simulator, ['callIn', { sessionId: ID }]);
    expect(now().errors).toBe(errors);
  });
});

describe('an event that names no session', () => {
  const useAll = () => ({ ...useTCCCErrors(), sessions: useSessions(), session: useSession('') });

  it('is reported once, by its name, and makes no session', async () => {
    const { simulator, now } = await openProbe(useAll);
    for (const payload of [undefined, null, 'text', {}, { sessionId: '' }, { sessionId: 7 }, { data: {} }]) {
      emit(simulator, ['callIn', payload], ['sessionEnded', payload]);
    }
    expect(now().errors).toMatchObject(
      ['callIn', 'sessionEnded'].map((event) => ({ code: 'malformed-event', details: { event } })),
    );
    expect([now().sessions, now().session]).toEqual([[], undefined]);
  });

  it('is reported again on the next connection', async () => {
    const { desk, simulator, now } = await openProbe(useAll);
    emit(simulator, ['callIn']);
    await act(() => desk.state().disconnect());
    await act(() => desk.state().connect());
    emit(simulator, ['callIn']);
    expect(now().errors).toHaveLength(2);
  });

  it('does not stop those that do', async () => {
    const { simulator, now } = await openProbe(useAll);
    emit(simulator, ['callIn'], ['callIn', { sessionId: ID }]);
    expect(now().sessions).toHaveLength(1);
  });
});

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    const error = thrownBy(() => render(probing(useTCCCErrors).element));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller: 'useTCCCErrors' } });
  });
});

describe('in StrictMode at the root', () => {
  it('keeps an error once', async () => {
    const { now } = await openProbe(useIt, { strict: true });
    await run(now().actions, 'accept');
    expect(now().errors).toHaveLength(1);
  });
});

describe('unmounted mid-way', () => {
  it('finds what failed meanwhile', async () => {
    const { desk, now } = await openProbe(useIt);
    const { actions } = now();
    desk.again(<p />);
    await run(actions, 'accept');
    const next = probing(useTCCCErrors);
    desk.again(next.element);
    expect(next.now().errors).toHaveLength(1);
  });
});

describe('rendered on a server', () => {
  it('has none', () => {
    const { element, now } = probing(useTCCCErrors);
    renderToString(<TCCCProvider tokenEndpoint="/api/tccc/token">{element}</TCCCProvider>);
    expect(now().errors).toEqual([]);
  });
});
