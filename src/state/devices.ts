/** What the browser says of the microphone. */
export type TCCCMicrophonePermission =
  | 'granted'
  | 'prompt'
  /** Refused by somebody, or by the page: a frame needs `allow="microphone"`. */
  | 'denied'
  /** No microphone is connected. */
  | 'not-found'
  /** Another program has it. Known only after `refresh({ request: true })`. */
  | 'in-use'
  /** The page is not served by `https:`. */
  | 'insecure-context';

/** The microphones and speakers, as far as the browser names them. */
export interface TCCCDeviceList {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
  /** `null`: not known yet. */
  readonly permission: TCCCMicrophonePermission | null;
}

export const NO_DEVICES: TCCCDeviceList = { microphones: [], speakers: [], permission: null };

/** The browser's permission, where it tells: one that does not know this name rejects. */
export const queryPermission = async (): Promise<PermissionStatus | undefined> =>
  (navigator.permissions as Permissions | undefined)?.query({ name: 'microphone' }).catch(() => undefined);

/**
 * Reads the devices. Never rejects.
 *
 * @param request Opens the microphone for a moment, so that the browser asks, and tells names.
 */
export async function readDevices(request: boolean): Promise<TCCCDeviceList> {
  // Missing in an insecure context, whatever its type says.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  let refused = '';
  if (request) {
    try {
      const stream = await media?.getUserMedia({ audio: true });
      stream?.getTracks().forEach((track) => {
        track.stop();
      });
    } catch (error) {
      refused = (error as DOMException).name;
    }
  }
  const devices = (await media?.enumerateDevices().catch((): MediaDeviceInfo[] => [])) ?? [];
  const microphones = devices.filter(({ kind }) => kind === 'audioinput');
  const { state } = (await queryPermission()) ?? {};
  const named = microphones.some(({ label }) => label);
  const permission = !media
    ? 'insecure-context'
    : /NotF/.test(refused) || !(refused || microphones[0] || state === 'denied')
      ? 'not-found'
      : /NotR|Abort/.test(refused)
        ? 'in-use'
        : // A prompt that was only dismissed comes again.
          refused && state !== 'prompt'
          ? 'denied'
          : (state ?? (named ? 'granted' : 'prompt'));
  return { microphones, speakers: devices.filter(({ kind }) => kind === 'audiooutput'), permission };
}
