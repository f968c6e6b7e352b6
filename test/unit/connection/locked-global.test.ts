import { afterEach, expect, it, vi } from 'vitest';
import { agentSdk, openPage, tags } from './page.js';

// A file of its own: what the page locks here stays locked in it.
afterEach(() => {
  vi.useRealTimers();
});

it('disconnects where the page has made the global neither deletable nor writable', async () => {
  vi.useFakeTimers();
  const desk = await openPage();
  await vi.advanceTimersByTimeAsync(0);
  const fake = agentSdk();
  Object.defineProperty(window, 'tccc', { value: fake.sdk });
  tags()[0]?.dispatchEvent(new Event('load'));
  fake.emit('ready');
  expect(desk.state().status).toBe('ready');
  await expect(desk.state().disconnect()).resolves.toBeUndefined();
  expect(desk.state().status).toBe('idle');
  expect(tags()).toEqual([]);
  expect(window).toHaveProperty('tccc', fake.sdk);
});
