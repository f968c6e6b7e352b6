// The classic script that stands in for the vendor's: built to dist/simulator/sdk.js, loaded by a <script>.
import { createSimulator } from './create-simulator.js';
// For the types of the globals.
import type {} from './page.js';

const tag = document.currentScript;
const script = tag instanceof HTMLScriptElement ? tag : { src: '', dataset: {} };
// Kept when the script runs again: whoever holds the control goes on holding the right one.
const simulator = window.__tcccSimulator ?? createSimulator(window, window.__tcccSimulatorOptions);
simulator.load(script);
