import { setupWorker } from 'msw/browser';

import { handlers } from './handlers.js';
import { WORKER_URL } from './place.js';

/** Longer than any worker takes that is coming, in ms. */
const PATIENCE = 8000;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A worker that another page of this Storybook has just started takes a moment to take this page too. */
async function takenOver(): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.getRegistration(WORKER_URL);
  if (!registration || serviceWorker.controller) return;
  await Promise.race([
    new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    }),
    later(1500),
  ]);
}

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('This page may not use service workers: serve it by https or from localhost.');
  }
  await takenOver();
  await setupWorker(...handlers).start({
    serviceWorker: { url: WORKER_URL },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
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
