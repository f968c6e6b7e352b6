import type { SimulatorReadings } from '../../../../src/simulator/index.js';

/** One check for every choice of these readings: a choice without one does not compile. */
export type Checks<Name extends keyof SimulatorReadings> = {
  [Key in Name]: Record<SimulatorReadings[Key], () => Promise<unknown>>;
};
