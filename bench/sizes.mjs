// What an application downloads, ours and peers', by the same esbuild settings: `node bench/sizes.mjs`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { installPeers, BENCH, requirePeer } from './lib/peers.mjs';

/** @typedef {{ name: string, min: number, gzip: number }} Size */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const REACT = ['react', 'react-dom', 'react/jsx-runtime'];
const core = (/** @type {string} */ names) =>
  `export ${names} from ${JSON.stringify(here('../dist/index.js'))};`;

/** @type {readonly { name: string, code: string, external?: string[] }[]} */
const ROWS = [
  {
    name: 'tccc-react `{ TCCCProvider, useTCCC, useTCCCEvent }`',
    code: core('{ TCCCProvider, useTCCC, useTCCCEvent }'),
  },
  { name: 'tccc-react, all of it: every hook', code: core('*') },
  {
    name: '`injectTCCC` by hand',
    code: `export { injectTCCC } from ${JSON.stringify(here('./page/inject-tccc.ts'))};`,
  },
  {
    name: '@stripe/react-stripe-js + stripe-js `{ Elements, useStripe, loadStripe }`',
    code: `export { Elements, useStripe } from '@stripe/react-stripe-js'; export { loadStripe } from '@stripe/stripe-js';`,
  },
  {
    name: '@daily-co/daily-react `{ DailyProvider, useDaily, useDailyEvent, useParticipantIds }` with jotai, SDK external',
    code: `export { DailyProvider, useDaily, useDailyEvent, useParticipantIds } from '@daily-co/daily-react';`,
    external: ['@daily-co/daily-js'],
  },
  {
    name: '@daily-co/daily-react, hooks of the same matters `{ DailyProvider, useDaily, useDailyError, useDailyEvent, useDevices, useMeetingState, useParticipantIds, useParticipantProperty }`',
    code: `export { DailyProvider, useDaily, useDailyError, useDailyEvent, useDevices, useMeetingState, useParticipantIds, useParticipantProperty } from '@daily-co/daily-react';`,
    external: ['@daily-co/daily-js'],
  },
  {
    name: '@livekit/components-react, hooks of the same matters `{ LiveKitRoom, useConnectionState, useMediaDeviceSelect, useParticipantInfo, useRemoteParticipant, useRemoteParticipants, useRoomContext, useTrackToggle }`, SDK external',
    code: `export { LiveKitRoom, useConnectionState, useMediaDeviceSelect, useParticipantInfo, useRemoteParticipant, useRemoteParticipants, useRoomContext, useTrackToggle } from '@livekit/components-react';`,
    external: ['livekit-client'],
  },
  {
    name: '@paypal/react-paypal-js v6 `{ PayPalProvider, usePayPal }`',
    code: `export { PayPalProvider, usePayPal } from '@paypal/react-paypal-js/sdk-v6';`,
  },
];

/** @returns {Promise<{ versions: Record<string, string>, rows: Size[] }>} */
export async function measureSizes() {
  installPeers();
  /** @type {typeof import('esbuild')} */
  const esbuild = requirePeer('esbuild');
  /** @type {Size[]} */
  const rows = [];
  for (const { name, code, external = [] } of ROWS) {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: code, resolveDir: BENCH, loader: 'js' },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2020',
      legalComments: 'none',
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      external: [...REACT, ...external],
    });
    const contents = outputFiles[0]?.contents ?? new Uint8Array();
    rows.push({ name, min: contents.length, gzip: gzipSync(contents, { level: 9 }).length });
  }
  const { dependencies } = JSON.parse(readFileSync(`${BENCH}package.json`, 'utf8'));
  return { versions: dependencies, rows };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table((await measureSizes()).rows);
}
