import { expect, it } from 'vitest';
import { TCCCProvider, type TCCCProviderProps } from '../../src/index.js';
import { backend } from './support/backend.js';
import { Boundary, mount, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const fetchToken = (): Promise<never> => new Promise(() => undefined);
const server = backend();
const tokenEndpoint = server.endpoint;

/** Renders a provider with these props and returns what its error boundary caught during the render. */
function caughtWith(props: object): unknown {
  const caught: unknown[] = [];
  mount(
    <Boundary onCatch={(error) => caught.push(error)}>
      <TCCCProvider {...(props as TCCCProviderProps)} />
    </Boundary>,
  );
  return caught[0];
}

it.each([
  ['neither tokenEndpoint nor fetchToken', {}, 'tokenEndpoint'],
  ['both tokenEndpoint and fetchToken', { tokenEndpoint, fetchToken }, 'fetchToken'],
  ['an empty tokenEndpoint', { tokenEndpoint: '' }, 'tokenEndpoint'],
  ['a token time-out of 0', { tokenEndpoint, timeouts: { token: 0 } }, 'timeouts'],
  ['a negative script time-out', { tokenEndpoint, timeouts: { script: -1 } }, 'timeouts'],
  ['a login time-out that is NaN', { tokenEndpoint, timeouts: { login: NaN } }, 'timeouts'],
  ['an endless time-out', { tokenEndpoint, timeouts: { login: Infinity } }, 'timeouts'],
  ['a time-out longer than timers know', { tokenEndpoint, timeouts: { login: 2 ** 31 } }, 'timeouts'],
  ['a time-out in words', { tokenEndpoint, timeouts: { token: '10s' } }, 'timeouts'],
])('throws config-invalid in render for %s', async (_what, props, named) => {
  const error = caughtWith(props);
  expect(error).toMatchObject({ code: 'config-invalid', retryable: false });
  expect((error as Error).message).toContain(named);
  expect((error as Error).message).toContain('TCCCProvider');
  await sleep(20);
  expect(remains()).toEqual([]);
  expect((await server.seen()).tokens).toHaveLength(0);
});

it.each([
  ['no time-outs', {}],
  ['some time-outs', { timeouts: { script: 1 } }],
  ['time-outs left undefined', { timeouts: { token: undefined } }],
  ['retry={false}', { retry: false }],
  ['one attempt', { retry: { attempts: 1, baseDelay: 0 } }],
])('accepts %s', async (_what, props) => {
  const caught = caughtWith({ tokenEndpoint, autoConnect: false, ...props });
  expect(caught).toBeUndefined();
});
