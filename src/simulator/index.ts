export type { SimulatorAgent, SimulatorRestingStatus, SimulatorStatus } from './agent.js';
export type { SimulatorAgentUi } from './agent-ui.js';
export type { SimulatorRing } from './call-in.js';
export type { SimulatorWindow } from './clock.js';
export { createSimulator } from './create-simulator.js';
export type { SimulatorCustomerControl } from './customer.js';
export type { SimulatorFailure, SimulatorFailureMode } from './faults.js';
export { installSimulator, type InstalledSimulator } from './install-simulator.js';
export { SIMULATOR_METHODS, type SimulatorMethod } from './methods.js';
export type { SimulatorCustomer, SimulatorOptions, SimulatorSkillGroup } from './options.js';
export { getSimulator } from './page.js';
export { SIMULATOR_READINGS, type SimulatorReadingName, type SimulatorReadings } from './readings.js';
export type { ScriptTag } from './script-tag.js';
export type { SimulatorSession, SimulatorSessionKind, SimulatorSessionState } from './session.js';
export type {
  Simulator,
  SimulatorCall,
  SimulatorEvent,
  SimulatorPhase,
  SimulatorTransferIn,
} from './simulator.js';
export {
  issueToken,
  SIMULATOR_HOST,
  SIMULATOR_SDK_URL,
  type IssuedToken,
  type IssueTokenOptions,
} from './token.js';
export type { SimulatorSettings } from './settings.js';
export type { SimulatorUiState } from './ui.js';
export { SimulatorProvider, type SimulatorProviderProps } from './SimulatorProvider.js';
