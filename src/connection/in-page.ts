import { tcccError } from '../sdk/errors.js';
import { createHub, type Hub } from '../sdk/hub.js';
import { isolate } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { options, report } from './callbacks.js';
import { shared } from './record.js';
import { isShown, keep } from './told.js';

/** What an attempt has put into the page, until it is taken out again. */
interface Footing {
  tag?: HTMLScriptElement;
  sdk?: TCCCSdk | undefined;
  /** Hears each event, after the handlers; `ready` instead of them. */
  hear?: ((name: string, payload: unknown) => void) | undefined;
}

const GLOBALS = ['tccc', 'TCCC'] as const;

export let footing: Footing = {};

/** Keeps the vendor's interface out of a headless page, but for what exists only there: text and picture. */
export function present(): void {
  if (!options().headless) return;
  // Where there is no SDK any more this fails, unheard.
  isolate(({ UI }: TCCCSdk) => {
    if (isShown()) {
      UI.show();
      UI.hidefloatButton?.();
      UI.showWorkbench?.();
    } else UI.hide();
  }, footing.sdk);
}

export const hub: Hub = createHub((name, payload) => {
  const shown = isShown();
  keep(name, payload);
  shared.tap?.(name, payload);
  // The handlers of `ready` get it after the status, and once a connection.
  if (name !== 'ready') hub.emit(name, payload);
  footing.hear?.(name, payload);
  // After what the SDK itself shows for it.
  if (name === 'callIn' || shown !== isShown()) void Promise.resolve().then(present);
}, report);

/** The SDK that a script left on `window`: `tccc`, or `TCCC` in the vendor's older prose. */
export const readGlobal = (): TCCCSdk | undefined =>
  GLOBALS.map((name) => (window as Partial<Record<typeof name, TCCCSdk>>)[name])
    // An element or a frame of that name shows on `window` too, and is none.
    .find((sdk) => sdk && 'on' in sdk);

/** Refuses to load a second SDK beside one that somebody else loaded. */
export function checkForeign(): void {
  if (!footing.tag && readGlobal()) {
    throw tcccError(
      'provider-conflict',
      'Somebody else has loaded window.tccc, and the SDK may be loaded once a page. Remove the other script tag or integration.',
      { reason: 'foreign-sdk' },
    );
  }
}

/** Takes all of it out of the page. */
export function clean(): void {
  const { tag, sdk } = footing;
  footing = {};
  shared.log = [];
  hub.detach();
  if (!tag) return;
  // A removed tag in flight would still run, unless an inert document owns it.
  new Document().adoptNode(tag);
  document.querySelector('t3c-sdk')?.remove();
  for (const name of GLOBALS) {
    // A global declared with `var` cannot be deleted.
    if (sdk && !Reflect.deleteProperty(window, name)) Reflect.set(window, name, undefined);
  }
}
