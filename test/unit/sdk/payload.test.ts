import { describe, expect, it } from 'vitest';
import { flattenPayload } from '../../../src/sdk/payload.js';

const flat = { sessionId: 's-1', callerPhoneNumber: '008610086' };

describe('flattenPayload', () => {
  it.each([
    ['a payload nested under data', { data: flat }, flat],
    ['one nested beside other fields', { type: 'callIn', data: flat }, flat],
    ['a nested status', { data: { status: 'free' } }, { status: 'free' }],
    ['a nested message', { data: { message: 'token has expired' } }, { message: 'token has expired' }],
  ])('unwraps %s', (_, event, expected) => {
    expect(flattenPayload(event)).toEqual(expected);
  });

  it.each([
    ['a flat payload', flat],
    ['a flat status', { status: 'busy' }],
    ['a missing status', { status: undefined }],
    ['a flat payload with a field named data', { ...flat, data: { customer: 1 } }],
    ['data that is a text', { data: 'text' }],
    ['data that is null', { data: null }],
    ['an empty object', {}],
    ['a text', 'ready'],
    ['a number', 7],
    ['null', null],
    ['undefined', undefined],
  ])('leaves %s as it is', (_, event) => {
    expect(flattenPayload(event)).toBe(event);
  });

  it('unwraps one level only', () => {
    expect(flattenPayload({ data: { data: flat } })).toEqual({ data: flat });
  });

  it('hands over the nested object itself, not a copy', () => {
    const event = { data: flat };
    expect(flattenPayload(event)).toBe(flat);
  });
});
