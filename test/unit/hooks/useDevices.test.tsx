import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useDevices, type TCCCDeviceList } from '../../../src/index.js';
import { outcome } from './clock.js';
import { macrotask, openDesk, quietly, thrownBy } from './desk.js';
import { fresh, openProbe, probing, soon } from './probe.js';

const device = (kind: MediaDeviceKind, label = ''): MediaDeviceInfo => ({
  kind,
  label,
  deviceId: label,
  groupId: '',
  toJSON: () => undefined,
});
const MIC = device('audioinput', 'Headset');
const SPEAKER = device('audiooutput', 'Headset speaker');
const CAMERA = device('videoinput', 'Camera');

/** The browser's media as jsdom has none: an event target with what the hook may call. */
class Media extends EventTarget {
  devices = [MIC, SPEAKER, CAMERA];
  tracks = [{ stop: vi.fn() }, { stop: vi.fn() }];
  listening = 0;
  enumerateDevices = vi.fn(() => Promise.resolve(this.devices));
  getUserMedia = vi.fn((_: object): Promise<unknown> => Promise.resolve({ getTracks: () => this.tracks }));
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listening += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listening -= 1;
    super.removeEventListener(...args);
  }
}

class Permission extends Media {
  state: PermissionState = 'granted';
}

let media: Media;
let permission: Permission;
let query = vi.fn();

const setBrowser = (parts: object): void =>
  Object.entries(parts).forEach(([name, value]: [string, unknown]) =>
    Object.defineProperty(navigator, name, { configurable: true, value }),
  );

beforeEach(() => {
  media = new Media();
  permission = new Permission();
  query = vi.fn(() => Promise.resolve(permission));
  setBrowser({ mediaDevices: media, permissions: { query } });
});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'mediaDevices');
  Reflect.deleteProperty(navigator, 'permissions');
});

/** A page whose devices have been read. */
async function open(more?: Parameters<typeof openProbe>[1]) {
  const page = await openProbe(useDevices, more);
  await soon(() => expect(page.now().permission).not.toBeNull());
  return page;
}

/** What `refresh({ request: true })` comes to where the microphone cannot be opened. */
async function requestFailing(name: string): Promise<TCCCDeviceList> {
  const { now } = await open();
  media.getUserMedia.mockRejectedValueOnce(new DOMException('', name));
  return (await outcome(now().refresh({ request: true }))) as TCCCDeviceList;
}

describe('the lists', () => {
  it('are empty, with no permission known, until they are read', async () => {
    const { results } = await open();
    expect(results[0]).toMatchObject({ microphones: [], speakers: [], permission: null });
  });

  it('hold microphones and speakers, and no cameras', async () => {
    const { now } = await open();
    expect(now()).toMatchObject({ microphones: [MIC], speakers: [SPEAKER], permission: 'granted' });
  });

  it('follow devicechange', async () => {
    const { now } = await open();
    const second = device('audioinput', 'Desk microphone');
    media.devices = [MIC, second];
    media.dispatchEvent(new Event('devicechange'));
    await soon(() => expect(now().microphones).toEqual([MIC, second]));
    expect(now().speakers).toEqual([]);
  });

  it('do not wait for the SDK', async () => {
    const { element, now } = probing(useDevices);
    openDesk(element, fresh({ autoConnect: false }));
    await soon(() => expect(now().microphones).toEqual([MIC]));
    expect(now().isBrowserSupported).toBeNull();
  });

  it('are empty where the browser does not tell', async () => {
    media.enumerateDevices.mockRejectedValue(new DOMException('', 'InvalidStateError'));
    const { now } = await open();
    expect(now()).toMatchObject({ microphones: [], speakers: [], permission: 'not-found' });
  });
});

describe('the permission', () => {
  it.each(['granted', 'prompt', 'denied'] as const)("is the browser's: %s", async (state) => {
    permission.state = state;
    const { now } = await open();
    expect(now().permission).toBe(state);
    expect(query).toHaveBeenCalledWith({ name: 'microphone' });
  });

  it('follows the browser, as when the agent changes it in the address bar', async () => {
    const { now } = await open();
    permission.state = 'denied';
    permission.dispatchEvent(new Event('change'));
    await soon(() => expect(now().permission).toBe('denied'));
  });

  it.each([
    ['granted', 'have names', MIC],
    ['prompt', 'have none', device('audioinput')],
  ])('is %s where the browser does not tell and microphones %s', async (wanted, _names, microphone) => {
    query.mockRejectedValue(new TypeError('microphone is no permission'));
    media.devices = [microphone];
    const { now } = await open();
    expect(now().permission).toBe(wanted);
  });

  it('is guessed as well where there is no permissions API at all', async () => {
    setBrowser({ permissions: undefined });
    const { now } = await open();
    expect(now().permission).toBe('granted');
  });

  it('is not-found where no microphone is connected', async () => {
    media.devices = [SPEAKER];
    const { now } = await open();
    expect(now()).toMatchObject({ microphones: [], speakers: [SPEAKER], permission: 'not-found' });
  });

  it('is insecure-context where the page has no media API, also when asked for', async () => {
    setBrowser({ mediaDevices: undefined });
    const { now } = await open();
    expect(now()).toMatchObject({ microphones: [], speakers: [], permission: 'insecure-context' });
    expect(await outcome(now().refresh({ request: true }))).toMatchObject({ permission: 'insecure-context' });
  });
});

describe('refresh', () => {
  it('never opens the microphone unless asked to', async () => {
    const { now } = await open();
    await act(() => now().refresh());
    await act(() => now().refresh({}));
    await act(() => now().refresh({ request: false }));
    media.dispatchEvent(new Event('devicechange'));
    await macrotask();
    expect(media.enumerateDevices.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(media.getUserMedia).not.toHaveBeenCalled();
  });

  it('with request opens it for a moment: every track is stopped', async () => {
    permission.state = 'prompt';
    const { now } = await open();
    permission.state = 'granted';
    const list = await outcome(now().refresh({ request: true }));
    expect(media.getUserMedia.mock.calls).toEqual([[{ audio: true }]]);
    expect(media.tracks.map(({ stop }) => stop.mock.calls.length)).toEqual([1, 1]);
    expect(list).toMatchObject({ microphones: [MIC], permission: 'granted' });
    expect(now()).toMatchObject(list as object);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'not-found'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
  ])('with request never rejects: %s is %s', async (name, wanted) => {
    expect(await requestFailing(name)).toMatchObject({ permission: wanted, microphones: [MIC] });
  });

  it('takes a prompt that was dismissed for no denial', async () => {
    permission.state = 'prompt';
    expect(await requestFailing('NotAllowedError')).toMatchObject({ permission: 'prompt' });
  });

  it('renders nothing where it finds nothing new', async () => {
    const { now, results } = await open();
    const [before, { length }] = [now(), results];
    await act(() => now().refresh());
    await act(() => now().refresh({ request: true }));
    expect(results).toHaveLength(length);
    expect(now()).toBe(before);
  });

  it('knows in-use only when it opens the microphone', async () => {
    const { now } = await open();
    media.getUserMedia.mockRejectedValueOnce(new DOMException('', 'NotReadableError'));
    await act(() => now().refresh({ request: true }));
    expect(now().permission).toBe('in-use');
    await act(() => now().refresh());
    expect(now().permission).toBe('granted');
  });

  it('is the same function all along', async () => {
    const { results } = await open();
    expect(new Set(results.map(({ refresh }) => refresh)).size).toBe(1);
  });
});

describe('isBrowserSupported', () => {
  it('is what the SDK says, once ready', async () => {
    const { element, results, now } = probing(useDevices);
    const desk = openDesk(element, fresh());
    const methods = () => desk.simulator.calls.map(({ method }) => method);
    await desk.until('ready');
    expect(results[0]?.isBrowserSupported).toBeNull();
    expect(now().isBrowserSupported).toBe(true);
    await act(() => desk.state().disconnect());
    expect(now().isBrowserSupported).toBeNull();
    expect(methods().filter((method) => method === 'Devices.isBrowserSupported')).toHaveLength(1);
  });

  it('is null where the SDK throws', async () => {
    const { element, now } = probing(useDevices);
    const desk = openDesk(element, fresh());
    desk.simulator.fail('Devices.isBrowserSupported');
    await desk.until('ready');
    expect(now().isBrowserSupported).toBeNull();
  });
});

it('returns the same object until something changed', async () => {
  const { desk, results } = await open();
  await macrotask();
  const { length } = results;
  for (let n = 0; n < 20; n++) desk.again();
  expect(results).toHaveLength(length);
});

function Show(): ReactElement {
  const { microphones, permission: state, isBrowserSupported } = useDevices();
  return <output>{`${microphones.length} ${state} ${isBrowserSupported}`}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useDevices' } });
  });
});

describe.each([true, false])('unmounted (StrictMode: %s)', (strict) => {
  it('listens to nothing any more', async () => {
    const { desk } = await open({ strict });
    await macrotask();
    expect([media.listening, permission.listening]).toEqual([1, 1]);
    desk.again(<p />);
    expect([media.listening, permission.listening]).toEqual([0, 0]);
  });

  it('mid-way, renders no more, and listens to nothing later', async () => {
    quietly();
    let answer!: (status: Permission) => void;
    query.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { desk, results } = await openProbe(useDevices, { strict });
    const { length } = results;
    desk.again(<p />);
    answer(permission);
    await macrotask();
    expect(results).toHaveLength(length);
    expect([media.listening, permission.listening]).toEqual([0, 0]);
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('knows nothing, and asks nothing', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>0 null null</output>');
    expect(media.enumerateDevices).not.toHaveBeenCalled();
    expect(query).not.toHaveBeenCalled();
  });
});
