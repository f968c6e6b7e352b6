import { expect, it } from 'vitest';
import type { TCCCSnapshot } from '../../src/index.js';
import { openDesk, type DeskOptions } from './support/desk.js';
import { eventually, sleep } from './support/mount.js';

/** Opens a desk that notes how far ahead each `retryAt` lies when it is told, in ms. */
function openTimed({ props, ...options }: DeskOptions): {
  desk: ReturnType<typeof openDesk>;
  waits: number[];
  told: TCCCSnapshot[];
} {
  const waits: number[] = [];
  const told: TCCCSnapshot[] = [];
  const onStatusChange = (snapshot: TCCCSnapshot): void => {
    told.push(snapshot);
    if (snapshot.retryAt !== null) waits.push(snapshot.retryAt - Date.now());
  };
  return { desk: openDesk({ ...options, props: { ...props, onStatusChange } }), waits, told };
}

it('counts attempts across codes, and fails with the last one', async () => {
  const desk = openDesk({ plan: [{ drop: true }, { status: 500 }, { script: { status: 404 } }, {}] });
  expect(await desk.failure()).toMatchObject({ code: 'script-load-failed', attempt: 3 });
  expect((await desk.backend.seen()).tokens).toHaveLength(3);
});

it.each([
  ['false', false, 1],
  ['1 attempt', { attempts: 1 }, 1],
  ['2 attempts', { attempts: 2, baseDelay: 1 }, 2],
  ['5 attempts', { attempts: 5, baseDelay: 1 }, 5],
] as const)('makes as many attempts as retry says: %s', async (_what, retry, count) => {
  const desk = openDesk({ plan: [{ status: 500 }], props: { retry } });
  expect((await desk.failure()).attempt).toBe(count);
  expect((await desk.backend.seen()).tokens).toHaveLength(count);
});

it('makes 3 attempts by default, with a first wait of 250 to 500 ms', async () => {
  const { desk, waits } = openTimed({ plan: [{ status: 500 }], props: { retry: undefined } });
  await eventually(() => expect(waits).toHaveLength(1));
  expect(waits[0]).toBeGreaterThan(245);
  expect(waits[0]).toBeLessThanOrEqual(501);
  expect(await desk.failure()).toMatchObject({ attempt: 3 });
});

it('shows attempt, lastError and retryAt while it waits, and no error', async () => {
  const { desk, told } = openTimed({ plan: [{ status: 500 }, { drop: true }, {}] });
  await desk.until('ready');
  const waiting = told.filter(({ retryAt }) => retryAt !== null);
  expect(waiting.map(({ lastError, error, sdk }) => [lastError?.code, error, sdk])).toEqual([
    ['token-http', null, null],
    ['token-network', null, null],
  ]);
  const second = told.find(
    ({ status, attempt, retryAt }) => status === 'fetching-token' && attempt === 2 && retryAt === null,
  );
  expect(second?.lastError?.code).toBe('token-http');
  expect(desk.state()).toMatchObject({ attempt: 3, lastError: null, retryAt: null });
});

it('doubles its wait, of which 50 to 100 % is waited', async () => {
  const { desk, waits } = openTimed({
    plan: [{ status: 500 }],
    props: { retry: { attempts: 4, baseDelay: 40 } },
  });
  await desk.failure();
  expect(waits).toHaveLength(3);
  waits.forEach((wait, index) => {
    const full = 40 * 2 ** index;
    expect(wait).toBeGreaterThanOrEqual(full / 2 - 2);
    expect(wait).toBeLessThanOrEqual(full + 1);
  });
});

it('waits as long as it says', async () => {
  const { desk, told } = openTimed({ plan: [{ status: 500 }, {}], props: { retry: { baseDelay: 200 } } });
  await desk.until('ready');
  const { tokens } = await desk.backend.seen();
  const due = told.find(({ retryAt }) => retryAt !== null)?.retryAt ?? 0;
  expect(Math.abs(tokens[1]!.at - due)).toBeLessThan(150);
});

it('never waits longer than 8 s', async () => {
  const { waits } = openTimed({ plan: [{ status: 500 }], props: { retry: { baseDelay: 60_000 } } });
  await eventually(() => expect(waits).toHaveLength(1));
  expect(waits[0]).toBeGreaterThanOrEqual(3990);
  expect(waits[0]).toBeLessThanOrEqual(8001);
});

it('tries again after token-expired once only, however many attempts there are', async () => {
  const desk = openDesk({
    plan: [{ sim: { login: 'expired' } }, { status: 500 }, { sim: { login: 'expired' } }, {}],
    props: { retry: { attempts: 9, baseDelay: 1 } },
  });
  expect(await desk.failure()).toMatchObject({ code: 'token-expired', attempt: 3 });
});

it('does not try again after token-expired with retry={false}', async () => {
  const desk = openDesk({ plan: [{ sim: { login: 'expired' } }, {}], props: { retry: false } });
  expect(await desk.failure()).toMatchObject({ code: 'token-expired', attempt: 1 });
});

it('shows the failure the moment the last attempt fails', async () => {
  const { desk, told } = openTimed({
    plan: [{ status: 500 }, { status: 404 }],
    props: { retry: { attempts: 3, baseDelay: 4 } },
  });
  await desk.failure();
  const { tokens } = await desk.backend.seen();
  expect(tokens).toHaveLength(2);
  expect(told.at(-1)?.status).toBe('error');
  expect(told.at(-2)).toMatchObject({ status: 'fetching-token', retryAt: null });
});

it('calls onError once a failure, not once an attempt', async () => {
  const desk = openDesk({ plan: [{ status: 500 }] });
  const first = await desk.failure();
  expect(desk.errors).toEqual([first]);
  await desk
    .state()
    .retry()
    .catch(() => undefined);
  await eventually(() => expect(desk.errors).toHaveLength(2));
  await sleep(30);
  expect(desk.errors).toHaveLength(2);
  expect(desk.errors[1]).toBe(desk.state().error);
  expect(desk.errors[1]).not.toBe(first);
});

it('does not call onError for a connect that was aborted', async () => {
  const desk = openDesk({ plan: [{ hold: true }] });
  await desk.until('fetching-token');
  await desk.state().disconnect();
  void desk.state().connect();
  desk.root.unmount();
  await sleep(30);
  expect(desk.errors).toEqual([]);
});

it('counts attempts anew after retry()', async () => {
  const desk = openDesk({ plan: [{ status: 500 }] });
  await desk.failure();
  await desk
    .state()
    .retry()
    .catch(() => undefined);
  expect((await desk.backend.seen()).tokens).toHaveLength(6);
});
