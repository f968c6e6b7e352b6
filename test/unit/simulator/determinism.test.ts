import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { boot, pass, sdk, shutDown } from './boot.js';

afterEach(shutDown);

/** A run that draws ids, numbers, names and delays; all that the page saw of it, as text. */
async function run(options: SimulatorOptions): Promise<string> {
  const { speed = 1 } = options;
  const simulator = await boot({ ...options, readings: { sessionEnded: 'rich' } });
  const wait = (ms: number) => pass(ms / speed);
  for (const type of ['phone', 'im', 'video'] as const) {
    simulator.ring({ type });
    simulator.agentUi.answer();
    await wait(4000);
    simulator.customer.hangUp();
    await wait(31_000);
  }
  void sdk().Call.startOutboundCall({ phoneNumber: '10086' });
  await wait(10_000);
  simulator.customer.hangUp();
  const text = JSON.stringify([simulator.events, simulator.calls]);
  shutDown();
  return text;
}

describe('the seed', () => {
  it('gives the same run, byte for byte', async () => {
    expect(await run({ seed: 7 })).toBe(await run({ seed: 7 }));
  });

  it('gives another run when it is another', async () => {
    expect(await run({ seed: 7 })).not.toBe(await run({ seed: 8 }));
  });

  it('gives the same run at another speed, apart from how long a conversation was', async () => {
    const strip = (text: string) => text.replace(/"duration":[\d.]+/g, '');
    expect(strip(await run({ seed: 7, speed: 20 }))).toBe(strip(await run({ seed: 7 })));
  });

  it('keeps the order of what was begun together at any speed', async () => {
    const order = async (speed: number): Promise<string[]> => {
      const simulator = await boot({ seed: 3, speed, latency: 200 });
      const ids = [1, 2, 3, 4].map(() => simulator.ring({ type: 'im' }));
      const settled: string[] = [];
      for (const [n, sessionId] of ids.entries()) {
        sdk()
          .Chat.accept({ sessionId })
          .then(() => settled.push(`reply ${n}`));
      }
      await pass(4000 / speed + 50);
      const heard = simulator.events.flatMap(({ name, payload }) =>
        name === 'userAccessed' ? [`event ${ids.indexOf((payload as { sessionId: string }).sessionId)}`] : [],
      );
      shutDown();
      return [...settled, ...heard];
    };
    const slow = await order(1);
    expect(slow).toHaveLength(8);
    expect(await order(20)).toEqual(slow);
    expect(await order(1000)).toEqual(slow);
  });

  it('draws delays around their average', async () => {
    const simulator = await boot({ latency: 1000 });
    let settled = false;
    sdk()
      .Agent.setStatus({ status: 'rest' })
      .then(() => (settled = true));
    await pass(749);
    expect(settled).toBe(false);
    await pass(502);
    expect(settled).toBe(true);
    expect(simulator.agent.status).toBe('rest');
  });
});

describe('the speed', () => {
  it.each([
    [1, 20_000],
    [50, 400],
  ])('%d makes a ring of 20 s last %d ms', async (speed, ms) => {
    const simulator = await boot({ speed });
    simulator.ring();
    await pass(ms - 1);
    expect(simulator.sessions[0]?.state).toBe('offered');
    await pass(2);
    expect(simulator.sessions[0]?.state).toBe('lost');
  });

  it('leaves the values in payloads as they are', async () => {
    const simulator = await boot({ speed: 50, readings: { sessionEnded: 'rich' } });
    simulator.ring();
    simulator.agentUi.answer();
    await pass(200);
    simulator.customer.hangUp();
    const [callIn, ended] = ['callIn', 'sessionEnded'].map((name) =>
      simulator.events.find((event) => event.name === name),
    );
    expect(callIn?.payload).toMatchObject({ timeout: 20 });
    expect(ended?.payload).toMatchObject({ duration: 10 });
  });
});
