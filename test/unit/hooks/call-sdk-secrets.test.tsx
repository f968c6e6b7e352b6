import { beforeEach, expect, it } from 'vitest';
import { callSdk, type TCCCError } from '../../../src/index.js';
import { openDesk } from './desk.js';

let token: string;
let sdkUrl: string;

beforeEach(async () => {
  await openDesk().until('ready');
  sdkUrl = document.querySelector('script')!.src;
  token = new URL(sdkUrl).searchParams.get('token')!;
});

/** What `callSdk` rejects with where the SDK's method rejects with `reason`. */
const refusal = (reason: unknown): Promise<TCCCError> =>
  callSdk(() => Promise.reject(reason)).then(
    () => expect.fail('it resolved'),
    (error: unknown) => error as TCCCError,
  );

const clean = (message = 'no seat', options?: ErrorOptions): Error =>
  Object.assign(new Error(message, options), { stack: `Error: ${message}\n    at end (sdk.js:1:1)` });

it.each<[where: string, reason: (secret: string) => unknown]>([
  ['the message of an Error', (secret) => clean(secret)],
  ['the stack of an Error', (secret) => Object.assign(clean(), { stack: `at end (${secret}:1:1)` })],
  ['an own property of an Error', (secret) => Object.assign(clean(), { url: secret })],
  [
    'an object that an Error has as its own property',
    (secret) => Object.assign(clean(), { config: { url: secret } }),
  ],
  ['the cause of an Error', (secret) => clean('no seat', { cause: clean(secret) })],
  ['the stack of that', (secret) => clean('no seat', { cause: Object.assign(clean(), { stack: secret }) })],
  ['a cause that is a text', (secret) => clean('no seat', { cause: secret })],
  ['the cause of a cause', (secret) => clean('no seat', { cause: clean('no', { cause: clean(secret) }) })],
  [
    'the stack of an Error with a toJSON of its own',
    (secret) =>
      Object.assign(clean(), { stack: `at end (${secret})`, toJSON: () => ({ message: 'no seat' }) }),
  ],
  ['an error of several', (secret) => new AggregateError([clean(secret)], 'no seat')],
  ['a plain reply', (secret) => ({ status: 'error', errorMsg: `no: ${secret}` })],
  ['an Error within a plain reply', (secret) => ({ status: 'error', error: clean(secret) })],
  [
    'the cause of an Error within a plain reply',
    (secret) => ({ status: 'error', errors: [clean('no seat', { cause: clean(secret) })] }),
  ],
])('keeps no cause that has the token or the URL in %s', async (_where, reason) => {
  for (const secret of [token, sdkUrl, encodeURIComponent(sdkUrl)]) {
    expect((await refusal(reason(secret))).cause).toBeUndefined();
  }
});

it.each<[what: string, reason: () => unknown]>([
  ['a plain reply', () => ({ status: 'error', errorMsg: 'no seat' })],
  ['a plain reply that holds an Error', () => ({ status: 'error', error: clean() })],
  ['an Error', () => clean()],
  [
    'an Error with a cause and properties',
    () =>
      Object.assign(clean('no seat', { cause: clean('line busy') }), { code: 7, config: { url: '/end' } }),
  ],
  ['a text', () => 'no seat'],
])('keeps %s without them as the cause, untouched', async (_what, reason) => {
  const given = reason();
  expect((await refusal(given)).cause).toBe(given);
});
