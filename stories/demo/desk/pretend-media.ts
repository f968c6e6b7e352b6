import type { TCCCMicrophonePermission } from '../../../src/index.js';

/** Whose devices a story shows: those of this browser, or of one that is in the state named. */
export type Media = 'real' | TCCCMicrophonePermission;

export const MEDIA: readonly Media[] = [
  'prompt',
  'granted',
  'denied',
  'not-found',
  'in-use',
  'insecure-context',
  'real',
];

const REFUSALS: Partial<Record<Media, string>> = {
  denied: 'NotAllowedError',
  'not-found': 'NotFoundError',
  'in-use': 'NotReadableError',
};

const names = new Map<MediaDeviceKind, readonly string[]>();
let media: Media = 'real';
let allowed = false;
const bus = new EventTarget();

function devices(kind: MediaDeviceKind): MediaDeviceInfo[] {
  const known = media === 'granted' || media === 'in-use' || allowed;
  return (names.get(kind) ?? []).map((name, index) => {
    const device = {
      kind,
      deviceId: known ? `${kind}-${index}` : '',
      groupId: '',
      label: known ? name : '',
    };
    return { ...device, toJSON: () => device };
  });
}

/** As `navigator.mediaDevices`, as far as the library looks at it. */
const pretended = Object.assign(bus, {
  enumerateDevices: () => Promise.resolve([...devices('audioinput'), ...devices('audiooutput')]),
  getUserMedia() {
    const refusal = REFUSALS[media];
    if (refusal) return Promise.reject(new DOMException('pretended', refusal));
    allowed = true;
    return Promise.resolve({ getTracks: () => [] });
  },
});

/** Gives the page its own devices back. */
export function restoreMedia(): void {
  media = 'real';
  Reflect.deleteProperty(navigator, 'mediaDevices');
  Reflect.deleteProperty(navigator.permissions, 'query');
}

/** Has the page's browser be in this state, which no test machine is in by itself. */
export function pretendMedia(next: Media): void {
  restoreMedia();
  media = next;
  allowed = false;
  if (media === 'real') return;
  names.set('audioinput', media === 'not-found' ? [] : ['MacBook Pro Microphone']);
  names.set('audiooutput', ['MacBook Pro Speakers']);
  const value = media === 'insecure-context' ? undefined : pretended;
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value });
  const state = (): string =>
    media === 'denied' ? media : media === 'prompt' && !allowed ? media : 'granted';
  navigator.permissions.query = () =>
    Promise.resolve(Object.assign(new EventTarget(), { state: state() }) as unknown as PermissionStatus);
}

/** The agent plugs a headset in, or pulls it out. */
export function plug(headset: boolean): void {
  for (const [kind, list] of names) {
    const others = list.filter((name) => name !== 'Jabra Evolve2 40');
    names.set(kind, headset ? [...others, 'Jabra Evolve2 40'] : others);
  }
  bus.dispatchEvent(new Event('devicechange'));
}
