import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './dist-graph.ts';

// The packed tarball in a project of its own, as a user has it; its dependencies are links, so no network.
// A looser type fails too: what must not compile stands below @ts-expect-error in consumer/.
const LINKED = ['react', 'react-dom'];
const TYPES = ['@types/react', '@types/react-dom'];
let project: string;

const link = (name: string, from: string): void => {
  const path = join(project, 'node_modules', name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(root, from, 'node_modules', name), path, 'junction');
};

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'tccc-react-consumer-'));
  const modules = join(project, 'node_modules');
  const options = { cwd: root, stdio: 'pipe', encoding: 'utf8' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', project], {
    ...options,
    shell: process.platform === 'win32',
  });
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!;
  mkdirSync(join(modules, 'tccc-react'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', 'node_modules/tccc-react'], {
    ...options,
    cwd: project,
  });
  for (const name of LINKED) link(name, '');
  cpSync(join(root, 'test/package/consumer'), join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const filesOf = (folder: string): string[] =>
  readdirSync(join(project, 'src', folder)).map((name) => join(project, 'src', folder, name));

/** TypeScript's own libs, parsed once. */
const libs = new Map<string, ts.SourceFile | undefined>();

/** The faults of a program of these folders of consumer/. */
function compile(module: 'NodeNext' | 'Bundler', ...folders: string[]): string {
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module: module === 'Bundler' ? 'ESNext' : module,
      moduleResolution: module,
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      // TypeScript's own libs need no check; ours and React's do.
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      noEmit: true,
      types: [],
    },
    project,
  );
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(name)) return read(name, ...rest);
    if (!libs.has(name)) libs.set(name, read(name, ...rest));
    return libs.get(name);
  };
  const program = ts.createProgram(folders.flatMap(filesOf), options, host);
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => project,
    getNewLine: () => '\n',
  });
}

describe('the packed tarball', () => {
  describe.each([
    [19, ''],
    [18, 'compat/types-react18'],
  ])('with the types of React %i', (_, types) => {
    beforeAll(() => {
      for (const name of TYPES) link(name, types);
    });

    it.each(['NodeNext', 'Bundler'] as const)('type-checks in a strict consumer under %s', (module) => {
      // Apart: the simulator's entry may add to Window, the core must not.
      expect(compile(module, 'core')).toBe('');
      expect(compile(module, 'simulator')).toBe('');
    });
  });

  it('holds the licence, and neither sources nor tests', () => {
    const names = readdirSync(join(project, 'node_modules/tccc-react'));
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'dist', 'package.json']));
    expect(names.filter((name) => !/^(LICENSE|README.*|CHANGELOG.*|dist|package\.json)$/.test(name))).toEqual(
      [],
    );
  });
});
