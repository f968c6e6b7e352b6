import { afterEach, expect, it, vi } from 'vitest';
import { installSimulator } from '../../../src/simulator/index.js';

afterEach(() => vi.useRealTimers());

it('smoke', async () => {
  vi.useFakeTimers();
  const sim = installSimulator(window, {});
  const tag = document.createElement('script');
  tag.src = sim.issueToken().sdkUrl;
  const names: string[] = [];
  tag.onload = () => {
    names.push('load');
    (window as any).tccc.on('ready', () => names.push('ready'));
  };
  expect((window as any).tccc).toBeUndefined();
  document.body.append(tag);
  await vi.advanceTimersByTimeAsync(1000);
  console.log(names, sim.phase, sim.agent);
  const id = sim.ring();
  const p = (window as any).tccc.Call.accept({ sessionId: id });
  await vi.advanceTimersByTimeAsync(1000);
  console.log(await p, sim.sessions, sim.agent);
  sim.customer.hangUp();
  await vi.advanceTimersByTimeAsync(40000);
  const o = (window as any).tccc.Call.startOutboundCall({ phoneNumber: '10086' });
  await vi.advanceTimersByTimeAsync(10000);
  console.log(await o, JSON.stringify(sim.events, null, 1));
  sim.uninstall();
  expect((window as any).tccc).toBeUndefined();
});
