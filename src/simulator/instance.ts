import type { TCCCSdk } from '../sdk/vendor.js';
import type { Cancel } from './clock.js';
import { runAll } from './core.js';
import { createEmitter, type Emitter } from './emitter.js';
import type { Faults } from './faults.js';
import type { Line } from './line.js';
import type { Log } from './log.js';
import type { TagFacts } from './script-tag.js';
import { createSdk } from './create-sdk.js';
import type { TokenStore } from './token-store.js';
import type { SimulatorUi } from './ui.js';

/** What an instance works with. */
export interface InstanceParts {
  readonly line: Line;
  readonly ui: SimulatorUi;
  readonly faults: Faults;
  readonly log: Log;
  readonly facts: TagFacts;
  readonly tokens: () => TokenStore;
  readonly loggedIn: () => void;
}

/** One run of the script: one `window.tccc` and its login. */
export interface Instance {
  readonly emitter: Emitter;
  readonly facts: TagFacts;
  readonly uses: { on: number; off: number };
  phase(): 'loading' | 'ready' | 'expired';
  /** Sets the global and starts the login. */
  install(globalName: 'tccc' | 'TCCC'): void;
  /** Whether the page still has this instance's global. */
  isGlobal(): boolean;
  /** Starts a login again whose timer was cleared. */
  resume(): void;
  close(): void;
}

type Globals = Partial<Record<'tccc' | 'TCCC', unknown>>;

/** An instance that is not on the page yet. */
export function createInstance(parts: InstanceParts): Instance {
  const { line, ui, faults, log, facts, tokens, loggedIn } = parts;
  const { core, agent } = line;
  const globals = core.window as unknown as Globals;
  const emitter = createEmitter();
  const uses = { on: 0, off: 0 };
  let phase: 'loading' | 'ready' | 'expired' | 'closed' = 'loading';
  let cancelLogin: Cancel | undefined;

  const sdk: TCCCSdk = createSdk({
    line,
    ui,
    emitter,
    callee: { core, faults, ready: () => phase === 'ready', log: (method, args) => log.call(method, args) },
    counted: (method) => void (uses[method] += 1),
  });

  const login = (): void => {
    const { login: outcome, readings } = core.settings();
    if (outcome === 'never') return;
    const refused = outcome === 'expired' ? 'token has expired' : tokens().use(facts.token);
    if (refused) {
      phase = 'expired';
      core.changed();
      if (readings.tokenExpired === 'sent') core.send('tokenExpired', { message: refused });
      return;
    }
    phase = 'ready';
    agent.reset(readings.bootStatus);
    ui.set({ workbench: facts.showWorkBench || readings.showWorkBench === 'ignored' });
    runAll(
      () => core.send('ready'),
      () => readings.statusChangedAtBoot === 'sent' && agent.announce(),
      loggedIn,
    );
  };
  const startLogin = (): void => {
    cancelLogin = core.clock.after(core.settings().readyDelay, login);
  };

  return {
    emitter,
    facts,
    uses,
    phase: () => (phase === 'closed' ? 'expired' : phase),
    install(globalName) {
      globals[globalName] = sdk;
      startLogin();
    },
    isGlobal: () => globals.tccc === sdk || globals.TCCC === sdk,
    resume() {
      if (phase === 'loading') startLogin();
    },
    close() {
      phase = 'closed';
      cancelLogin?.();
      for (const name of ['tccc', 'TCCC'] as const) {
        // A global that the page declared with `var` cannot be deleted.
        if (globals[name] === sdk && !Reflect.deleteProperty(globals, name)) globals[name] = undefined;
      }
    },
  };
}
