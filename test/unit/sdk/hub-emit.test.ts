import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHub, type Hub } from '../../../src/sdk/hub.js';
import { fakeSdk, type FakeSdk } from './fake-sdk.js';

let hub: Hub;
let sdk: FakeSdk;
let order: string[];
const report = vi.fn<(name: string, error: unknown) => void>();
const note = (text: string) => () => void order.push(text);

beforeEach(() => {
  report.mockReset();
  order = [];
  hub = createHub((name, payload) => {
    hub.emit(name, payload);
  }, report);
  sdk = fakeSdk();
  hub.attach(sdk.sdk);
});

describe('an emit', () => {
  it('calls the listeners in the order in which they came', () => {
    ['a', 'b', 'c'].forEach((name) => hub.on('callIn', note(name)));
    sdk.emit('callIn');
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('puts one that left and came again at the end', () => {
    const offA = hub.on('callIn', note('a'));
    hub.on('callIn', note('b'));
    offA();
    hub.on('callIn', note('a'));
    sdk.emit('callIn');
    expect(order).toEqual(['b', 'a']);
  });

  it('reaches the listeners of its name only', () => {
    hub.on('callIn', note('callIn'));
    hub.on('callOuted', note('callOuted'));
    sdk.emit('callOuted');
    expect(order).toEqual(['callOuted']);
  });

  it('of a name without listeners does nothing', () => {
    expect(() => {
      hub.emit('neverHeard', 1);
    }).not.toThrow();
  });

  it('does not call a listener that an earlier one removes', () => {
    hub.on('callIn', () => {
      order.push('a');
      offB();
    });
    const offB = hub.on('callIn', note('b'));
    hub.on('callIn', note('c'));
    sdk.emit('callIn');
    expect(order).toEqual(['a', 'c']);
  });

  it('goes on when a listener removes itself', () => {
    const off = hub.on('callIn', () => {
      order.push('once');
      off();
    });
    hub.on('callIn', note('b'));
    sdk.emit('callIn');
    sdk.emit('callIn');
    expect(order).toEqual(['once', 'b', 'b']);
  });

  it('does not call a listener that is added in it', () => {
    hub.on('callIn', () => {
      order.push('a');
      if (order.length === 1) hub.on('callIn', note('added'));
    });
    sdk.emit('callIn');
    expect(order).toEqual(['a']);
    sdk.emit('callIn');
    expect(order).toEqual(['a', 'a', 'added']);
  });

  it('may happen within an emit', () => {
    hub.on('callIn', () => {
      order.push('callIn');
      sdk.emit('statusChanged', { status: 'busy' });
    });
    hub.on('callIn', note('callIn 2'));
    hub.on('statusChanged', note('statusChanged'));
    sdk.emit('callIn');
    expect(order).toEqual(['callIn', 'statusChanged', 'callIn 2']);
  });

  it('reaches nobody any more for the SDK that a listener detached from', () => {
    hub.on('callIn', () => {
      order.push('a');
      hub.detach();
    });
    sdk.emit('callIn');
    sdk.emit('callIn');
    expect(order).toEqual(['a']);
  });
});

describe('what a listener throws', () => {
  const fault = new Error('fault of the app');

  it('is reported with the event’s name, and stops neither the others nor the SDK', () => {
    hub.on('callIn', note('a'));
    hub.on('callIn', () => {
      throw fault;
    });
    hub.on('callIn', note('c'));
    expect(() => {
      sdk.emit('callIn');
    }).not.toThrow();
    expect(order).toEqual(['a', 'c']);
    expect(report.mock.calls).toEqual([['callIn', fault]]);
  });

  it('is reported where its promise rejects', async () => {
    hub.on('callIn', () => Promise.reject(fault));
    hub.on('callIn', note('b'));
    sdk.emit('callIn');
    expect(order).toEqual(['b']);
    await vi.waitFor(() => {
      expect(report.mock.calls).toEqual([['callIn', fault]]);
    });
  });

  it('is reported where a thenable of its own rejects', () => {
    hub.on('callIn', () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(fault) }));
    sdk.emit('callIn');
    expect(report.mock.calls).toEqual([['callIn', fault]]);
  });

  it.each([undefined, null, 'text', 0])('is reported as it is: %s', (reason) => {
    hub.on('callIn', () => {
      throw reason;
    });
    sdk.emit('callIn');
    expect(report.mock.calls).toEqual([['callIn', reason]]);
  });

  it('is reported at every event anew, and the listener stays', () => {
    hub.on('callIn', () => {
      throw fault;
    });
    sdk.emit('callIn');
    sdk.emit('callIn');
    expect(report).toHaveBeenCalledTimes(2);
  });

  it('is nothing where it returns a value or a promise that resolves', async () => {
    hub.on('callIn', () => 'value');
    hub.on('callIn', () => Promise.resolve('value'));
    sdk.emit('callIn');
    await Promise.resolve();
    expect(report).not.toHaveBeenCalled();
  });
});

describe('a listener that comes late', () => {
  it('is handed what it missed, at once and alone', () => {
    const early = vi.fn();
    hub.on('ready', early);
    const late = vi.fn();
    hub.on('ready', late, { payload: 'missed' });
    expect(late.mock.calls).toEqual([['missed']]);
    expect(early).not.toHaveBeenCalled();
  });

  it.each([undefined, null, false] as const)('is not called where it missed nothing: %s', (late) => {
    const listener = vi.fn();
    hub.on('ready', listener, late);
    expect(listener).not.toHaveBeenCalled();
  });

  it('is reported where it throws, and listens all the same', () => {
    const fault = new Error('fault of the app');
    const listener = vi.fn(() => {
      throw fault;
    });
    hub.on('ready', listener, {});
    expect(report.mock.calls).toEqual([['ready', fault]]);
    sdk.emit('ready');
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
