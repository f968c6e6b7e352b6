import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';
import { eventually, macrotask, On, simulator } from './support/mount.js';
import { takeConsoleErrors } from './support/watch.js';

const failures = [
  [
    'throws',
    (error: unknown) => {
      throw error;
    },
  ],
  ['rejects', (error: unknown) => Promise.reject(error)],
] as const;

it.each(failures)('reports a handler that %s, and nothing else changes', async (_how, fail) => {
  const own = new Error('mine');
  let later = 0;
  const desk = openDesk({
    children: [
      <On key="bad" name="callIn" run={() => fail(own)} />,
      <On key="good" name="callIn" run={() => (later += 1)} />,
    ],
  });
  await desk.until('ready');
  const { sdk } = desk.state();
  const renders = desk.states.length;
  expect(() => simulator().ring()).not.toThrow();
  expect(later).toBe(1);
  await eventually(() => expect(desk.errors).toHaveLength(1));
  const [error] = desk.errors;
  expect(error).toMatchObject({ code: 'handler-failed', retryable: false, details: { handler: 'callIn' } });
  expect(error?.cause).toBe(own);
  expect(Object.keys(error!)).not.toContain('cause');
  expect(desk.state()).toMatchObject({ status: 'ready', error: null });
  expect(desk.state().sdk).toBe(sdk);
  expect(desk.states.length).toBe(renders);
  const logged = takeConsoleErrors();
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('callIn');
});

it.each(failures)("does not stop the SDK's own emit when a handler %s", async (_how, fail) => {
  let reached = 0;
  const desk = openDesk({ children: <On name="callIn" run={() => fail(new Error('mine'))} /> });
  const { sdk } = await desk.until('ready');
  sdk!.on('callIn', () => void (reached += 1));
  simulator().ring();
  expect(reached).toBe(1);
  await eventually(() => expect(takeConsoleErrors()).toHaveLength(1));
});

it.each(failures)('becomes ready though a ready handler %s', async (_how, fail) => {
  const desk = openDesk({ children: <On name="ready" run={() => fail(new Error('mine'))} /> });
  await desk.until('ready');
  await eventually(() => expect(desk.errors.map(({ code }) => code)).toEqual(['handler-failed']));
  expect(takeConsoleErrors()).toHaveLength(1);
});

it.each(['onReady', 'onStatusChange'] as const)('becomes ready though %s throws', async (name) => {
  const own = new Error('mine');
  const desk = openDesk({
    props: {
      [name]: () => {
        throw own;
      },
    },
  });
  await desk.until('ready');
  await macrotask();
  expect(desk.errors.length).toBeGreaterThan(0);
  desk.errors.forEach((error) => {
    expect(error).toMatchObject({ code: 'handler-failed', details: { handler: name } });
    expect(error.cause).toBe(own);
  });
  desk.render({ onReady: undefined, onStatusChange: undefined });
  expect(takeConsoleErrors()).toHaveLength(desk.errors.length);
});

it('does not call onError again because onError throws', async () => {
  let calls = 0;
  const desk = openDesk({
    plan: [{ status: 404 }],
    props: {
      onError: () => {
        calls += 1;
        throw new Error('mine');
      },
    },
  });
  expect((await desk.failure()).code).toBe('token-http');
  await macrotask();
  expect(calls).toBe(1);
  expect(takeConsoleErrors()).toHaveLength(1);
});

it('shows a handler failure during the log-in nowhere but in onError', async () => {
  const desk = openDesk({
    plan: [{ sim: { login: 'never' } }],
    children: (
      <On
        name="statusChanged"
        run={() => {
          throw new Error('mine');
        }}
      />
    ),
  });
  await desk.until('logging-in');
  simulator().emit('statusChanged', { status: 'free' });
  expect(desk.state()).toMatchObject({ status: 'logging-in', error: null, lastError: null });
  expect(desk.errors.map(({ code }) => code)).toEqual(['handler-failed']);
  takeConsoleErrors();
});
