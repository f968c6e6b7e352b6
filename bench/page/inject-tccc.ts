import type { TCCCSdk } from '../../src/index.js';

/** What an application has in hand: the untyped global of the vendor's script. */
export const globals = window as { tccc?: TCCCSdk };

/** As an application's backend answers. */
interface TokenResponse {
  token: string;
  sdkUrl: string;
  sdkAppId: string;
  userId: string;
}

/**
 * The hand-written way, after the vendor's samples: ask for a token, append the script, wait for `ready`.
 * No retry, no time-out, no check of the URL, and an error ends it.
 */
export async function injectTCCC(tokenEndpoint: string, onReady: (sdk: TCCCSdk) => void): Promise<void> {
  if (globals.tccc) {
    console.warn('The SDK is already there: initialise it once a page.');
    return;
  }
  const response = await fetch(tokenEndpoint, { method: 'POST' });
  const { token, sdkUrl, sdkAppId, userId } = (await response.json()) as TokenResponse;
  const script = document.createElement('script');
  script.setAttribute('crossorigin', 'anonymous');
  script.dataset['token'] = token;
  script.dataset['sdkAppId'] = sdkAppId;
  script.dataset['userid'] = userId;
  script.dataset['showWorkBenchAtFirstLogin'] = 'true';
  script.src = sdkUrl;
  script.addEventListener('load', () => {
    const sdk = globals.tccc;
    sdk?.on('ready', () => {
      onReady(sdk);
    });
  });
  document.body.appendChild(script);
}

/** Its undoing, as applications write it: offline, wait for it, remove tag, root element and global. */
export async function removeTCCC(): Promise<void> {
  const sdk = globals.tccc;
  await new Promise<void>((resolve) => {
    const onStatus = ({ status }: { status?: string }): void => {
      if (status !== 'offline') return;
      sdk?.off?.('statusChanged', onStatus);
      resolve();
    };
    sdk?.on('statusChanged', onStatus);
    sdk?.Agent.offline();
  });
  document.querySelectorAll('script[data-token], t3c-sdk').forEach((element) => {
    element.remove();
  });
  delete globals.tccc;
}

/** Opens the connection early, as `preconnect` of the provider does. */
export function preconnectByHand(): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.crossOrigin = 'anonymous';
  link.href = 'https://tccc.qcloud.com';
  document.head.appendChild(link);
}
