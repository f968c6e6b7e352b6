'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { isolate } from '../sdk/isolate.js';
import { NO_DEVICES, queryPermission, readDevices, type TCCCDeviceList } from '../state/devices.js';
import { useSdk } from './useSdk.js';

/** What `useDevices` returns. */
export interface TCCCDevicesState extends TCCCDeviceList {
  /** What the SDK says of this browser; `null` while it is not ready. */
  readonly isBrowserSupported: boolean | null;
  /**
   * Reads anew. With `request`, the microphone is opened for a moment, so that the browser asks for it. Stable.
   * Never rejects: what went wrong is the `permission`.
   */
  readonly refresh: (options?: { request?: boolean | undefined }) => Promise<TCCCDeviceList>;
}

/**
 * Microphones, speakers and the permission, as they come and go. Never opens the microphone by itself. The
 * SDK cannot be told a device: browser and system choose.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { permission, refresh } = useDevices();
 * if (permission === 'prompt') return <button onClick={() => refresh({ request: true })}>Allow</button>;
 *
 * Source: Web SDK API, "Devices" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useDevices(): TCCCDevicesState {
  const sdk = useSdk('useDevices');
  const [list, setList] = useState(NO_DEVICES);
  const mounted = useRef(false);

  const refresh = useCallback(async ({ request = false } = {}): Promise<TCCCDeviceList> => {
    const read = await readDevices(request);
    if (mounted.current) setList(read);
    return read;
  }, []);

  // Follow devices and permission while mounted.
  useEffect(() => {
    let here = (mounted.current = true);
    const follow = (): void => {
      void refresh();
    };
    follow();
    const media = navigator.mediaDevices as MediaDevices | undefined;
    media?.addEventListener('devicechange', follow);
    let status: PermissionStatus | undefined;
    void queryPermission().then((found) => {
      // A StrictMode effect that is gone must not listen.
      if (!here) return;
      status = found;
      status?.addEventListener('change', follow);
    });
    return () => {
      here = mounted.current = false;
      media?.removeEventListener('devicechange', follow);
      status?.removeEventListener('change', follow);
    };
  }, [refresh]);

  const isBrowserSupported = useMemo(() => {
    let supported: boolean | null = null;
    isolate(() => {
      if (sdk) supported = sdk.Devices.isBrowserSupported();
    });
    return supported;
  }, [sdk]);
  return useMemo(() => ({ ...list, isBrowserSupported, refresh }), [list, isBrowserSupported, refresh]);
}
