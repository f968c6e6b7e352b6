import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useTCCCErrors } from '../../../src/index.js';
import { openDesk } from './desk.js';
import { probing, run, useBoth } from './probe.js';

// Alone in its file: the page has not connected before.
it('keeps not-ready before the first connect, also where an agent is signed in', async () => {
  const { element, now } = probing(() => ({ ...useBoth(), ...useTCCCErrors() }));
  const desk = openDesk(element, { autoConnect: false, agentKey: 'anna' });
  const error = await run(now().actions, 'accept');
  expect(error).toMatchObject({ code: 'not-ready' });
  expect(now().actions.accept.error).toBe(error);
  expect(now().errors).toEqual([error]);
  act(() => void desk.state().connect());
  await desk.until('ready');
  expect(now().errors).toEqual([error]);
});
