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
  issued: IssueTime;
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

/** A moment: under a frozen clock, "issued before" must still have a meaning. */
export interface IssueTime {
  /** ms since 1970. */
  at: number;
  /** Order of the moments within one ms and one copy of this module. */
  order: number;
}

let latest: IssueTime = { at: 0, order: 0 };

/** Now; later than every earlier answer within the same ms. */
export function issueTime(): IssueTime {
  const at = Date.now();
  latest = { at, order: at === latest.at ? (latest.order + 1) % 0x1000 : 0 };
  return latest;
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
  const { at, order } = issueTime();
  const digits = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  const facts = digits(at, 11) + digits(ttl, 5) + (onlyOnce ? '1' : '0') + digits(order, 3);
  const body = MAGIC + facts + hex(options.random ?? Math.random, 2);
  const token = body + checksum(body);

  const base = options.sdkUrl ?? SIMULATOR_SDK_URL;
  const parameters = { sdkAppId: String(sdkAppId), token, userid: userId, ...query };
  const search = Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  const sdkUrl = `${base}${base.includes('?') ? '&' : '?'}${search}`;
  return { token, sdkUrl, expiredTime: Math.floor(at / 1000) + ttl };
}

/** What `token` says of itself; `undefined` for a token that `issueToken` did not make. */
export function readToken(token: string): TokenFacts | undefined {
  const body = token.slice(0, 24);
  if (!/^[0-9a-f]{32}$/.test(token) || !token.startsWith(MAGIC) || checksum(body) !== token.slice(24)) {
    return undefined;
  }
  const part = (from: number, to: number): number => parseInt(token.slice(from, to), 16);
  const at = part(2, 13);
  const issued = { at, order: part(19, 22) };
  return { issued, expiresAt: at + part(13, 18) * 1000, onlyOnce: token[18] === '1' };
}
