import type { StoryObj } from '@storybook/react-vite';
import { expect, type within, userEvent, waitFor } from 'storybook/test';

import type { TCCCStatus } from '../../src/index.js';
import { getSimulator, type Simulator } from '../../src/simulator/index.js';
import { type Messages, messagesOf, toLocale } from './messages/index.js';

type Canvas = ReturnType<typeof within>;

/** What a play function is called with. */
export type Context = Parameters<NonNullable<StoryObj['play']>>[0];

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

/** Waits until the first element of a selector has this value in its dataset. */
export function data(selector: string, name: string, wanted: string | undefined): Promise<void> {
  return eventually(() => expect(document.querySelector<HTMLElement>(selector)?.dataset[name]).toBe(wanted));
}

/** The words of the toolbar's language. */
export function words({ globals }: Pick<Context, 'globals'>): Messages {
  return messagesOf(toLocale(globals['locale']));
}

/** Presses the button of this name. */
export function press({ canvas }: { canvas: Canvas }, name: string): Promise<void> {
  return userEvent.click(canvas.getByRole('button', { name }));
}

/** The simulator of the story, once it is logged in. */
export async function ready(): Promise<Simulator> {
  await eventually(() => expect(getSimulator()?.phase).toBe('ready'));
  return getSimulator()!;
}
