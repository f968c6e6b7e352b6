import { delay, http, HttpResponse, passthrough, type RequestHandler } from 'msw';

import { issueToken, type SimulatorOptions } from '../../../src/simulator/index.js';
import { LOGIN_PAGE, SDK_URL, TOKEN_ENDPOINT } from './place.js';
import { readWish, type Wish } from './wish.js';

/** About what a backend near by takes, in ms: long enough to be seen, short enough not to be waited for. */
const TOKEN_DELAY = 240;
const SCRIPT_DELAY = 160;

/**
 * Every simulator option that some story changes, said each time: the simulator keeps its options from one
 * script to the next, as its page stays the same.
 */
const DEFAULTS: SimulatorOptions = {
  speed: 1,
  seed: 1,
  login: 'ready',
  globalName: 'tccc',
  readyDelay: 450,
  customer: 'manual',
  ringTimeout: 20,
  wrapUp: 30,
};

function token({ token: answer, script, sim, userId = 'agent@example.com' }: Wish): HttpResponse<object> {
  const sdkAppId = '1400000000';
  const issued = issueToken({
    userId,
    sdkAppId,
    sdkUrl: answer === 'foreign-host' ? 'https://cdn.example.net/sdk.js' : SDK_URL,
    query: { sim: JSON.stringify({ ...DEFAULTS, ...sim }), ...(script && { demo: script }) },
  });
  return HttpResponse.json({ ...issued, sdkAppId, userId });
}

/** The stories' backend and CDN: what your own server and the vendor's do in production. */
export const handlers: RequestHandler[] = [
  http.post(TOKEN_ENDPOINT, async ({ request }) => {
    const wish = readWish(request);
    await delay(wish.token === 'hang' ? 'infinite' : TOKEN_DELAY);
    if (wish.token === 'network') return HttpResponse.error();
    if (wish.token === 'login-page') return HttpResponse.redirect(LOGIN_PAGE, 302);
    if (wish.token === 'not-json') return HttpResponse.html('<!doctype html><title>nginx</title>');
    if (typeof wish.token === 'number') {
      const headers = wish.retryAfter ? { 'retry-after': String(wish.retryAfter) } : {};
      return HttpResponse.json({ error: 'simulated' }, { status: wish.token, headers });
    }
    return token(wish);
  }),
  http.get(SDK_URL, async ({ request }) => {
    const fault = new URL(request.url).searchParams.get('demo');
    await delay(fault === 'hang' ? 'infinite' : SCRIPT_DELAY);
    return fault === 'fail' ? HttpResponse.error() : passthrough();
  }),
];
