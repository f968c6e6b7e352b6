'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { listen } from '../connection/wait.js';
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
  const seen = useRef('');

  const refresh = useCallback(async ({ request = false } = {}): Promise<TCCCDeviceList> => {
    const read = await readDevices(request);
    const text = JSON.stringify(read);
    // Nothing new is nothing to render.
    if (seen.current !== text) setList(read);
    seen.current = text;
    return read;
  }, []);

  // Follow devices and permission while mounted.
  useEffect(() => {
    let here = true;
    const follow = (): void => {
      void refresh();
    };
    follow();
    const media = navigator.mediaDevices as MediaDevices | undefined;
    const offs = media ? [listen(media, 'devicechange', follow)] : [];
    void queryPermission().then((status) => {
      // A StrictMode effect that is gone must not listen.
      if (here && status) offs.push(listen(status, 'change', follow));
    });
    return () => {
      here = false;
      offs.forEach((off) => {
        off();
      });
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
