import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ALLOWED_SDK_HOSTS } from '../../src/index.js';
import { createProgram, parsePage, readPages, root, skeleton, typeErrors } from './support/samples.ts';

const pages = readPages();
const page = (path: string) => pages.find((one) => one.path === path)!;
const chinese = (path: string): string => path.replace(/\.md$/, '.zh-CN.md');
const originals = pages.map(({ path }) => path).filter((path) => !path.endsWith('.zh-CN.md'));
const READMES = ['README.md', 'README.zh-CN.md'];

it('every sample type-checks', { timeout: 180_000 }, () => {
  expect(pages.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(20);
  expect(typeErrors(pages)).toEqual([]);
});

describe.each(pages.map(({ path }) => path))('%s', (path) => {
  it('links to files and headings that exist', () => {
    const anchors = (text: string): string[] =>
      [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
        heading!
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      );
    const broken = [...page(path).text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].filter(
      ([, file = '', anchor]) => {
        const target = file ? join(dirname(path), file).replaceAll('\\', '/') : path;
        if (!existsSync(join(root, target))) return true;
        const text = pages.find((one) => one.path === target)?.text;
        return !!anchor && text !== undefined && !anchors(text).includes(decodeURIComponent(anchor));
      },
    );
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

describe.each(originals)('%s and its Chinese twin', (path) => {
  it('have the same headings, and the same code apart from comments and texts', () => {
    const [ours, theirs] = [page(path), page(chinese(path))];
    expect(theirs, chinese(path)).toBeDefined();
    expect(theirs.headings).toEqual(ours.headings);
    expect(theirs.blocks.map(({ language }) => language)).toEqual(
      ours.blocks.map(({ language }) => language),
    );
    expect(theirs.blocks.map(skeleton)).toEqual(ours.blocks.map(skeleton));
  });

  it('have the same tables, and the same code in each row', () => {
    const rows = (text: string): string[][] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => [...new Set(line.match(/`[^`]+`/g))].sort());
    expect(rows(page(chinese(path)).text)).toEqual(rows(page(path).text));
  });
});

/** Names of the properties of a public type, over all members of a union. */
function namesIn(type: string): string[] {
  const path = join(root, 'samples', 'names.ts');
  const code = `import type { ${type} } from 'tccc-react';\nexport declare const it: ${type};\n`;
  const program = createProgram(new Map([[path, code]]));
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path)!;
  const statement = file.statements.find((one) => ts.isVariableStatement(one))!;
  const found = checker.getTypeAtLocation(statement.declarationList.declarations[0]!);
  const members = found.isUnion() ? found.types : [found];
  return [...new Set(members.flatMap((one) => one.getProperties().map(({ name }) => name)))];
}

describe.each(READMES)('%s', (path) => {
  const { text } = page(path);
  const inTables = new Set(
    text
      .split('\n')
      .flatMap((line) =>
        line.startsWith('|') ? [...line.split('|')[1]!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name) : [],
      ),
  );

  it('has a row for every prop of the provider', () => {
    const props = namesIn('TCCCProviderProps').filter((name) => name !== 'children');
    expect(props.length).toBeGreaterThan(10);
    expect(props.filter((name) => !inTables.has(name))).toEqual([]);
  });

  it('has a row for every error code', () => {
    const codes = namesIn('TCCCErrorDetails');
    expect(codes).toContain('token-network');
    expect(codes.filter((code) => !inTables.has(code))).toEqual([]);
  });
});

it.each(['docs/csp-and-hosts.md', 'docs/csp-and-hosts.zh-CN.md'])('%s names every default host', (path) => {
  expect(DEFAULT_ALLOWED_SDK_HOSTS.filter((host) => !page(path).text.includes(`\`${host}\``))).toEqual([]);
});

describe('the check of samples', () => {
  const errors = (code: string, language = 'tsx'): string[] =>
    typeErrors([parsePage('WRONG.md', `# Wrong\n\n\`\`\`${language}\n${code}\n\`\`\`\n`)]);
  const imports = "import { callSdk, TCCCProvider, useTCCC, useTCCCEvent } from 'tccc-react';\n";

  it.each([
    ['an event that does not exist', "export const use = () => useTCCCEvent('callin', () => undefined);"],
    ['sdk before ready', 'export const use = () => useTCCC().sdk.UI.hide();'],
    ['both token sources', 'export const a = <TCCCProvider tokenEndpoint="/" fetchToken={fetch} />;'],
    ['a prop that does not exist', 'export const a = <TCCCProvider tokenEndpoint="/" agent="anna" />;'],
    ['an export that does not exist', "import { useCalls } from 'tccc-react';\nexport const a = useCalls;"],
    ['a missing import', 'export const a = useMaybeTCCC();'],
    ['a file that is not shown', "import { Desk } from './Desk';\nexport const a = Desk;"],
    ['a syntax error', 'export const a = ;'],
  ])('finds %s', (_, code) => {
    const found = errors(imports + code);
    expect(found).not.toEqual([]);
    expect(found[0]).toMatch(/^WRONG\.md:[4-7]: /);
  });

  it('reads ts blocks as well as tsx blocks, and accepts what is right', () => {
    expect(errors('export const a: number = "1";', 'ts')).toHaveLength(1);
    expect(
      errors(`${imports}export const a = () => useTCCCEvent('callIn', ({ sessionId }) => sessionId);`),
    ).toEqual([]);
  });

  it('sees code that differs between two languages, and no difference in comments and texts', () => {
    const of = (code: string) => skeleton({ language: 'tsx', code, line: 1 });
    const ours = "// Rings\nconst a = <p title='Hi'>Hello {name}</p>; f('x', 1);";
    expect(of("// 来电\nconst a = <p title='嗨'>你好 {name}</p>; f('y', 1);")).toBe(of(ours));
    expect(of(ours.replace('1', '2'))).not.toBe(of(ours));
    expect(of(ours.replace('name', 'id'))).not.toBe(of(ours));
  });
});
