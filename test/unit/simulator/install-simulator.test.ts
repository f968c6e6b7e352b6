import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createSimulator,
  getSimulator,
  installSimulator,
  SIMULATOR_SDK_URL,
} from '../../../src/simulator/index.js';
import { appendTag, boot, pass, sdk, shutDown, type Loose } from './boot.js';

afterEach(shutDown);

const page = () => window as Loose;

describe('installSimulator', () => {
  it('sets no global by itself', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    await pass(10_000);
    expect(Object.keys(page()).filter((key) => /tccc/i.test(key))).toEqual([]);
    expect(document.querySelector('t3c-sdk')).toBeNull();
    expect(simulator.phase).toBe('unloaded');
    expect(getSimulator(window)).toBe(simulator);
  });

  it('sets the global in the same task as, and before, the load event of an appended tag', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    const tag = document.createElement('script');
    let atLoad: unknown;
    tag.addEventListener('load', () => (atLoad = page().tccc));
    tag.src = simulator.issueToken().sdkUrl;
    document.body.append(tag);
    expect(page().tccc).toBeUndefined();
    await pass(50);
    expect(atLoad).toBeTypeOf('object');
    expect(atLoad).toBe(page().tccc);
    expect(page().__tcccSimulator).toBe(simulator);
    expect(document.querySelector('body > t3c-sdk#tcccSdkDomRoot')).not.toBeNull();
  });

  it('answers tags in the head and inside other elements', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    const holder = document.createElement('div');
    const inner = document.createElement('script');
    inner.src = simulator.issueToken().sdkUrl;
    holder.append(inner);
    document.head.append(holder);
    await pass(50);
    expect(simulator.loads).toBe(1);
    holder.remove();
  });

  it('leaves the tags of others alone', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    const { seen } = appendTag('https://example.com/sdk.js');
    await pass(1000);
    expect([simulator.loads, seen]).toEqual([0, []]);
  });

  it('never runs a tag that was removed before it loaded', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window, { loadDelay: 100 });
    const { tag, seen } = appendTag(simulator.issueToken().sdkUrl);
    await pass(50);
    tag.remove();
    await pass(1000);
    expect([simulator.loads, seen, page().tccc]).toEqual([0, [], undefined]);
  });

  it('never runs a tag that another document adopted', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window, { loadDelay: 100 });
    const { tag, seen } = appendTag(simulator.issueToken().sdkUrl);
    await pass(50);
    const other = document.implementation.createHTMLDocument('');
    other.body.append(other.adoptNode(tag));
    await pass(1000);
    expect([simulator.loads, seen]).toEqual([0, []]);
  });

  it.each([
    ['error', ['error'], 'undefined'],
    ['hang', [], 'undefined'],
    ['no-global', ['load'], 'undefined'],
    ['load', ['load'], 'object'],
  ] as const)('script: %s gives the events %j', async (script, events, type) => {
    vi.useFakeTimers();
    const simulator = installSimulator(window, { script });
    const { seen } = appendTag(simulator.issueToken().sdkUrl);
    await pass(60_000);
    expect([seen, typeof page().tccc]).toEqual([events, type]);
  });

  it('configures and returns the simulator that is there when called again', () => {
    const first = installSimulator(window, { speed: 2 });
    const second = installSimulator(window, { latency: 7 });
    expect(second).toBe(first);
    expect(second.options).toMatchObject({ speed: 2, latency: 7 });
  });

  it('removes timers, page element and globals on uninstall, and answers no further tag', async () => {
    const simulator = await boot();
    simulator.ring();
    const { sdkUrl } = simulator.issueToken();
    simulator.uninstall();
    expect(vi.getTimerCount()).toBe(0);
    expect(page().tccc).toBeUndefined();
    expect('__tcccSimulator' in window).toBe(false);
    expect(document.querySelector('t3c-sdk')).toBeNull();
    expect(getSimulator(window)).toBeUndefined();
    const { seen } = appendTag(sdkUrl);
    await pass(5000);
    expect([seen, page().tccc]).toEqual([[], undefined]);
  });

  it('refuses a reading that does not exist, and names those that do', () => {
    expect(() => installSimulator(window, { readings: { failure: 'maybe' as never } })).toThrow(
      /failure.*reject, resolve, reject-error, throw/,
    );
    expect(() => createSimulator(window, { speed: 0 })).toThrow(/speed/);
  });
});

describe('the script', () => {
  it('reads credentials from the query', async () => {
    const simulator = await boot();
    appendTag(''); // No address: not ours.
    expect(simulator.agent).toEqual({ status: 'free', userId: 'agent@example.com', sdkAppId: '1400000000' });
  });

  it('reads credentials from the dataset, and understands the string false', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    const { token } = simulator.issueToken();
    appendTag(SIMULATOR_SDK_URL, {
      token,
      sdkAppId: '1600001',
      userid: 'b@example.com',
      showWorkBenchAtFirstLogin: 'false',
    });
    await pass(1000);
    expect(simulator.phase).toBe('ready');
    expect(simulator.agent).toMatchObject({ userId: 'b@example.com', sdkAppId: '1600001' });
    expect(simulator.ui.workbench).toBe(false);
  });

  it('opens the workbench after login unless told otherwise', async () => {
    const simulator = await boot();
    expect(simulator.ui).toMatchObject({ visible: true, floatButton: true, workbench: true });
  });

  it.each([
    [
      'speed=3&seed=9&readyDelay=70&login=never&globalName=TCCC',
      { speed: 3, seed: 9, readyDelay: 70, login: 'never', globalName: 'TCCC' },
    ],
    [`sim=${encodeURIComponent('{"wrapUp":5,"readings":{"payloads":"nested"}}')}`, { wrapUp: 5 }],
  ])('takes options from its address: %s', async (query, expected) => {
    vi.useFakeTimers();
    const simulator = installSimulator(window);
    appendTag(`${simulator.issueToken().sdkUrl}&${query}`);
    await pass(50);
    expect(simulator.options).toMatchObject(expected);
    if (query.startsWith('sim')) expect(simulator.options.readings.payloads).toBe('nested');
  });

  it('fires ready after readyDelay, divided by the speed', async () => {
    vi.useFakeTimers();
    const simulator = installSimulator(window, { loadDelay: 0, readyDelay: 3000, speed: 10 });
    appendTag(simulator.issueToken().sdkUrl);
    await pass(290);
    expect(simulator.phase).toBe('loading');
    await pass(20);
    expect(simulator.phase).toBe('ready');
    expect(simulator.events.map(({ name }) => name)).toEqual(['ready', 'statusChanged']);
  });

  it('never fires ready nor tokenExpired with login: never', async () => {
    const simulator = await boot({ login: 'never' });
    await pass(600_000);
    expect([simulator.phase, simulator.events]).toEqual(['loading', []]);
  });

  it('keeps the control object, and gives a new SDK to a page that removed the first', async () => {
    const simulator = await boot();
    const first = sdk();
    Reflect.deleteProperty(window, 'tccc');
    expect(simulator.phase).toBe('unloaded');
    appendTag(simulator.issueToken().sdkUrl);
    await pass(1000);
    expect(page().__tcccSimulator).toBe(simulator);
    expect(sdk()).not.toBe(first);
    expect([simulator.phase, simulator.loads]).toEqual(['ready', 2]);
    expect(document.querySelectorAll('t3c-sdk')).toHaveLength(1);
  });

  it('gives a new SDK after an expired token, the global still there', async () => {
    const simulator = await boot({ login: 'expired' });
    const first = sdk();
    simulator.configure({ login: 'ready' });
    appendTag(simulator.issueToken().sdkUrl);
    await pass(1000);
    expect(sdk()).not.toBe(first);
    expect(simulator.phase).toBe('ready');
  });
});
