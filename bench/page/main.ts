import { measureConsumers } from './consumers.js';
import { runCycles } from './cycles.js';
import { measureEmit } from './emit.js';
import { mount } from './mount.js';

const bench = { mount, measureEmit, measureConsumers, runCycles };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
