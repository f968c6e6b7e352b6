import { expect } from 'vitest';
import type { SimulatorReadings } from '../../../../src/simulator/index.js';
import { appendTag, boot, last, names, OK, outcome, pass, sdk } from '../boot.js';
import type { Checks } from './checks.js';

const bootWith = (readings: Partial<SimulatorReadings>) => boot({ readings });
const dial = () => sdk().Call.startOutboundCall({ phoneNumber: '10086' });

/** What each choice does, of the readings about login and agent status. */
export const agentChecks: Checks<
  | 'globalName'
  | 'tokenExpired'
  | 'secondInit'
  | 'showWorkBench'
  | 'offlineStatus'
  | 'arrangeName'
  | 'bootStatus'
  | 'statusChangedAtBoot'
  | 'onlineStatus'
  | 'wrapUpAfterOutbound'
  | 'dialInArrange'
  | 'imStatus'
> = {
  globalName: {
    tccc: async () => {
      await boot();
      expect(['tccc' in window, 'TCCC' in window]).toEqual([true, false]);
    },
    TCCC: async () => {
      await bootWith({ globalName: 'TCCC' });
      expect(['tccc' in window, 'TCCC' in window]).toEqual([false, true]);
    },
  },
  tokenExpired: {
    sent: async () => {
      const simulator = await boot({ login: 'expired' });
      expect(names(simulator, 0)).toEqual(['tokenExpired']);
    },
    'not-sent': async () => {
      const simulator = await boot({ login: 'expired', readings: { tokenExpired: 'not-sent' } });
      await pass(60_000);
      expect([simulator.phase, names(simulator, 0)]).toEqual(['expired', []]);
    },
  },
  secondInit: {
    ignored: async () => {
      const simulator = await boot();
      const first = sdk();
      const { seen } = appendTag(simulator.issueToken({ userId: 'b@example.com' }).sdkUrl);
      await pass(1000);
      expect(seen).toEqual(['load']);
      expect(sdk()).toBe(first);
      expect(simulator.agent.userId).toBe('agent@example.com');
      expect(names(simulator)).toEqual([]);
    },
    'switch-account': async () => {
      const simulator = await bootWith({ secondInit: 'switch-account' });
      const first = sdk();
      appendTag(simulator.issueToken({ userId: 'b@example.com' }).sdkUrl);
      await pass(1000);
      expect(sdk()).not.toBe(first);
      expect(simulator.agent.userId).toBe('b@example.com');
      expect(names(simulator)).toEqual(['ready', 'status free']);
    },
  },
  showWorkBench: {
    honoured: async () => expect(await workbenchAfter({})).toBe(false),
    ignored: async () => expect(await workbenchAfter({ showWorkBench: 'ignored' })).toBe(true),
  },
  offlineStatus: {
    offline: async () => {
      const simulator = await boot();
      simulator.forceOffline();
      expect([last(simulator, 'statusChanged'), sdk().Agent.getStatus()]).toEqual([
        { status: 'offline' },
        'offline',
      ]);
    },
    absent: async () => {
      const simulator = await bootWith({ offlineStatus: 'absent' });
      simulator.forceOffline();
      expect([last(simulator, 'statusChanged'), sdk().Agent.getStatus()]).toEqual([{}, undefined]);
    },
  },
  arrangeName: {
    arrange: async () => expect(await arrangeAs({})).toEqual(['arrange', 'arrange']),
    afterCallWork: async () =>
      expect(await arrangeAs({ arrangeName: 'afterCallWork' })).toEqual(['afterCallWork', 'afterCallWork']),
  },
  bootStatus: {
    free: async () => expect((await boot()).agent.status).toBe('free'),
    offline: async () => expect((await bootWith({ bootStatus: 'offline' })).agent.status).toBe('offline'),
    notReady: async () => {
      const simulator = await bootWith({ bootStatus: 'notReady' });
      expect(names(simulator, 1)).toEqual(['status notReady']);
    },
  },
  statusChangedAtBoot: {
    sent: async () => expect(names(await boot(), 0)).toEqual(['ready', 'status free']),
    'not-sent': async () =>
      expect(names(await bootWith({ statusChangedAtBoot: 'not-sent' }), 0)).toEqual(['ready']),
  },
  onlineStatus: {
    free: async () => expect(await backOnline({})).toBe('free'),
    last: async () => expect(await backOnline({ onlineStatus: 'last' })).toBe('rest'),
  },
  wrapUpAfterOutbound: {
    yes: async () => expect(await afterOutbound({})).toBe('arrange'),
    no: async () => expect(await afterOutbound({ wrapUpAfterOutbound: 'no' })).toBe('free'),
  },
  dialInArrange: {
    refused: async () => expect(await dialInArrange({})).toHaveProperty('rejected'),
    allowed: async () => expect(await dialInArrange({ dialInArrange: 'allowed' })).toMatchObject(OK),
  },
  imStatus: {
    unchanged: async () => {
      const simulator = await boot();
      simulator.ring({ type: 'im' });
      simulator.agentUi.answer();
      expect(simulator.agent.status).toBe('free');
    },
    busy: async () => {
      const simulator = await bootWith({ imStatus: 'busy' });
      simulator.ring({ type: 'im' });
      simulator.agentUi.answer();
      expect(simulator.agent.status).toBe('busy');
      simulator.ring({ type: 'im' });
      simulator.agentUi.answer();
      simulator.customer.hangUp();
      expect(simulator.agent.status).toBe('busy');
      simulator.customer.hangUp();
      expect(simulator.agent.status).toBe('arrange');
    },
  },
};

async function arrangeAs(readings: Partial<SimulatorReadings>): Promise<unknown[]> {
  const simulator = await bootWith(readings);
  simulator.agentUi.setStatus('arrange');
  return [last(simulator, 'statusChanged').status, sdk().Agent.getStatus()];
}

async function workbenchAfter(readings: Partial<SimulatorReadings>): Promise<boolean> {
  const simulator = await boot({ readings, login: 'never' });
  Reflect.deleteProperty(window, 'tccc');
  simulator.configure({ login: 'ready' });
  appendTag(simulator.issueToken().sdkUrl, { showWorkBenchAtFirstLogin: 'false' });
  await pass(1000);
  return simulator.ui.workbench;
}

async function backOnline(readings: Partial<SimulatorReadings>): Promise<string> {
  const simulator = await bootWith(readings);
  simulator.agentUi.setStatus('rest');
  simulator.agentUi.offline();
  simulator.agentUi.online();
  return simulator.agent.status;
}

async function afterOutbound(readings: Partial<SimulatorReadings>): Promise<string> {
  const simulator = await bootWith(readings);
  simulator.agentUi.dial('10086');
  simulator.customer.answer();
  simulator.customer.hangUp();
  return simulator.agent.status;
}

async function dialInArrange(readings: Partial<SimulatorReadings>): Promise<unknown> {
  const simulator = await bootWith(readings);
  simulator.agentUi.setStatus('arrange');
  return outcome(dial());
}
