import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TCCCProvider, type TCCCProviderProps } from '../../../src/index.js';
import { onSimulator, quietly, simulate, Status, thrownBy } from './desk.js';

const provider = (props: object): ReactNode => (
  <TCCCProvider {...(props as TCCCProviderProps)}>
    <Status />
  </TCCCProvider>
);

describe('unusable props throw config-invalid, naming the prop', () => {
  const fetchToken = (): never => expect.fail('asked');

  it.each<[what: string, props: object, prop: string]>([
    ['neither source', {}, 'tokenEndpoint'],
    ['an empty endpoint', { tokenEndpoint: '' }, 'tokenEndpoint'],
    ['both sources', { tokenEndpoint: '/t', fetchToken }, 'tokenEndpoint'],
    ['a time-out of 0', { tokenEndpoint: '/t', timeouts: { token: 0 } }, 'timeouts'],
    ['a negative time-out', { tokenEndpoint: '/t', timeouts: { script: -1 } }, 'timeouts'],
    ['NaN', { tokenEndpoint: '/t', timeouts: { login: NaN } }, 'timeouts'],
    ['Infinity', { tokenEndpoint: '/t', timeouts: { login: Infinity } }, 'timeouts'],
    ['more than a timer knows', { tokenEndpoint: '/t', timeouts: { login: 2 ** 31 } }, 'timeouts'],
  ])('%s', (_, props, prop) => {
    quietly();
    const error = thrownBy(() => render(provider(props)));
    expect(error).toMatchObject({ code: 'config-invalid', retryable: false, details: { prop } });
    expect(error.message).toMatch(/^<TCCCProvider>: /);
    expect(() => renderToString(provider(props))).toThrow(error.message);
  });

  it('but not what is written as undefined', async () => {
    const simulator = simulate();
    const timeouts = { token: undefined, script: undefined, login: undefined };
    render(provider({ ...onSimulator(simulator), tokenEndpoint: undefined, timeouts, retry: undefined }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('ready'));
  });
});
