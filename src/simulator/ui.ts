/** What the page shows of the simulated interface. */
export interface SimulatorUiState {
  /** `UI.hide()` makes it false: then nothing is shown. */
  readonly visible: boolean;
  readonly floatButton: boolean;
  readonly workbench: boolean;
  /** Buttons of the call bar by type; `overrideButtonConfig` changes the list. */
  readonly buttons: readonly string[];
}

/** The state of the simulated interface. */
export interface SimulatorUi {
  get(): SimulatorUiState;
  set(change: Partial<SimulatorUiState>): void;
  reset(): void;
}

/** The types that public applications are seen to remove. The real list is not documented. */
const BUTTONS: readonly string[] = [
  'transferSeat',
  'transferSkillGroup',
  'holdToggle',
  'forwardOut',
  'showKeyboard',
  'selfService',
];

const INITIAL: SimulatorUiState = { visible: true, floatButton: true, workbench: false, buttons: BUTTONS };

/** Float button shown, workbench closed. */
export function createUi(changed: () => void): SimulatorUi {
  let state = INITIAL;
  return {
    get: () => state,
    set(change) {
      state = Object.freeze({ ...state, ...change });
      changed();
    },
    reset() {
      state = INITIAL;
    },
  };
}
