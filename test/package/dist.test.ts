import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { dist, graphOf, isClient, root } from './dist-graph.ts';

const built = (folder: string): string[] =>
  existsSync(join(dist, folder))
    ? readdirSync(join(dist, folder)).filter((name) => name.endsWith('.js'))
    : [];

describe('the main entry', () => {
  it('imports nothing but react and its JSX runtime', () => {
    const allowed = ['react', 'react/jsx-runtime'];
    expect(graphOf('index.js').bare.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('does not load the simulator', () => {
    expect(graphOf('index.js').files.filter((file) => file.startsWith('simulator/'))).toEqual([]);
  });

  it.each([
    ['useTCCCEvent', false],
    ['useTCCC', false],
    ['TCCCProvider', false],
    ['useSession', true],
  ])('loads the stores with %s: %s', (hook, expected) => {
    const files = graphOf(`hooks/${hook}.js`).files;
    expect(files.some((file) => /^state\/|desk/.test(file))).toBe(expected);
  });

  it('is no client module itself, so that a server component may import from it', () => {
    expect(isClient('index.js')).toBe(false);
  });

  it('has "use client" first in every module of hooks/', () => {
    expect(built('hooks').filter((name) => !isClient(`hooks/${name}`))).toEqual([]);
  });

  it.each(['sdk', 'connection', 'state'])('does not import React from %s/', (room) => {
    for (const name of built(room)) {
      expect(
        graphOf(`${room}/${name}`).bare.filter((bare) => bare.startsWith('react')),
        name,
      ).toEqual([]);
    }
  });
});

describe('every entry', () => {
  const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>;
  };
  const targets = Object.values(pkg.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );

  it.each(targets)('%s exists', (target) => {
    expect(existsSync(join(root, target))).toBe(true);
  });

  it('puts its types first in each condition', () => {
    for (const target of Object.values(pkg.exports)) {
      if (typeof target === 'object') expect(Object.keys(target)[0]).toBe('types');
    }
  });

  it.each(['index.js', 'simulator/index.js'])('%s has no side effect when imported in Node', (entry) => {
    const url = pathToFileURL(join(dist, entry)).href;
    const program = `
      await import('react');
      const before = new Set(Reflect.ownKeys(globalThis));
      await import(${JSON.stringify(url)});
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
      process.stdout.write(JSON.stringify({ added, window: typeof window, document: typeof document }));
    `;
    // Also proves that nothing keeps the process alive: it would run into the time limit.
    const args = ['--input-type=module', '--eval', program];
    const out = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 10_000 });
    expect(JSON.parse(out)).toEqual({ added: [], window: 'undefined', document: 'undefined' });
  });
});

describe('simulator/sdk.js', () => {
  it('is one classic script: no import, no export, and no name left behind by the bundler', () => {
    const code = readFileSync(join(dist, 'simulator/sdk.js'), 'utf8');
    expect(() => new vm.Script(code)).not.toThrow();
    expect(code).not.toMatch(/__tcccSimulatorScript|process\.env|\bimport\s*\(/);
  });
});
