import { expect, it } from 'vitest';
import { TCCCGate, useMaybeTCCC, useTCCC, useTCCCEvent, type TCCCState } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { Boundary, eventually, mount, sleep } from './support/mount.js';

const gate = (
  <TCCCGate loading="(loading)" error={({ code }, retry) => <button onClick={retry}>{code}</button>}>
    (inside)
  </TCCCGate>
);

it('shows loading while idle and while connecting, and its children when ready', async () => {
  const desk = openDesk({ plan: [{ hold: true }], props: { autoConnect: false }, children: gate });
  expect(desk.root.text()).toBe('idle(loading)');
  void desk.state().connect();
  await desk.until('fetching-token');
  expect(desk.root.text()).toBe('fetching-token(loading)');
  await desk.backend.release();
  await eventually(() => expect(desk.root.text()).toBe('ready(inside)'));
  await desk.state().disconnect();
  expect(desk.root.text()).toBe('idle(loading)');
});

it('shows nothing without `loading`', () => {
  const desk = openDesk({ props: { autoConnect: false }, children: <TCCCGate>(inside)</TCCCGate> });
  expect(desk.root.text()).toBe('idle');
});

it('shows the error, and its retry connects', async () => {
  const desk = openDesk({ plan: [{ status: 404 }, {}], children: gate });
  await desk.failure();
  expect(desk.root.text()).toBe('errortoken-http');
  desk.root.container.querySelector('button')?.click();
  await eventually(() => expect(desk.root.text()).toBe('ready(inside)'));
});

it('shows loading in a back-off', async () => {
  const desk = openDesk({ plan: [{ status: 500 }], props: { retry: { baseDelay: 4000 } }, children: gate });
  await eventually(() => expect(desk.state().retryAt).not.toBeNull());
  expect(desk.root.text()).toBe('fetching-token(loading)');
});

it('throws the error to the error boundary without `error`', async () => {
  const caught: unknown[] = [];
  const desk = openDesk({
    plan: [{ status: 404 }],
    children: (
      <Boundary onCatch={(error) => caught.push(error)}>
        <TCCCGate loading="(loading)">(inside)</TCCCGate>
      </Boundary>
    ),
  });
  const error = await desk.failure();
  expect(desk.root.text()).toBe('errorcaught token-http');
  expect(caught).toEqual([error]);
  expect(desk.caught).toEqual([]);
});

function Maybe({ onState }: { onState: (state: TCCCState | undefined) => void }): null {
  onState(useMaybeTCCC());
  return null;
}

it('gives undefined from useMaybeTCCC outside a provider', async () => {
  const seen: unknown[] = [];
  mount(<Maybe onState={(state) => seen.push(state)} />);
  await sleep(20);
  expect(new Set(seen)).toEqual(new Set([undefined]));
});

it('gives the state of useTCCC from useMaybeTCCC inside a provider', async () => {
  const seen: (TCCCState | undefined)[] = [];
  const desk = openDesk({ children: <Maybe onState={(state) => seen.push(state)} /> });
  await desk.until('ready');
  expect(seen.at(-1)).toBe(desk.state());
});

const callers = {
  useTCCC() {
    useTCCC();
    return null;
  },
  useTCCCEvent() {
    useTCCCEvent('callIn', () => undefined);
    return null;
  },
  TCCCGate: () => <TCCCGate />,
};

it.each(Object.entries(callers))(
  'throws provider-missing from %s outside a provider, naming the way out',
  (name, Caller) => {
    const caught: unknown[] = [];
    mount(
      <Boundary onCatch={(error) => caught.push(error)}>
        <Caller />
      </Boundary>,
    );
    expect(caught[0]).toMatchObject({ code: 'provider-missing', retryable: false });
    const { message } = caught[0] as Error;
    expect(message).toContain(name === 'TCCCGate' ? 'useTCCC' : name);
    expect(message).toContain('<TCCCProvider');
    expect(message).toMatch(/wrap/i);
  },
);
