import { act, render } from '@testing-library/react';
import { useEffect, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useTCCCEvent, type TCCCEventName } from '../../../src/index.js';
import { macrotask, On, openDesk, quietly, thrownBy } from './desk.js';

const call = { sessionId: 's-1' };

describe('behaviour', () => {
  it('runs the handler for each event of its name, flat and nested', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="callIn" run={run} />);
    await desk.until('ready');
    desk.simulator.emit('callIn', call);
    desk.simulator.emit('callIn', { data: call });
    desk.simulator.emit('callOuted', call);
    expect(run.mock.calls).toEqual([[call], [call]]);
  });

  it('runs the newest handler, which closes over the newest render', async () => {
    const seen: number[] = [];
    const desk = openDesk(<On name="callIn" run={() => seen.push(0)} />);
    await desk.until('ready');
    for (const n of [1, 2, 3]) {
      desk.again(<On name="callIn" run={() => seen.push(n)} />);
      desk.simulator.emit('callIn', call);
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('loses no event from its first effect on: neither of loading nor of logging in', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="statusChanged" run={run} />, { options: { login: 'never' } });
    await desk.until('logging-in');
    desk.simulator.emit('statusChanged', { status: 'free' });
    expect(run.mock.calls).toEqual([[{ status: 'free' }]]);
  });

  it('follows a change of its name', async () => {
    const run = vi.fn();
    const on = (name: TCCCEventName): ReactNode => <On name={name} run={run} />;
    const desk = openDesk(on('callIn'));
    await desk.until('ready');
    desk.again(on('callOuted'));
    desk.simulator.emit('callIn', 'in');
    desk.simulator.emit('callOuted', 'out');
    expect(run.mock.calls).toEqual([['out']]);
  });

  it('takes a name that the vendor does not document', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name={'notDocumented' as TCCCEventName} run={run} />);
    await desk.until('ready');
    desk.simulator.emit('notDocumented', { level: 3 });
    expect(run.mock.calls).toEqual([[{ level: 3 }]]);
    expect(desk.simulator.listenerCount('notDocumented')).toBe(1);
  });

  it('reports what a handler throws or rejects with, and runs the others', async () => {
    quietly();
    const onError = vi.fn();
    const fault = new Error('fault of the app');
    const run = vi.fn();
    const desk = openDesk(
      <>
        <On
          name="callIn"
          run={() => {
            throw fault;
          }}
        />
        <On name="callIn" run={() => Promise.reject(fault)} />
        <On name="callIn" run={run} />
      </>,
      { onError },
    );
    await desk.until('ready');
    expect(() => {
      desk.simulator.emit('callIn', call);
    }).not.toThrow();
    await macrotask();
    expect(run).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls.map(([error]) => [error.code, error.details, error.cause])).toEqual(
      Array.from({ length: 2 }, () => ['handler-failed', { handler: 'callIn' }, fault]),
    );
    expect(console.error).toHaveBeenCalledTimes(2);
    expect(desk.state()).toMatchObject({ status: 'ready', error: null });
  });

  it('goes on with the next connection', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="callIn" run={run} />);
    await desk.until('ready');
    await act(() => desk.state().disconnect());
    await act(() => desk.state().connect());
    desk.simulator.emit('callIn', call);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('hears the last statusChanged of a disconnect, and nothing after it', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="statusChanged" run={run} />);
    await desk.until('ready');
    run.mockClear();
    await act(() => desk.state().disconnect());
    expect(run.mock.calls).toEqual([[{ status: 'offline' }]]);
  });
});

describe('a ready handler', () => {
  it.each([true, false])(
    'runs once, whether mounted before ready or after it (StrictMode: %s)',
    async (strict) => {
      const [early, late] = [vi.fn(), vi.fn()];
      const desk = openDesk(<On name="ready" run={early} />, { strict });
      await desk.until('ready');
      for (let n = 0; n < 3; n++) {
        desk.again(
          <>
            <On name="ready" run={early} />
            <On name="ready" run={late} />
          </>,
        );
      }
      await macrotask();
      // The first one was mounted anew, inside a fragment: it is a late one too.
      expect(early).toHaveBeenCalledTimes(2);
      expect(late).toHaveBeenCalledTimes(1);
    },
  );

  it('that was there before does not run again for one that comes late', async () => {
    const early = vi.fn();
    const tree = (late?: ReactNode): ReactNode => [<On key="early" name="ready" run={early} />, late];
    const desk = openDesk(tree());
    await desk.until('ready');
    desk.again(tree(<On key="late" name="ready" run={vi.fn()} />));
    expect(early).toHaveBeenCalledTimes(1);
  });
});

describe('outside a provider', () => {
  it('throws provider-missing, naming itself and the way out', () => {
    quietly();
    const error = thrownBy(() => render(<On name="callIn" run={vi.fn()} />));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller: 'useTCCCEvent' } });
    expect(error.message).toMatch(/^useTCCCEvent must be used inside <TCCCProvider>\. Wrap /);
  });
});

describe('in StrictMode at the root', () => {
  it('runs the handler once an event', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="callIn" run={run} />, { strict: true });
    await desk.until('ready');
    desk.simulator.emit('callIn', call);
    expect(run).toHaveBeenCalledTimes(1);
    expect(desk.simulator.listenerCount('callIn')).toBe(1);
  });
});

describe('unmounted mid-way', () => {
  it('never runs the handler again', async () => {
    const run = vi.fn();
    const desk = openDesk(<On name="callIn" run={run} />);
    await desk.until('loading-script');
    desk.again(<p />);
    await desk.until('ready');
    desk.simulator.emit('callIn', call);
    expect(run).not.toHaveBeenCalled();
  });

  it('does not run a handler whose component an earlier handler unmounts', async () => {
    const run = vi.fn();
    const tree = (both: boolean): ReactNode => [
      <On key="first" name="callIn" run={() => flushSync(() => desk.again(tree(false)))} />,
      both && <On key="second" name="callIn" run={run} />,
    ];
    const desk = openDesk(tree(true));
    await desk.until('ready');
    desk.simulator.emit('callIn', call);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('runs no effect and no handler', () => {
    const run = vi.fn();
    const Late = (): ReactNode => {
      useTCCCEvent('ready', run);
      useEffect(run);
      return 'rendered';
    };
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Late />
      </TCCCProvider>,
    );
    expect(html).toBe('rendered');
    expect(run).not.toHaveBeenCalled();
  });
});
