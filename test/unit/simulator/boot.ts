import { expect, vi } from 'vitest';
import {
  getSimulator,
  installSimulator,
  type InstalledSimulator,
  type SimulatorEvent,
  type SimulatorOptions,
} from '../../../src/simulator/index.js';
import type { TCCCSdk } from '../../../src/sdk/vendor.js';

/** Anything at all: what the vendor's untyped global gives. */
export type Loose = ReturnType<typeof JSON.parse>;

/** The vendor's global, untyped replies included. */
export type Sdk = { [Name in keyof TCCCSdk]-?: Loose };

export const sdk = (): Sdk => (window as Loose).tccc ?? (window as Loose).TCCC;

/** Lets `ms` of (fake) time pass, promises included. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Appends a script tag; its events are told in `seen`. */
export function appendTag(src: string, dataset: Record<string, string> = {}) {
  const tag = document.createElement('script');
  const seen: string[] = [];
  tag.onload = () => seen.push('load');
  tag.onerror = () => seen.push('error');
  Object.assign(tag.dataset, dataset);
  tag.src = src;
  document.body.append(tag);
  return { tag, seen };
}

/** A simulator on fake timers, its script loaded and the agent logged in. */
export async function boot(options: SimulatorOptions = {}): Promise<InstalledSimulator> {
  vi.useFakeTimers();
  const simulator = installSimulator(window, options);
  appendTag(simulator.issueToken().sdkUrl);
  await pass(1000);
  return simulator;
}

/** Names of the events since `start`, statusChanged with its status. */
export function names(simulator: InstalledSimulator, start = 2): string[] {
  return simulator.events.slice(start).map(told);
}

function told({ name, payload }: SimulatorEvent): string {
  const { status, data } = (payload ?? {}) as { status?: string; data?: { status?: string } };
  return name === 'statusChanged' ? `status ${status ?? data?.status}` : name;
}

/** The payload of the newest event of a name. */
export function last(simulator: InstalledSimulator, name: string): Loose {
  return simulator.events.filter((event) => event.name === name).pop()?.payload;
}

/** What a promise has come to: its value, `{ rejected }`, or 'pending'. */
export async function outcome(promise: unknown, ms = 200): Promise<unknown> {
  let result: unknown = 'pending';
  Promise.resolve(promise).then(
    (value) => (result = value),
    (rejected: unknown) => (result = { rejected }),
  );
  await pass(ms);
  return result;
}

export const OK = { status: 'success' };
/** A refusal in the default reading: a rejection with a plain object. */
export const refusal = (text: string) => ({
  rejected: { status: 'error', errorMsg: expect.stringContaining(text) as unknown },
});

export function shutDown(): void {
  getSimulator()?.dispose();
  vi.useRealTimers();
  document.body.replaceChildren();
}
