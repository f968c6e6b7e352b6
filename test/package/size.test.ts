import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Bundle } from './bundle.ts';
import { root } from './dist-graph.ts';

interface Measured {
  name: string;
  passed: boolean;
  size: number;
  sizeLimit: number;
}

const THREE = '{ TCCCProvider, useTCCC, useTCCCEvent }';
const REACT = ['react', 'react/jsx-runtime'];

describe('the core three', () => {
  let three: Bundle;
  let measured: Measured[];

  beforeAll(async () => {
    three = await bundle(THREE);
    const json = execFileSync(process.execPath, [join(root, 'node_modules/size-limit/bin.js'), '--json'], {
      cwd: root,
      encoding: 'utf8',
    });
    measured = JSON.parse(json) as Measured[];
  });

  it('are at most 7.2 kB, minified and gzipped, as size-limit measures', () => {
    const [core] = measured;
    console.log(`core: ${core!.size} B of ${core!.sizeLimit} by size-limit, ${three.gzip} B by Vite`);
    expect(core).toMatchObject({ name: 'core', passed: true, sizeLimit: 7_200 });
    expect(core!.size).toBeLessThanOrEqual(7_200);
  });

  it('are at most 13.2 kB with every hook', () => {
    const [, hooks] = measured;
    console.log(`every hook: ${hooks!.size} B of ${hooks!.sizeLimit} by size-limit`);
    expect(hooks).toMatchObject({ name: 'every hook', passed: true, sizeLimit: 13_200 });
    expect(hooks!.size).toBeLessThanOrEqual(13_200);
  });

  it('are what size-limit measures: another bundler finds as much, with React left out', () => {
    const [core] = measured;
    expect(three.imports).toEqual(REACT);
    expect(Math.abs(core!.size / three.gzip - 1)).toBeLessThan(0.1);
  });

  it('have nothing of what they do not use', () => {
    expect(three.modules.filter((name) => /simulator|^state|desk|Gate|useMaybe|reply/.test(name))).toEqual(
      [],
    );
  });

  it.each([
    'must be used inside <TCCCProvider>. Wrap ',
    'The SDK refused the token as expired or used. Ask the cloud for a new one',
    'give <TCCCProvider> allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, ',
  ])('say in words what to do: %s', (text) => {
    expect(three.code.includes(text)).toBe(true);
  });
});

describe('one export alone', () => {
  it('isTCCCError is less than 1 kB, and needs no React', async () => {
    const { gzip, imports, modules } = await bundle('{ isTCCCError }');
    console.log(`isTCCCError: ${gzip} B`);
    expect(gzip).toBeLessThan(1000);
    expect(imports).toEqual([]);
    expect(modules.filter((name) => !name.startsWith('sdk/'))).toEqual([]);
  });

  it.each(['TCCCError', 'callSdk', 'DEFAULT_ALLOWED_SDK_HOSTS'])('%s needs no React', async (name) => {
    const { gzip, imports } = await bundle(`{ ${name} }`);
    expect(imports).toEqual([]);
    expect(gzip).toBeLessThan(1000);
  });

  it.each(['useTCCCEvent', 'useTCCC', 'useMaybeTCCC', 'TCCCGate'])(
    '%s has neither provider, connection nor simulator',
    async (name) => {
      const { gzip, modules } = await bundle(`{ ${name} }`);
      expect(modules.filter((file) => /^(connection|simulator)\/|Provider/.test(file))).toEqual([]);
      expect(gzip).toBeLessThan(1500);
    },
  );

  it('TCCCProvider has not the simulator', async () => {
    const { modules } = await bundle('{ TCCCProvider }');
    expect(modules.filter((file) => file.startsWith('simulator/'))).toEqual([]);
  });

  it('nothing is left of an import that uses nothing', async () => {
    const { code } = await bundle('{}');
    expect(code.trim()).toBe('');
  });

  it('issueToken has not the simulated SDK', async () => {
    const { modules, imports } = await bundle('{ issueToken }', 'simulator/index.js');
    expect(modules.filter((file) => /sdk-|create-simulator|Provider/.test(file))).toEqual([]);
    expect(imports).toEqual([]);
  });
});
