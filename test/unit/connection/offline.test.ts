import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GOOD } from './endpoint.js';
import { closePages, load, openPage, settle, tags } from './page.js';

let onLine = true;
const broken = new TypeError('Failed to fetch');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => onLine);
  onLine = false;
});
afterEach(async () => {
  await closePages();
  vi.restoreAllMocks();
});

describe('a back-off without a network', () => {
  it('waits for online, and goes on at once then', async () => {
    const desk = await openPage([broken, GOOD]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.asked).toEqual([0]);
    onLine = true;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(desk.asked).toEqual([0, 20_000]);
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 2 });
  });

  it('waits 60 s in all, and tries all the same', async () => {
    const desk = await openPage([broken, GOOD]);
    await settle();
    await vi.advanceTimersByTimeAsync(500);
    expect(desk.state().retryAt).toBe(Date.now() + 59_500);
    await vi.advanceTimersByTimeAsync(59_500);
    expect(desk.asked).toEqual([0, 60_000]);
  });

  it('is no longer than usual where the network is back before its end', async () => {
    const desk = await openPage([broken, GOOD]);
    await vi.advanceTimersByTimeAsync(100);
    onLine = true;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(400);
    expect(desk.asked).toEqual([0, 500]);
  });

  it('is ended at once by one retry()', async () => {
    const desk = await openPage([broken, GOOD]);
    await vi.advanceTimersByTimeAsync(100);
    void desk.state().retry();
    await settle();
    expect(desk.asked).toEqual([0, 100]);
  });

  it('does not keep the first attempt from being made', async () => {
    const desk = await openPage([GOOD]);
    await settle();
    expect(desk.asked).toEqual([0]);
  });
});

describe('a page that is left', () => {
  const leave = (type: 'pagehide' | 'pageshow') =>
    window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));

  beforeEach(() => {
    onLine = true;
  });

  it('in mid-load has no error, and starts again from the first attempt when it is back', async () => {
    const desk = await openPage([broken, GOOD]);
    await vi.advanceTimersByTimeAsync(500);
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 2 });
    leave('pagehide');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tags()).toEqual([]);
    expect(desk.errors).toEqual([]);
    leave('pageshow');
    await settle();
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 1, lastError: null });
    (await load()).emit('ready');
    expect(desk.state().status).toBe('ready');
  });

  it('after ready keeps its SDK', async () => {
    const desk = await openPage([GOOD]);
    await settle();
    (await load()).emit('ready');
    await settle();
    leave('pagehide');
    leave('pageshow');
    await settle();
    expect(desk.state().status).toBe('ready');
    expect(tags()).toHaveLength(1);
  });
});
