/** What the browser says of the microphone. */
export type TCCCMicrophonePermission =
  | 'granted'
  | 'prompt'
  | 'denied'
  /** No microphone is connected. */
  | 'not-found'
  /** Another program has it. Known only after `refresh({ request: true })`. */
  | 'in-use'
  /** The page is not served by `https:`, or is a frame without `allow="microphone"`. */
  | 'insecure-context';

/** The microphones and speakers, as far as the browser names them. */
export interface TCCCDeviceList {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
  /** `null`: not known yet. */
  readonly permission: TCCCMicrophonePermission | null;
}

export const NO_DEVICES: TCCCDeviceList = { microphones: [], speakers: [], permission: null };

const REASONS: Readonly<Record<string, TCCCMicrophonePermission>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'not-found',
  NotReadableError: 'in-use',
};

/** The browser's permission, where it tells. */
export async function queryPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'microphone' });
  } catch {
    // A browser that does not know this name.
    return undefined;
  }
}

/**
 * Reads the devices. Never rejects.
 *
 * @param request Opens the microphone for a moment, so that the browser asks, and tells names.
 */
export async function readDevices(request: boolean): Promise<TCCCDeviceList> {
  // Missing in an insecure context, whatever its type says.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return { ...NO_DEVICES, permission: 'insecure-context' };
  let permission: TCCCMicrophonePermission | undefined;
  if (request) {
    try {
      const stream = await media.getUserMedia({ audio: true });
      stream.getTracks().forEach((track) => {
        track.stop();
      });
    } catch (error) {
      permission = REASONS[(error as DOMException).name] ?? 'denied';
    }
  }
  const devices = await media.enumerateDevices().catch((): MediaDeviceInfo[] => []);
  const microphones = devices.filter(({ kind }) => kind === 'audioinput');
  const named = microphones.some(({ label }) => label);
  permission ??= microphones[0]
    ? ((await queryPermission())?.state ?? (named ? 'granted' : 'prompt'))
    : 'not-found';
  return { microphones, speakers: devices.filter(({ kind }) => kind === 'audiooutput'), permission };
}
