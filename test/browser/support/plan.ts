// What tests and the test server tell each other. Types only: it is read in Node and in the page.
import type { SimulatorOptions } from '../../../src/simulator/index.js';

/** How the server answers one request for the SDK script. */
export interface ScriptStep {
  /** Default 200. */
  status?: number;
  /** Wait for `release` before answering. */
  hold?: boolean;
  /** End the connection without an answer in HTTP. */
  drop?: boolean;
  /**
   * `simulator` (default); `empty` = runs and sets no global; `var` = the global is declared with `var`;
   * `recorded` = its listeners are kept in a list; `leaky` = that, and no `off`; `throws-off` = `off` throws.
   */
  kind?: 'simulator' | 'empty' | 'var' | 'recorded' | 'leaky' | 'throws-off';
}

/** How the server answers one request for a token. */
export interface TokenStep {
  /** Default 200. */
  status?: number;
  /** The `Retry-After` header: as it is, or `date+N` for an HTTP date N s from now. */
  retryAfter?: string;
  /** Wait for `release` before answering. */
  hold?: boolean;
  /** Send the headers, and wait for `release` before the end of the body. */
  holdBody?: boolean;
  /** End the connection without an answer in HTTP. */
  drop?: boolean;
  /** Sent as it is instead of a token response. `%TOKEN%` and `%URL%` are replaced. */
  body?: string;
  /** Default JSON. */
  contentType?: string;
  /** Answer with a redirect: to a log-in page, or to an endpoint that does answer with a token. */
  redirect?: 'login' | 'json';
  /** Shape of the token response. Default `ours`. */
  shape?: 'ours' | 'cloud' | 'url-only';
  /** Address of the script, with `%QUERY%` for the query that carries the token. Default: this server's. */
  sdkUrl?: string;
  script?: ScriptStep;
  sim?: SimulatorOptions;
}

/** One answer a request, in order; the last one answers all later ones too. */
export type Plan = readonly TokenStep[];

/** A request as the server saw it. */
export interface SeenRequest {
  method: string;
  headers: Record<string, string | undefined>;
  body: string;
  /** ms since the epoch. */
  at: number;
  /** Whether an answer went out whole, or the browser hung up before. */
  outcome: 'open' | 'answered' | 'closed';
}

/** All that the server saw of one test. */
export interface Seen {
  tokens: SeenRequest[];
  scripts: SeenRequest[];
  /** What must never show, in the order in which it was given out. */
  secrets: { token: string; sdkUrl: string }[];
}
