import { measureConsumers } from './consumers.js';
import { runCycles } from './cycles.js';
import { measureEmit } from './emit.js';
import { mount } from './mount.js';

/** The peers, in a script of their own: the other pages must not carry them. */
const state = () => import('./state/measure.js');

const bench = { mount, measureEmit, measureConsumers, runCycles, state };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
