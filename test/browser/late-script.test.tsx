import { expect, it } from 'vitest';
import { backend } from './support/backend.js';
import { openDesk } from './support/desk.js';
import { eventually, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const outcome = async (desk: { backend: ReturnType<typeof backend> }): Promise<string | undefined> =>
  (await desk.backend.seen()).scripts[0]?.outcome;

it('never runs a script that is served after its time-out', async () => {
  const desk = openDesk({
    plan: [{ script: { hold: true } }],
    props: { timeouts: { script: 200 }, retry: false },
  });
  await eventually(async () => expect((await desk.backend.seen()).scripts).toHaveLength(1));
  expect((await desk.failure()).code).toBe('script-timeout');
  expect(remains()).toEqual([]);
  await desk.backend.release();
  await eventually(async () => expect(await outcome(desk)).not.toBe('open'));
  await sleep(200);
  expect(await desk.backend.runs()).toEqual([]);
  expect(remains()).toEqual([]);
  expect(desk.state().status).toBe('error');
});

it('would have run that script if its tag had only been removed', async () => {
  const server = backend({ script: { kind: 'empty', hold: true } });
  const response = await fetch(server.endpoint, { method: 'POST' });
  const { sdkUrl } = (await response.json()) as { sdkUrl: string };
  const tag = document.createElement('script');
  tag.src = sdkUrl;
  document.body.append(tag);
  await eventually(async () => expect((await server.seen()).scripts).toHaveLength(1));
  tag.remove();
  await server.release();
  await eventually(async () => expect(await server.runs()).toEqual([1]));
});

it('runs only the script of the attempt that goes on', async () => {
  const desk = openDesk({
    plan: [{ script: { hold: true } }, {}],
    props: { timeouts: { script: 200 }, retry: { baseDelay: 1 } },
  });
  await desk.until('ready');
  const { sdk } = desk.state();
  await desk.backend.release();
  await sleep(100);
  expect(await desk.backend.runs()).toEqual([2]);
  expect(desk.state().sdk).toBe(sdk);
  expect((window as { tccc?: unknown }).tccc).toBe(sdk);
});

it('never runs a script that arrives after disconnect()', async () => {
  const desk = openDesk({ plan: [{ script: { hold: true } }] });
  await eventually(async () => expect((await desk.backend.seen()).scripts).toHaveLength(1));
  await desk.state().disconnect();
  await desk.backend.release();
  await eventually(async () => expect(await outcome(desk)).not.toBe('open'));
  await sleep(100);
  expect(await desk.backend.runs()).toEqual([]);
});
