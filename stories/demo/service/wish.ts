import type { SimulatorOptions } from '../../../src/simulator/index.js';

/** How the token endpoint shall answer. A number is an HTTP status. */
export type TokenAnswer = 'network' | 'hang' | 'login-page' | 'not-json' | 'foreign-host' | number;

/** What a story asks of its backend, in a header of the token request. */
export interface Wish {
  /** Default: a token. */
  token?: TokenAnswer;
  /** For the `Retry-After` header, in s. */
  retryAfter?: number;
  /** Account that the token is for. */
  userId?: string;
  /** What becomes of the script's download. Default: it is served. */
  script?: 'fail' | 'hang';
  /** Options for the simulator, passed on in the query of the script's URL. */
  sim?: SimulatorOptions;
}

const HEADER = 'x-demo-wish';

/** The request header that carries a wish. */
export function wishHeaders(wish: Wish): Record<string, string> {
  // Headers take no Chinese.
  return { [HEADER]: encodeURIComponent(JSON.stringify(wish)) };
}

/** The wish that a request carries. */
export function readWish(request: Request): Wish {
  const header = request.headers.get(HEADER);
  return header ? (JSON.parse(decodeURIComponent(header)) as Wish) : {};
}
