import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { getSimulator, issueToken, SimulatorProvider } from '../../../src/simulator/index.js';

it('gives tokens where there is no window, e.g. on a server or in a service worker', () => {
  expect(typeof window).toBe('undefined');
  const { token, sdkUrl } = issueToken({ sdkUrl: 'https://desk.example.com/simulator/sdk.js', ttl: 5 });
  expect(sdkUrl).toBe(
    `https://desk.example.com/simulator/sdk.js?sdkAppId=1400000000&token=${token}&userid=agent%40example.com`,
  );
});

it('finds no simulator on a server', () => {
  expect(getSimulator()).toBeUndefined();
});

it('renders the provider on a server without touching anything', () => {
  const before = Object.getOwnPropertyNames(globalThis);
  expect(renderToString(<SimulatorProvider sdkUrl="/simulator/sdk.js">desk</SimulatorProvider>)).toContain(
    'desk',
  );
  expect(renderToString(<SimulatorProvider>desk</SimulatorProvider>)).toContain('desk');
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(before);
});
