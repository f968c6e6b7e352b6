import { tcccError } from '../sdk/errors.js';
import { PAGE_KEY } from '../sdk/redact.js';
import { strike } from './secrets.js';
import { shared, type Shared } from './record.js';
import { keep } from './told.js';
import { createView } from './view.js';

/** The page's record: the functions of the first copy of this package in it, for every copy and React root. */
export interface Page extends Shared {
  /** Grows when copies of this package can no longer share a connection. */
  protocol: number;
  redact: typeof strike;
  createView: typeof createView;
}

/**
 * The page's record, made when first asked for. On a server, one that nobody keeps.
 *
 * @throws `provider-conflict` where a copy of another protocol made it.
 */
export function getPage(): Page {
  const globals = globalThis as { [key: symbol]: Page | undefined; window?: unknown };
  const page = globals[PAGE_KEY] ?? Object.assign(shared, { protocol: 1, redact: strike, createView, keep });
  if (globals.window) globals[PAGE_KEY] ??= page;
  if (page.protocol === 1) return page;
  throw tcccError(
    'provider-conflict',
    `Another version of tccc-react holds this page's connection, and the two cannot share it. Run "npm ls tccc-react" and keep one.`,
    { reason: 'protocol' },
  );
}
