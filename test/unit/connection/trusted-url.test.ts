import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GOOD, SDK_URL } from './endpoint.js';
import { closePages, openPage, settle, tags } from './page.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await closePages();
  Reflect.deleteProperty(globalThis, 'trustedTypes');
});

describe('the URL of the tag', () => {
  it('goes through one Trusted Types policy, which knows this URL only', async () => {
    const rules: { createScriptURL: (url: string) => string }[] = [];
    const createPolicy = vi.fn((_name: string, rule: (typeof rules)[number]) => {
      rules.push(rule);
      return rule;
    });
    Object.assign(globalThis, { trustedTypes: { createPolicy } });
    const desk = await openPage([GOOD], { retry: false });
    await settle();
    expect(tags()[0]?.src).toBe(SDK_URL);
    tags()[0]?.dispatchEvent(new Event('error'));
    await settle();
    void desk.state().retry();
    await settle();
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['tccc-react']);
    expect(rules[0]?.createScriptURL('https://evil.example/')).toBe('');
  });

  it('is tried with the plain URL where the policy is refused', async () => {
    const createPolicy = (): never => {
      throw new TypeError('refused by CSP');
    };
    Object.assign(globalThis, { trustedTypes: { createPolicy } });
    await openPage([GOOD]);
    await settle();
    expect(tags()[0]?.src).toBe(SDK_URL);
  });
});
