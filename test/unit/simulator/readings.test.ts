import { afterEach, describe, expect, it } from 'vitest';
import { SIMULATOR_READINGS, type SimulatorReadingName } from '../../../src/simulator/index.js';
import { boot, last, pass, sdk, shutDown } from './boot.js';
import { agentChecks } from './readings/agent.js';
import type { Checks } from './readings/checks.js';
import { eventsChecks } from './readings/events.js';
import { methodsChecks } from './readings/methods.js';

afterEach(shutDown);

const checks: Checks<SimulatorReadingName> = { ...methodsChecks, ...eventsChecks, ...agentChecks };
const cases = Object.entries(SIMULATOR_READINGS).flatMap(([name, choices]) =>
  choices.map((choice) => [name, choice] as const),
);

describe('the reading', () => {
  it.each(cases)('%s: %s', async (name, choice) => {
    const all: Record<string, Record<string, () => Promise<unknown>>> = checks;
    await all[name]![choice]!();
  });
});

describe('the profile api-22', () => {
  it('has the methods and replies of that year', async () => {
    const simulator = await boot({ profile: 'api-22' });
    expect(sdk().Agent).not.toHaveProperty('getStatus');
    expect(sdk().Call).not.toHaveProperty('end');
    expect(sdk().Call).not.toHaveProperty('kick');
    expect(Object.keys(sdk().UI)).toEqual(['hide', 'show']);
    expect(sdk().Admin.getSkillGroups()).toHaveLength(2);
    const sessionId = simulator.ring();
    expect(last(simulator, 'callIn')).not.toHaveProperty('type');
    simulator.agentUi.answer();
    expect(sdk().Call.muteMic({ sessionId })).toBeUndefined();
    await pass(100);
    expect(sdk().Call.isMicMuted({ sessionId })).toBe(true);
    simulator.customer.hangUp();
    expect(last(simulator, 'sessionEnded')).toMatchObject({ type: 'phone', duration: 0.1 });
  });

  it('gives way to a reading that is given', async () => {
    await boot({ profile: 'api-22', readings: { skillGroups: 'absent' } });
    expect(sdk()).not.toHaveProperty('Admin');
  });
});
