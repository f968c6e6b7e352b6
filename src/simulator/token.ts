import { hex, type Random } from './random.js';

/** Host of the simulator's script where no server serves it. Reserved (RFC 6761): it never resolves. */
export const SIMULATOR_HOST = 'simulator.tccc.invalid';
/** Address of the simulator's script where no server serves it: what `installSimulator` answers to. */
export const SIMULATOR_SDK_URL = 'https://simulator.tccc.invalid/sdk.js';

/** Options of `issueToken`. */
export interface IssueTokenOptions {
  /** How long the token is valid, in s. Default 600, as the vendor's. */
  ttl?: number | undefined;
  /** The token works for one login only. Default `true`. */
  onlyOnce?: boolean | undefined;
  /** Application id in the URL. Default `'1400000000'`. */
  sdkAppId?: string | number | undefined;
  /** Agent account in the URL. Default `'agent@example.com'`. */
  userId?: string | undefined;
  /** Address of the script, without credentials. Default `SIMULATOR_SDK_URL`. */
  sdkUrl?: string | undefined;
  /** Further query parameters, e.g. `{ login: 'expired' }` or `{ sim: JSON.stringify(options) }`. */
  query?: Readonly<Record<string, string>> | undefined;
  /** Source of the random part; the default is `Math.random`. */
  random?: Random | undefined;
}

/** What `issueToken` returns: the data of the Cloud API's `CreateSDKLoginToken`. */
export interface IssuedToken {
  /** 32 hexadecimal digits, like the vendor's. */
  token: string;
  /** Address of the script with the credentials in its query. */
  sdkUrl: string;
  /** Unix time in s. */
  expiredTime: number;
}

/** What a token of the simulator says of itself. */
export interface TokenFacts {
  /** ms since 1970; unique and increasing within one copy of this module. */
  issuedAt: number;
  /** ms since 1970. */
  expiresAt: number;
  onlyOnce: boolean;
}

const MAGIC = 'cc';
const MAX_TTL = 0xfffff;

/** FNV-1a, 32 bits, as 8 hexadecimal digits: tells our tokens from anybody else's. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

let last = 0;

/** The time in ms, never twice the same: under a frozen clock "issued before" must still have a meaning. */
export function issueTime(): number {
  const now = Date.now();
  // A clock that was set back (fake timers removed) starts a new row.
  last = now > last || now < last - 60_000 ? now : last + 1;
  return last;
}

/**
 * A token that the simulator's script can judge without a server: its expiry and whether it works only
 * once are in its digits. Needs no window, so it also runs in a service worker or on a server.
 *
 * @example
 * const { token, sdkUrl } = issueToken({ userId: 'anna@example.com', ttl: 60 });
 *
 * Stands for CreateSDKLoginToken (https://www.tencentcloud.com/document/product/1229/59799).
 */
export function issueToken(options: IssueTokenOptions = {}): IssuedToken {
  const { onlyOnce = true, sdkAppId = '1400000000', userId = 'agent@example.com', query = {} } = options;
  const ttl = Math.min(MAX_TTL, Math.max(0, Math.round(options.ttl ?? 600)));
  const issuedAt = issueTime();
  const body =
    MAGIC +
    issuedAt.toString(16).padStart(11, '0') +
    ttl.toString(16).padStart(5, '0') +
    (onlyOnce ? '1' : '0') +
    hex(options.random ?? Math.random, 5);
  const token = body + checksum(body);

  const base = options.sdkUrl ?? SIMULATOR_SDK_URL;
  const parameters = { sdkAppId: String(sdkAppId), token, userid: userId, ...query };
  const search = Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  const sdkUrl = `${base}${base.includes('?') ? '&' : '?'}${search}`;
  return { token, sdkUrl, expiredTime: Math.floor(issuedAt / 1000) + ttl };
}

/** What `token` says of itself; `undefined` for a token that `issueToken` did not make. */
export function readToken(token: string): TokenFacts | undefined {
  const body = token.slice(0, 24);
  if (!/^[0-9a-f]{32}$/.test(token) || !token.startsWith(MAGIC) || checksum(body) !== token.slice(24)) {
    return undefined;
  }
  const issuedAt = parseInt(token.slice(2, 13), 16);
  const ttl = parseInt(token.slice(13, 18), 16);
  return { issuedAt, expiresAt: issuedAt + ttl * 1000, onlyOnce: token[18] === '1' };
}
