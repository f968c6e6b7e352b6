import { createClock, type SimulatorWindow } from './clock.js';
import { runAll } from './core.js';
import { createSimulator } from './create-simulator.js';
import type { SimulatorOptions } from './options.js';
import { getSimulator, setInstalled } from './page.js';
import type { Simulator } from './simulator.js';
import { SIMULATOR_HOST } from './token.js';

/** A simulator that answers to script tags. */
export interface InstalledSimulator extends Simulator {
  /** The same as `dispose`: removes everything, and appended tags are no longer answered. */
  uninstall(): void;
}

const installations = new WeakMap<Simulator, InstalledSimulator>();

function isOurs(node: Node): node is HTMLScriptElement {
  if (node.nodeName !== 'SCRIPT') return false;
  try {
    return new URL((node as HTMLScriptElement).src).host === SIMULATOR_HOST;
  } catch {
    return false;
  }
}

/** The script tags of ours among a node and its descendants. */
function ourTags(node: Node): HTMLScriptElement[] {
  const inner = node.nodeType === 1 ? [...(node as Element).querySelectorAll('script')] : [];
  return [node, ...inner].filter(isOurs);
}

/**
 * Puts a simulator in wait, for tests in jsdom where no script loads, and for pages that
 * cannot serve one. Nothing is set on `window`. When a `<script>` whose address begins with
 * `https://simulator.tccc.invalid/` is appended to the document, the simulator acts as if it had loaded:
 * sets `window.tccc` as the script would, then fires `load` on the tag. A tag that is removed before that
 * never runs. A second call configures the simulator that is there and returns it.
 *
 * @example
 * const simulator = installSimulator(window, { speed: 50 });
 * // … render, with a fetchToken that returns simulator.issueToken() …
 * afterEach(() => simulator.uninstall());
 */
export function installSimulator(
  window: SimulatorWindow,
  options: SimulatorOptions = {},
): InstalledSimulator {
  const present = getSimulator(window);
  const installed = present && installations.get(present);
  if (installed) {
    installed.configure(options);
    return installed;
  }
  const base = present ?? createSimulator(window, options);
  if (present) present.configure(options);
  const { document } = window;
  const clock = createClock(window, () => base.options.speed);
  const seen = new WeakSet<HTMLScriptElement>();

  const finish = (tag: HTMLScriptElement): void => {
    // Removed, or adopted by another document: a real browser would not run it either.
    if (!tag.isConnected || tag.ownerDocument !== document) return;
    const { script } = base.options;
    const fire = (type: 'load' | 'error'): void => void tag.dispatchEvent(new window.Event(type));
    if (script === 'error') fire('error');
    else {
      // A script that throws has loaded all the same.
      runAll(
        () => script === 'load' && base.load(tag),
        () => fire('load'),
      );
    }
  };
  const start = (tag: HTMLScriptElement): void => {
    if (seen.has(tag)) return;
    seen.add(tag);
    if (base.options.script !== 'hang') clock.after(base.options.loadDelay, () => finish(tag));
  };

  // A real browser asks for the address, in vain: that failure must not reach the page.
  const swallow = (event: Event): void => {
    const { target } = event;
    if (event.isTrusted && target instanceof window.Node && isOurs(target)) event.stopImmediatePropagation();
  };
  window.addEventListener('error', swallow, true);
  const observer = new window.MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) ourTags(node).forEach(start);
  });
  observer.observe(document, { childList: true, subtree: true });

  const dispose = base.dispose.bind(base);
  const simulator = Object.assign(base, {
    uninstall: () => simulator.dispose(),
    dispose() {
      observer.disconnect();
      window.removeEventListener('error', swallow, true);
      clock.clear();
      setInstalled(window, undefined);
      installations.delete(base);
      dispose();
    },
  });
  installations.set(base, simulator);
  setInstalled(window, simulator);
  return simulator;
}
