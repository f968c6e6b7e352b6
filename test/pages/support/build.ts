import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build, type InlineConfig, type Rolldown } from 'vite';

/** Absolute path of a file of the repository. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The React that a bundle carries: a major of its own, or the one that `fixtures/shared-react.ts` put on the page. */
export type ReactOf = 18 | 19 | 'page';

/** A fixture's React: 18 lives in its own folder; the page's is a global. */
function reactConfig(react: ReactOf): InlineConfig {
  const find = /^(react|react-dom)($|\/.*)/;
  if (react === 18) {
    const replacement = `${fromRoot('compat/react18/node_modules/')}$1$2`;
    return { resolve: { alias: [{ find, replacement }] } };
  }
  if (react === 19) return {};
  const prefix = '\0page-react:';
  return {
    plugins: [
      {
        name: 'page-react',
        enforce: 'pre',
        resolveId: (source) => (find.test(source) ? `${prefix}${source}.cjs` : null),
        load: (id) =>
          id.startsWith(prefix)
            ? `module.exports = globalThis.__pageReact[${JSON.stringify(id.slice(prefix.length, -4))}];`
            : null,
      },
    ],
  };
}

async function bundle(entry: string, react: ReactOf, config: InlineConfig): Promise<string> {
  const { resolve, plugins } = reactConfig(react);
  const output = (await build({
    ...config,
    ...(resolve ? { resolve } : {}),
    ...(plugins ? { plugins } : {}),
    configFile: false,
    root: fromRoot(''),
    publicDir: false,
    logLevel: 'error',
    mode: 'development',
    // React's development build: it is the one that warns.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      ...config.build,
      write: false,
      minify: false,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        input: fromRoot(`test/pages/fixtures/${entry}`),
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}

const bundles = new Map<string, Promise<string>>();

/** A fixture as a classic script, built from the sources; once a test file. */
export function pageScript(entry: string, react: ReactOf): Promise<string> {
  const key = `${entry} ${react}`;
  const code =
    bundles.get(key) ??
    bundle(entry, react, {
      build: { target: 'chrome100', rolldownOptions: { output: { format: 'iife', name: '__fixture' } } },
    });
  bundles.set(key, code);
  return code;
}

/** A fixture as a module for Node, run in a function scope of its own. */
export async function serverModule<Exports>(entry: string, react: 18 | 19): Promise<Exports> {
  const code = await bundle(entry, react, {
    ssr: { noExternal: true },
    build: { ssr: true, rolldownOptions: { output: { format: 'cjs' } } },
  });
  const module = { exports: {} };
  const run = vm.compileFunction(code, ['module', 'exports', 'require'], { filename: `server-${react}.cjs` });
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports as Exports;
}

let simulator: Promise<string> | undefined;

/** The simulator's classic script, built as it is shipped. */
export function simulatorScript(): Promise<string> {
  simulator ??= build({
    root: fromRoot(''),
    configFile: fromRoot('vite.config.ts'),
    mode: 'sdk',
    logLevel: 'error',
    build: { write: false, sourcemap: false },
  }).then((outputs) => (outputs as Rolldown.RolldownOutput[])[0]!.output[0].code);
  return simulator;
}
