// Watches what the library leaves in the page: listeners, timers, console output, unhandled rejections.
import { vi } from 'vitest';

interface Held {
  what: string;
  target?: EventTarget;
  listener?: unknown;
}

const listeners = new Set<Held>();
const timers = new Map<unknown, Held>();
const rejections: unknown[] = [];
const consoleErrors: unknown[][] = [];

Error.stackTraceLimit = 30;

/** Whether the caller is the library, not the simulator, a test, React or the runner. */
function isOurs(): boolean {
  const caller = (new Error().stack ?? '').split('\n')[3] ?? '';
  return /\/src\/(?!simulator\/)/.test(caller);
}

function watchListeners(target: EventTarget, label: string): void {
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  const forget = (type: string, listener: unknown): void => {
    for (const held of listeners) {
      if (held.target === target && held.what === `${label}:${type}` && held.listener === listener) {
        listeners.delete(held);
        return;
      }
    }
  };
  target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    if (isOurs()) {
      forget(type, listener);
      listeners.add({ what: `${label}:${type}`, target, listener });
      const { once, signal } = typeof options === 'object' ? options : {};
      if (once) add(type, () => forget(type, listener), { once });
      signal?.addEventListener('abort', () => forget(type, listener));
    }
    add(type, listener, options);
  };
  target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
    forget(type, listener);
    remove(type, listener, options);
  };
}

function watchTimers(): void {
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  window.setTimeout = ((handler: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const ours = isOurs();
    const id = set(() => {
      timers.delete(id);
      handler(...args);
    }, ms);
    if (ours) timers.set(id, { what: `timer of ${ms ?? 0} ms` });
    return id;
  }) as never;
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear(id);
  };
}

watchListeners(window, 'window');
watchListeners(document, 'document');
watchTimers();
window.addEventListener('unhandledrejection', (event) => {
  rejections.push(event.reason);
});
(['error', 'warn'] as const).forEach((level) => {
  vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
    consoleErrors.push(args);
  });
});

/** What the library has in the page now: script tags, the SDK's root and globals, listeners and timers. */
export function remains(): string[] {
  const globals = window as { tccc?: unknown; TCCC?: unknown };
  return [
    ...[...document.querySelectorAll('script[src*="tccc-sdk.js"]')].map(() => 'script tag'),
    ...[...document.querySelectorAll('t3c-sdk')].map(() => 't3c-sdk root'),
    ...(globals.tccc === undefined ? [] : ['window.tccc']),
    ...(globals.TCCC === undefined ? [] : ['window.TCCC']),
    ...[...listeners].map(({ what }) => what),
    ...[...timers.values()].map(({ what }) => what),
  ];
}

/** Starts anew, so that one leak fails one test. */
export function forgetRemains(): void {
  listeners.clear();
  timers.clear();
}

/** Console errors and warnings since the last call, each as one text with its stacks. */
export function takeConsoleErrors(): string[] {
  return consoleErrors
    .splice(0)
    .map((args) => args.map((arg) => (arg instanceof Error ? `${arg.stack}` : String(arg))).join(' '));
}

/** Unhandled rejections since the last call. */
export function takeRejections(): unknown[] {
  return rejections.splice(0);
}
