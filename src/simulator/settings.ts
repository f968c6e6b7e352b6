import type { SimulatorOptions } from './options.js';
import { API_22_READINGS, defaultReadings, SIMULATOR_READINGS, type SimulatorReadings } from './readings.js';

type Required<T> = { [Key in keyof T]-?: Exclude<T[Key], undefined> };

/** The options with nothing left out. */
export type SimulatorSettings = Omit<Required<SimulatorOptions>, 'readings'> & {
  readings: SimulatorReadings;
};

const DEFAULTS: Omit<SimulatorSettings, 'readings' | 'globalName'> = {
  speed: 1,
  seed: 1,
  locale: 'zh-CN',
  profile: 'current',
  script: 'load',
  loadDelay: 20,
  readyDelay: 300,
  login: 'ready',
  latency: 50,
  joinDelay: 200,
  transferDelay: 500,
  ringTimeout: 20,
  autoTransfer: true,
  autoAnswer: false,
  wrapUp: 30,
  chatIdleTimeout: 600,
  maxChats: 5,
  customer: 'answers',
  answerDelay: 3000,
  dialTimeout: 60,
  servingNumber: '02000000000',
  skillGroups: [
    { skillGroupId: '1', skillGroupName: '售前咨询' },
    { skillGroupId: '2', skillGroupName: '售后服务' },
  ],
};

/** Options over options: what is given later wins, readings one by one. */
export function mergeOptions(...list: readonly (SimulatorOptions | undefined)[]): SimulatorOptions {
  const merged: Record<string, unknown> = {};
  let readings: Partial<SimulatorReadings> = {};
  for (const options of list) {
    for (const [key, value] of Object.entries(options ?? {})) if (value !== undefined) merged[key] = value;
    readings = { ...readings, ...options?.readings };
  }
  return { ...merged, readings };
}

/** The settings that `options` and the defaults make. Says so at once when a reading does not exist. */
export function resolveSettings(options: SimulatorOptions): SimulatorSettings {
  const known: Record<string, readonly string[] | undefined> = SIMULATOR_READINGS;
  for (const [name, choice] of Object.entries(options.readings ?? {})) {
    if (!known[name]?.includes(choice)) {
      const choices =
        known[name]?.join(', ') ?? `no such reading; there are ${Object.keys(known).join(', ')}`;
      throw new TypeError(`Simulator: readings.${name} cannot be ${JSON.stringify(choice)} (${choices}).`);
    }
  }
  const profile = options.profile === 'api-22' ? API_22_READINGS : {};
  const readings: SimulatorReadings = { ...defaultReadings(), ...profile, ...options.readings };
  const settings = {
    globalName: readings.globalName,
    ...DEFAULTS,
    ...options,
    readings,
  } as SimulatorSettings;
  if (!(settings.speed > 0)) throw new TypeError('Simulator: speed must be greater than 0.');
  return settings;
}
