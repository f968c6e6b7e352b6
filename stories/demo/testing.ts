import { expect, type within, waitFor } from 'storybook/test';

import type { TCCCStatus } from '../../src/index.js';
import { getSimulator, type Simulator } from '../../src/simulator/index.js';

type Canvas = ReturnType<typeof within>;

// Modules that Storybook serves one by one would else fill the list before the story's requests come.
performance.setResourceTimingBufferSize(5000);

/** Longer than any step of a story takes, in ms. */
const PATIENCE = { timeout: 10_000, interval: 20 };

/** Waits until the connection shows this status. */
export async function status(canvas: Canvas, wanted: TCCCStatus): Promise<void> {
  await waitFor(() => expect(canvas.getByTestId('status').dataset['status']).toBe(wanted), PATIENCE);
}

/** Waits until a check passes. */
export function eventually(check: () => unknown): Promise<void> {
  return waitFor(async () => {
    await check();
  }, PATIENCE);
}

/** The simulator of the story, once it is logged in. */
export async function ready(): Promise<Simulator> {
  await eventually(() => expect(getSimulator()?.phase).toBe('ready'));
  return getSimulator()!;
}
