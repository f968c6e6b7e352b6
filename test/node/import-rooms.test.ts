import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The files named here need not exist: the rules look at the path and at the import's text only.
const RESTRICTED = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const WATCHED = [RESTRICTED, SYNTAX, 'no-console'];
const eslint = new ESLint({
  cwd: process.cwd(),
  overrideConfig: tseslint.configs.disableTypeChecked,
  ruleFilter: ({ ruleId }) => WATCHED.includes(ruleId),
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  const messages = result?.messages ?? [];
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.filter((message) => message.ruleId).map((message) => message.ruleId!);
}

/** Room → rooms it may import. House rule: data walks sdk → connection/state → hooks → components, never back. */
const MAY: Record<string, string[]> = {
  sdk: [],
  connection: ['sdk'],
  state: ['sdk'],
  hooks: ['connection', 'state', 'sdk'],
  components: ['hooks', 'i18n'],
  i18n: [],
  simulator: [],
  server: [],
};
const ROOMS = Object.keys(MAY);

describe.each(ROOMS)('src/%s', (room) => {
  const others = ROOMS.filter((other) => other !== room);

  it.each(others)('imports from %s as the table says', async (other) => {
    const expected = MAY[room]!.includes(other) ? [] : [RESTRICTED];
    for (const [folders, up] of [
      ['', '../'],
      ['Part/', '../../'],
      ['Part/deep/', '../../../'],
    ] as const) {
      const file = `src/${room}/${folders}x.ts`;
      expect(await faults(file, `import { a } from '${up}${other}/y.js';\na();`), file).toEqual(expected);
      expect(await faults(file, `export { a } from '${up}${other}/y.js';`), file).toEqual(expected);
    }
  });

  it('does not reach another room by a dynamic import', async () => {
    for (const other of others) {
      const expected = MAY[room]!.includes(other) ? [] : [SYNTAX];
      const code = `export const f = (): unknown => import('../${other}/y.js');`;
      expect(await faults(`src/${room}/x.ts`, code), other).toEqual(expected);
    }
  });

  it('imports its own files, also from a folder of its own that is named like a room', async () => {
    expect(await faults(`src/${room}/x.ts`, "import './y.js';\nimport './state/z.js';")).toEqual([]);
    expect(await faults(`src/${room}/Part/x.ts`, "import '../y.js';\nimport '../server/z.js';")).toEqual([]);
  });

  it('imports neither src/*.ts, nor files outside src, nor the package by its name', async () => {
    for (const from of ['../index.js', '../../test/x.js', 'tccc-react', 'tccc-react/simulator']) {
      expect(await faults(`src/${room}/x.ts`, `import '${from}';`), from).toEqual([RESTRICTED]);
    }
  });
});

describe('single rules', () => {
  it.each(['sdk', 'connection', 'state', 'server'])('src/%s does not import React', async (room) => {
    expect(await faults(`src/${room}/x.ts`, "import { useState } from 'react';\nuseState();")).toEqual([
      RESTRICTED,
    ]);
    expect(await faults(`src/${room}/x.ts`, "import 'react-dom/client';")).toEqual([RESTRICTED]);
  });

  it('only the server room imports Node modules', async () => {
    const code = "import { readFileSync } from 'node:fs';\nreadFileSync('x');";
    expect(await faults('src/server/x.ts', code)).toEqual([]);
    expect(await faults('src/simulator/cloud/x.ts', code)).toEqual([]);
    for (const room of ['sdk', 'connection', 'state', 'hooks', 'components', 'i18n', 'simulator']) {
      expect(await faults(`src/${room}/x.ts`, code), room).toEqual([RESTRICTED]);
    }
  });

  it('the simulator takes types of the sdk, and nothing else of ours', async () => {
    const types = "import type { A } from '../sdk/vendor.js';\nexport type B = A;";
    expect(await faults('src/simulator/x.ts', types)).toEqual([]);
    expect(await faults('src/simulator/x.ts', types.replace('sdk', 'hooks'))).toEqual([RESTRICTED]);
    expect(await faults('src/simulator/x.ts', "import { type A } from '../sdk/vendor.js';")).toEqual([]);
    expect(await faults('src/simulator/x.ts', "import { a } from '../sdk/vendor.js';\na();")).toEqual([
      RESTRICTED,
    ]);
  });

  it('SimulatorProvider.tsx alone may import the hooks', async () => {
    const code = "import { TCCCProvider } from '../hooks/TCCCProvider.js';\nTCCCProvider();";
    expect(await faults('src/simulator/SimulatorProvider.tsx', code)).toEqual([]);
    expect(await faults('src/simulator/Other.tsx', code)).toEqual([RESTRICTED]);
    expect(await faults('src/simulator/SimulatorProvider.tsx', code.replace('hooks', 'connection'))).toEqual([
      RESTRICTED,
    ]);
  });

  it('the main entry does not pull in other entries', async () => {
    for (const room of ['simulator', 'server', 'components']) {
      expect(await faults('src/index.ts', `export { a } from './${room}/index.js';`), room).toEqual([
        RESTRICTED,
      ]);
    }
    expect(await faults('src/index.ts', "export { a } from './hooks/a.js';")).toEqual([]);
  });

  it('src has no default exports and no console.log', async () => {
    expect(await faults('src/hooks/x.ts', 'export default 1;')).toEqual([SYNTAX]);
    expect(await faults('src/index.ts', "export { a as default } from './hooks/a.js';")).toEqual([SYNTAX]);
    expect(await faults('src/sdk/x.ts', "console.log('a');")).toEqual(['no-console']);
    expect(await faults('src/sdk/x.ts', "console.warn('a');")).toEqual([]);
  });

  it('stories and tests import what they like', async () => {
    const code = "import { a } from '../../src/simulator/a.js';\na();\nexport default 1;";
    expect(await faults('test/unit/x.test.ts', code)).toEqual([]);
    expect(await faults('stories/x.stories.tsx', code)).toEqual([]);
  });
});
