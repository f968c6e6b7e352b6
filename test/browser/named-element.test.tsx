import { afterEach, expect, it } from 'vitest';
import { openDesk } from './support/desk.js';

// Browsers make an element a property of window, by its id or by the name of some.
const globals = window as { tccc?: unknown; TCCC?: unknown };
const added: Element[] = [];

function add<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), attributes);
  document.body.append(element);
  added.push(element);
  return element;
}

afterEach(() => {
  added.splice(0).forEach((element) => {
    element.remove();
  });
});

it('takes an element with the id tccc for no SDK: connects, disconnects, connects again', async () => {
  const element = add('div', { id: 'tccc' });
  expect(globals.tccc).toBe(element);
  const desk = openDesk();
  const { sdk, disconnect, connect } = await desk.until('ready');
  expect(globals.tccc).toBe(sdk);
  await disconnect();
  expect(globals.tccc).toBe(element);
  await connect();
  expect((await desk.until('ready')).sdk).toBe(globals.tccc);
  expect(desk.caught).toEqual([]);
});

it.each([
  ['an element with the id TCCC', () => [add('div', { id: 'tccc' }), add('div', { id: 'TCCC' })]],
  ['a form with the name tccc', () => add('form', { name: 'tccc' })],
  ['two elements with the id tccc', () => [add('div', { id: 'tccc' }), add('div', { id: 'tccc' })]],
  ['a frame with the name tccc', () => add('iframe', { name: 'tccc' })],
])('takes %s for no SDK', async (_what, put) => {
  put();
  expect(globals.tccc).toBeDefined();
  const desk = openDesk();
  expect((await desk.until('ready')).sdk).toBe(globals.tccc);
  expect(desk.caught).toEqual([]);
});

it('finds an SDK as window.TCCC beside an element with the id tccc', async () => {
  const element = add('div', { id: 'tccc' });
  const desk = openDesk({ plan: [{ sim: { globalName: 'TCCC' } }] });
  const { sdk } = await desk.until('ready');
  expect(sdk).toBe(globals.TCCC);
  expect(globals.tccc).toBe(element);
});

it('is sdk-missing, not an element, where the script leaves no SDK', async () => {
  add('div', { id: 'tccc' });
  const desk = openDesk({ plan: [{ script: { kind: 'empty' } }], props: { retry: false } });
  expect((await desk.failure()).code).toBe('sdk-missing');
});
