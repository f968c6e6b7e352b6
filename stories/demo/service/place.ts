/** The folder this Storybook is served from: `./` in a static build, wherever that is put. */
export const place = new URL(import.meta.env.BASE_URL, document.baseURI);

/** Where the stories' backend answers. There is no server: a service worker does. */
export const TOKEN_ENDPOINT = new URL('tccc-token', place).pathname;

/** The simulator's classic script, a static file beside the Storybook. */
export const SDK_URL = new URL('simulator/sdk.js', place).href;

/** The service worker's own file, relative to the page so that any sub-path will do. */
export const WORKER_URL = new URL('demo-worker.js', place).pathname;

/** A page that is no token response: where an expired web session is sent. */
export const LOGIN_PAGE = new URL('login.html', place).href;
