import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { ScriptStep } from './plan.ts';

const CONFIG = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));

/** The simulator's classic script, built from its sources as it is for the package. */
export async function buildScript(): Promise<string> {
  const result = await build({
    configFile: CONFIG,
    mode: 'sdk',
    logLevel: 'silent',
    build: { write: false },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle && bundle.output.find(({ type }) => type === 'chunk');
  if (!chunk || chunk.type !== 'chunk') throw new Error('The simulator script was not built.');
  return chunk.code.replace(/^\/\/# sourceMappingURL.*$/m, '');
}

/** Keeps the listeners that the SDK has in `window.__tcccListeners`. */
const RECORD = `;{
  const sdk = window.tccc;
  const { on, off } = sdk;
  const list = (window.__tcccListeners = []);
  sdk.on = (name, listener) => (list.push([name, listener]), on(name, listener));
  sdk.off = (name, listener) => {
    const index = list.findIndex((entry) => entry[0] === name && entry[1] === listener);
    if (index >= 0) list.splice(index, 1);
    return off(name, listener);
  };
}`;

/** The script as one kind of SDK; each notes in `window.__tcccRuns` that it ran, by its `token` (JSON). */
export function dress(kind: ScriptStep['kind'] = 'simulator', token: string, code: string): string {
  const mark = `(window.__tcccRuns ??= []).push(${token});\n`;
  return {
    simulator: `${mark}${code}`,
    empty: mark,
    var: `var tccc;\n${mark}${code}`,
    recorded: `${mark}${code}${RECORD}`,
    leaky: `${mark}${code}${RECORD};delete window.tccc.off;`,
    'throws-off': `${mark}${code};window.tccc.off = () => { throw new Error('off is broken'); };`,
  }[kind];
}
