import { describe, expect, it } from 'vitest';
import { callSdk, isTCCCError, type TCCCReturn } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { simulator } from './support/mount.js';

const data = { sessionId: 's1' };
const reply = (value: unknown) => (): TCCCReturn => value;

const good: [shape: string, reply: unknown, result: unknown][] = [
  ['{ status, data }', { status: 'success', data }, data],
  ['{ data }', { data }, data],
  ['bare data', data, data],
  ['{ status } alone', { status: 'success' }, { status: 'success' }],
  ['nothing', undefined, undefined],
  ['null', null, null],
  ['true', true, true],
  ['false', false, false],
  ['data that is false', { status: 'success', data: false }, false],
  ['data that is 0', { status: 'success', data: 0 }, 0],
  ['a string', 'free', 'free'],
  ['a list', [1, 2], [1, 2]],
];

describe.each(good)('a reply that is %s', (_shape, value, result) => {
  it.each([
    ['returned', value],
    ['promised', Promise.resolve(value)],
  ])('is read when it is %s', async (_how, given) => {
    expect(await callSdk(reply(given))).toEqual(result);
  });
});

const failed = { status: 'error', errorMsg: 'no seat' };
const bad: [shape: string, call: () => unknown][] = [
  ['resolves with status error', () => Promise.resolve(failed)],
  ['returns status error', () => failed],
  ['rejects with an object', () => Promise.reject(failed)],
  ['rejects with an object without a status', () => Promise.reject({ errorMsg: 'no seat' })],
  ['rejects with an Error', () => Promise.reject(new Error('no seat'))],
  ['rejects with a string', () => Promise.reject('no seat')],
  [
    'throws an Error',
    () => {
      throw new Error('no seat');
    },
  ],
  [
    'throws an object',
    () => {
      throw failed;
    },
  ],
];

it.each(bad)('rejects with sdk-call-failed and the reason when the method %s', async (_shape, call) => {
  const error: unknown = await callSdk(call).catch((cause: unknown) => cause);
  expect(isTCCCError(error)).toBe(true);
  expect(error).toMatchObject({
    code: 'sdk-call-failed',
    retryable: false,
    details: { errorMsg: 'no seat' },
  });
  expect((error as Error).message).toContain('no seat');
});

it.each([undefined, null, {}, 0])(
  'rejects with sdk-call-failed when the method rejects with %s',
  async (reason) => {
    await expect(callSdk(() => Promise.reject(reason as Error))).rejects.toMatchObject({
      code: 'sdk-call-failed',
    });
  },
);

it('keeps what the method failed with as its cause', async () => {
  const own = new Error('no seat');
  await expect(callSdk(() => Promise.reject(own))).rejects.toMatchObject({ cause: own });
});

it.each(['wrapped', 'flat'] as const)(
  'reads the session of a call when the SDK replies %s',
  async (shape) => {
    const desk = openDesk({ plan: [{ sim: { readings: { reply: shape } } }] });
    const { sdk } = await desk.until('ready');
    const call = await callSdk(() => sdk!.Call.startOutboundCall({ phoneNumber: '10086' }));
    expect(call.sessionId).toBe(simulator().sessions[0]?.sessionId);
  },
);

it.each(['reject', 'resolve', 'reject-error', 'throw'] as const)(
  'reads the reason when the SDK fails by %s',
  async (mode) => {
    const desk = openDesk();
    const { sdk } = await desk.until('ready');
    simulator().fail('Call.startOutboundCall', { errorMsg: 'no seat', mode });
    await expect(callSdk(() => sdk!.Call.startOutboundCall({ phoneNumber: '10086' }))).rejects.toMatchObject({
      code: 'sdk-call-failed',
      details: { errorMsg: 'no seat' },
    });
  },
);

it('is a call that changes nothing about the connection when it fails', async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  simulator().fail('Call.startOutboundCall');
  await callSdk(() => sdk!.Call.startOutboundCall({ phoneNumber: '10086' })).catch(() => undefined);
  expect(desk.state().status).toBe('ready');
  expect(desk.errors).toEqual([]);
});
