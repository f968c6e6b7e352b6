/// <reference types="vitest/config" />
// One file for the library build (`--mode lib`), the classic script (`--mode sdk`), the tests, and Storybook,
// which reads it by itself in the modes development and production.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption, type UserConfig } from 'vite';
import type { BrowserConfigOptions } from 'vitest/node';
import { launchOptions } from './browser.ts';
import { tcccServer } from './test/browser/server-plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Public entries. The output has the layout of src/, so that tsc's declarations sit beside the modules. */
const ENTRIES = ['index', 'simulator/index'];

/** Every dependency and peer, with its sub-paths, and Node's own modules: a library bundles none of them. */
function externals(): RegExp[] {
  const pkg = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as Record<string, object | undefined>;
  const names = Object.keys({ ...pkg['dependencies'], ...pkg['peerDependencies'] });
  return [/^node:/, ...names.map((name) => new RegExp(`^${name.replaceAll('.', '\\.')}($|/)`))];
}

/** ES modules, one a source file: "use client" stays where it was written. */
const lib = (): UserConfig => ({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    minify: false,
    sourcemap: true,
    cssCodeSplit: false,
    lib: {
      entry: Object.fromEntries(ENTRIES.map((name) => [name, here(`./src/${name}.ts`)])),
      formats: ['es'],
      cssFileName: 'styles',
    },
    rolldownOptions: {
      external: externals(),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

/** The simulator as a classic script, loaded by a `<script src>` as the vendor's is. */
const sdk = (): UserConfig => ({
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    {
      name: 'sdk-script-types',
      generateBundle() {
        // The script exports nothing; this lets `import 'tccc-react/simulator/sdk.js'` and `…?url` type-check.
        this.emitFile({ type: 'asset', fileName: 'sdk.d.ts', source: 'export {};\n' });
      },
    },
  ],
  build: {
    outDir: 'dist/simulator',
    emptyOutDir: false,
    target: 'es2020',
    minify: false,
    sourcemap: true,
    lib: {
      entry: here('./src/simulator/sdk-script.ts'),
      formats: ['iife'],
      name: '__tcccSimulatorScript',
      fileName: () => 'sdk.js',
    },
  },
});

/** A new object a call: vitest writes into it, so two projects must not share one. */
async function chromium(): Promise<BrowserConfigOptions> {
  const { playwright } = await import('@vitest/browser-playwright');
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions }),
    instances: [{ browser: 'chromium' }],
  };
}

/** Vite plugins of the projects that run in Chromium: servers for what their tests fetch belong here. */
const browserPlugins = (): PluginOption[] => [tcccServer()];

/** Vitest leaves one core idle; a CI machine with two would wait for the other. */
const WORKERS = { maxWorkers: 2 };

/** One browser at a time: side by side they would starve each other, and time-outs would fail. */
const later = (groupOrder: number): { sequence: { groupOrder: number }; testTimeout: number } => ({
  sequence: { groupOrder },
  testTimeout: 20_000,
});

async function tests(): Promise<NonNullable<UserConfig['test']>> {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const jsdom = {
    environment: 'jsdom',
    include: ['test/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    ...WORKERS,
  };
  const node = { environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 };
  return {
    reporters: ['default', here('./ci-reporter.ts')],
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'] },
    projects: [
      { extends: true, test: { name: 'unit', ...jsdom } },
      {
        extends: true,
        resolve: {
          alias: [
            {
              find: /^(react|react-dom|@testing-library\/react)($|\/.*)/,
              replacement: `${here('./compat/react18/node_modules/')}$1$2`,
            },
          ],
        },
        // What knows no React was tried under `unit`.
        test: { name: 'react18', ...jsdom, include: ['test/unit/**/*.test.tsx'] },
      },
      {
        extends: true,
        test: { name: 'node', ...node, ...WORKERS, include: ['test/node/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: { name: 'package', ...node, ...WORKERS, include: ['test/package/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        plugins: browserPlugins(),
        test: {
          name: 'browser',
          ...later(1),
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: await chromium(),
        },
      },
      {
        // In the browser an alias would bypass Vite's pre-bundling of CommonJS. `dedupe` resolves these from the
        // root, whoever imports them, and the root is where React 18 is; everything else is found upwards.
        extends: true,
        root: here('./compat/react18'),
        resolve: { dedupe: ['react', 'react-dom', '@testing-library/react', '@testing-library/dom'] },
        optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', '@testing-library/react'] },
        plugins: browserPlugins(),
        server: { fs: { allow: [here('.')] } },
        test: {
          name: 'browser18',
          ...later(2),
          dir: here('./test/browser'),
          include: ['**/*.smoke.test.tsx'],
          browser: await chromium(),
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          ...node,
          ...later(3),
          testTimeout: 60_000,
          include: ['test/pages/**/*.test.{ts,tsx}'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Without our test server: a story whose service worker fails must fail.
        plugins: [storybookTest({ configDir: here('./.storybook') })],
        test: { name: 'storybook', ...later(4), testTimeout: 30_000, browser: await chromium() },
      },
    ],
  };
}

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  if (mode === 'lib') return lib();
  if (mode === 'sdk') return sdk();
  const base: UserConfig = { plugins: [react()] };
  return process.env['VITEST'] ? { ...base, test: await tests() } : base;
});
