import { tcccError } from '../sdk/errors.js';
import { PAGE_KEY } from '../sdk/redact.js';
import { createRegistry, type Registry } from './registry.js';
import type { PolicyHolder } from './trusted-url.js';

/** Grows when copies of this package can no longer share a connection. */
const PROTOCOL = 1;

/** The page's record, for every React root and every copy of this package in it. */
export interface Page extends Registry, PolicyHolder {
  protocol: number;
}

/**
 * The page's record, made when first asked for. Only in a browser.
 *
 * @throws `provider-conflict` where a copy of another protocol made it.
 */
export function getPage(): Page {
  const holder = globalThis as { [key: symbol]: Page | undefined };
  let page = holder[PAGE_KEY];
  if (!page) {
    const policies: PolicyHolder = {};
    page = Object.assign(policies, { protocol: PROTOCOL }, createRegistry(policies));
    Object.defineProperty(holder, PAGE_KEY, { value: page, configurable: true });
  }
  if (page.protocol !== PROTOCOL) {
    throw tcccError(
      'provider-conflict',
      `Another version of tccc-react holds this page's connection, and the two cannot share it. Run "npm ls tccc-react" and keep one.`,
      { reason: 'protocol' },
    );
  }
  return page;
}
