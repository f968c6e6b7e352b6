import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { TCCCEventMap } from '../../../src/sdk/event-map.js';
import { EVENT_NAMES, type TCCCEventName } from '../../../src/sdk/event-names.js';
import { createHub, type Hub } from '../../../src/sdk/hub.js';
import type { TCCCSdk } from '../../../src/sdk/vendor.js';
import { fakeSdk, type FakeSdk } from './fake-sdk.js';

let hub: Hub;
let sdk: FakeSdk;
const report = vi.fn<(name: string, error: unknown) => void>();

beforeEach(() => {
  report.mockReset();
  hub = createHub((name, payload) => {
    hub.emit(name, payload);
  }, report);
  sdk = fakeSdk();
});

describe('EVENT_NAMES', () => {
  it('has every documented name once', () => {
    // Less what another test adds by augmentation.
    const all: Record<Exclude<TCCCEventName, 'networkQuality'>, true> = {
      ready: true,
      tokenExpired: true,
      callIn: true,
      userAccessed: true,
      autoTransfer: true,
      sessionEnded: true,
      sessionCompleted: true,
      callOuted: true,
      calloutAccepted: true,
      transfer: true,
      statusChanged: true,
    };
    expect([...EVENT_NAMES].sort()).toEqual(Object.keys(all).sort());
    expectTypeOf<TCCCEventName>().toEqualTypeOf<keyof TCCCEventMap>();
  });
});

describe('the hub on an SDK', () => {
  it('adds exactly one listener for each documented name, with no listener of ours yet', () => {
    hub.attach(sdk.sdk);
    expect(EVENT_NAMES.map((name) => sdk.count(name))).toEqual(EVENT_NAMES.map(() => 1));
    expect(sdk.on).toHaveBeenCalledTimes(EVENT_NAMES.length);
  });

  it('adds no second one, however many of ours come and go', () => {
    const offs = Array.from({ length: 50 }, () => hub.on('callIn', vi.fn()));
    hub.attach(sdk.sdk);
    offs.push(...Array.from({ length: 50 }, () => hub.on('callIn', vi.fn())));
    expect(sdk.count('callIn')).toBe(1);
    for (const off of offs) off();
    hub.on('callIn', vi.fn());
    expect(sdk.count('callIn')).toBe(1);
    expect(sdk.on).toHaveBeenCalledTimes(EVENT_NAMES.length);
    expect(sdk.off).not.toHaveBeenCalled();
  });

  it('hears each event once when the same SDK, without off, is attached again', () => {
    const { off: _, ...mute } = sdk.sdk;
    const heard = vi.fn();
    hub.on('callIn', heard);
    hub.attach(mute);
    hub.detach();
    hub.attach(mute);
    sdk.emit('callIn', { sessionId: '1' });
    expect(sdk.count('callIn')).toBe(2);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('listens to an undocumented name that was asked for before', () => {
    const listener = vi.fn();
    hub.on('networkQuality', listener);
    hub.attach(sdk.sdk);
    sdk.emit('networkQuality', { level: 3 });
    expect(listener.mock.calls).toEqual([[{ level: 3 }]]);
  });

  it('listens to an undocumented name that is asked for afterwards, once', () => {
    const listener = vi.fn();
    hub.attach(sdk.sdk);
    hub.on('networkQuality', listener);
    hub.on('networkQuality', vi.fn());
    expect(sdk.count('networkQuality')).toBe(1);
    sdk.emit('networkQuality', { level: 3 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('does not lose an undocumented name whose listeners have all gone once', () => {
    hub.attach(sdk.sdk);
    hub.on('networkQuality', vi.fn())();
    const listener = vi.fn();
    hub.on('networkQuality', listener);
    expect(sdk.count('networkQuality')).toBe(1);
    sdk.emit('networkQuality', 1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('hands over payloads flat, nested or not', () => {
    const listener = vi.fn();
    hub.on('callIn', listener);
    hub.attach(sdk.sdk);
    sdk.emit('callIn', { sessionId: 'a' });
    sdk.emit('callIn', { data: { sessionId: 'b' } });
    expect(listener.mock.calls).toEqual([[{ sessionId: 'a' }], [{ sessionId: 'b' }]]);
  });
});

describe('after detach, the hub', () => {
  it('has taken every listener off the SDK', () => {
    hub.on('networkQuality', vi.fn());
    hub.attach(sdk.sdk);
    hub.detach();
    expect([...EVENT_NAMES, 'networkQuality'].map((name) => sdk.count(name))).toEqual(
      Array.from({ length: EVENT_NAMES.length + 1 }, () => 0),
    );
  });

  it.each([
    ['has no off', undefined],
    ['has an off that does nothing', () => undefined],
    [
      'has an off that throws',
      () => {
        throw new Error('off');
      },
    ],
    ['has an off that rejects', () => Promise.reject(new Error('off'))],
  ])('is silent where the SDK %s', async (_, off) => {
    const leaky = fakeSdk();
    const listener = vi.fn();
    hub.on('callIn', listener);
    if (off) leaky.sdk.off = off;
    else Reflect.deleteProperty(leaky.sdk, 'off');
    hub.attach(leaky.sdk);
    expect(() => {
      hub.detach();
    }).not.toThrow();
    leaky.emit('callIn', { sessionId: 'late' });
    await Promise.resolve();
    expect(listener).not.toHaveBeenCalled();
    expect(report).not.toHaveBeenCalled();
  });

  it('hears the next SDK and not the last one', () => {
    const listener = vi.fn();
    hub.on('callIn', listener);
    const last = fakeSdk();
    Reflect.deleteProperty(last.sdk, 'off');
    hub.attach(last.sdk);
    hub.detach();
    hub.attach(sdk.sdk);
    last.emit('callIn', 'last');
    sdk.emit('callIn', 'next');
    expect(listener.mock.calls).toEqual([['next']]);
  });

  it('hears the same SDK once when it is attached again', () => {
    const listener = vi.fn();
    hub.on('callIn', listener);
    hub.attach(sdk.sdk);
    hub.detach();
    hub.attach(sdk.sdk);
    sdk.emit('callIn', 1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('may be detached again, and before any attach', () => {
    const none: TCCCSdk['off'] = sdk.sdk.off;
    hub.detach();
    hub.attach(sdk.sdk);
    hub.detach();
    hub.detach();
    expect(sdk.off).toHaveBeenCalledTimes(EVENT_NAMES.length);
    expect(sdk.sdk.off).toBe(none);
  });
});
