import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './dist-graph.ts';

// The packed tarball in a project of its own, as a user has it; its dependencies are links, so no network.
const LINKED = ['react', 'react-dom', '@types/react', '@types/react-dom'];
let project: string;

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
  for (const name of LINKED) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  cpSync(join(root, 'test/package/consumer'), join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function compile(module: 'NodeNext' | 'Bundler'): string {
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
      skipLibCheck: false,
      noEmit: true,
      types: [],
    },
    project,
  );
  const files = readdirSync(join(project, 'src')).map((name) => join(project, 'src', name));
  const program = ts.createProgram(files, options);
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => project,
    getNewLine: () => '\n',
  });
}

describe('the packed tarball', () => {
  it.each(['NodeNext', 'Bundler'] as const)('type-checks in a strict consumer under %s', (module) => {
    expect(compile(module)).toBe('');
  });

  it('holds the licence, and neither sources nor tests', () => {
    const names = readdirSync(join(project, 'node_modules/tccc-react'));
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'dist', 'package.json']));
    expect(names.filter((name) => !/^(LICENSE|README.*|CHANGELOG.*|dist|package\.json)$/.test(name))).toEqual(
      [],
    );
  });
});
