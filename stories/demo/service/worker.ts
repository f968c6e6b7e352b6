import { setupWorker } from 'msw/browser';

import { handlers } from './handlers.js';
import { WORKER_URL } from './place.js';

/** Longer than any worker takes that is coming, in ms. */
const PATIENCE = 8000;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A worker that this page or another one has just started takes a moment to take the pages. */
async function takenOver(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return;
  await Promise.race([
    new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    }),
    later(1500),
  ]);
}

/**
 * msw says good-bye to the worker before the page unloads, and the worker removes itself with its last page.
 * The next page, or one of the frames of a docs page, may then start without a worker for good.
 */
function stayOnLeaving(): void {
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}

/**
 * Has the worker answer this page's requests. The browser stops a worker that has nothing to do, as below a
 * hidden page, and msw's then forgets which pages those are.
 */
export async function wakeBackend(): Promise<void> {
  const { serviceWorker } = navigator;
  const listening = new AbortController();
  const awake = new Promise<void>((resolve) => {
    const onMessage = ({ data }: MessageEvent<{ type?: string }>): void => {
      if (data.type === 'MOCKING_ENABLED') resolve();
    };
    serviceWorker.addEventListener('message', onMessage, { signal: listening.signal });
  });
  serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
  await Promise.race([awake, later(1500)]);
  listening.abort();
}

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('This page may not use service workers: serve it by https or from localhost.');
  }
  if (await navigator.serviceWorker.getRegistration(WORKER_URL)) await takenOver();
  stayOnLeaving();
  await setupWorker(...handlers).start({
    serviceWorker: { url: WORKER_URL },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  await takenOver();
  if (!navigator.serviceWorker.controller) {
    throw new Error('The service worker has not taken this page. Load the page again.');
  }
}

let started: Promise<string | undefined> | undefined;

/** Starts the stories' backend, once a page. Resolves with what is wrong, or with nothing. */
export function startBackend(): Promise<string | undefined> {
  started ??= Promise.race([
    start(),
    later(PATIENCE).then(() => {
      throw new Error(`The service worker did not start within ${PATIENCE} ms.`);
    }),
  ]).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return started;
}
