import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One fenced block of a Markdown file. */
export interface Block {
  language: string;
  code: string;
  /** Line of the fence, from 1. */
  line: number;
}

/** A Markdown file, in the parts that two languages of it must have in common. */
export interface Page {
  path: string;
  text: string;
  /** Their levels, in order. */
  headings: number[];
  blocks: Block[];
}

export function parsePage(path: string, text: string): Page {
  const headings: number[] = [];
  const blocks: Block[] = [];
  let open: (Block & { fence: string }) | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    const [, fence, info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open) {
      if (fence?.startsWith(open.fence) && !info.trim()) {
        blocks.push({ language: open.language, code: open.code, line: open.line });
        open = undefined;
      } else open.code += `${line}\n`;
    } else if (fence) {
      open = { language: info.trim().split(/\s/)[0]!, code: '', line: index + 1, fence };
    } else {
      const level = /^(#+) /.exec(line)?.[1]?.length;
      if (level) headings.push(level);
    }
  });
  if (open) throw new Error(`${path}:${open.line}: a code block without an end`);
  return { path, text, headings, blocks };
}

/** The pages a user reads: each README, and docs/. */
export function readPages(): Page[] {
  const docs = existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs')) : [];
  const paths = ['README.md', 'README.zh-CN.md', ...docs.map((name) => `docs/${name}`)];
  return paths
    .filter((path) => path.endsWith('.md') && existsSync(join(root, path)))
    .map((path) => parsePage(path, readFileSync(join(root, path), 'utf8')));
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: {
    'tccc-react': [join(root, 'src/index.ts')],
    'tccc-react/simulator': [join(root, 'src/simulator/index.ts')],
  },
};

/** As much of packages that are not installed here as the samples use. */
const STUBS = `
declare module 'tencentcloud-sdk-nodejs-common' {
  export class CommonClient {
    constructor(
      endpoint: string,
      version: string,
      config: { credential: { secretId: string; secretKey: string }; region?: string },
    );
    request(action: string, request: object): Promise<any>;
  }
}
declare module '*.css' {}
`;

const parsed = new Map<string, ts.SourceFile | undefined>();

/** A program of files that are not on the disk, beside those that are. */
export function createProgram(files: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  return ts.createProgram([...files.keys()], OPTIONS, {
    ...host,
    fileExists: (path) => files.has(path) || fileExists(path),
    directoryExists: (path) => folders.has(path) || !!directoryExists?.(path),
    readFile: (path) => files.get(path) ?? readFile(path),
    getSourceFile(path, language) {
      const own = files.get(path);
      if (own !== undefined) return ts.createSourceFile(path, own, language);
      if (!parsed.has(path)) parsed.set(path, getSourceFile(path, language));
      return parsed.get(path);
    },
  });
}

/** A sample as a file: one whose first line is `// path/name.tsx` is that file, and its page can import it. */
interface Sample {
  page: string;
  path: string;
  block: Block;
}

function samplesOf({ path: page, blocks }: Page): Sample[] {
  const folder = join(root, 'samples', page.replaceAll(/\W/g, '-'));
  const seen = new Set<string>();
  return blocks
    .filter(({ language }) => language === 'ts' || language === 'tsx')
    .map((block) => {
      const named = /^\/\/ ([\w./-]+\.tsx?)\b/.exec(block.code)?.[1];
      const path = join(folder, named ?? `line-${block.line}.${block.language}`);
      if (seen.has(path)) throw new Error(`${page}:${block.line}: a second ${named}`);
      seen.add(path);
      return { page, path, block };
    });
}

function check(samples: Sample[]): string[] {
  const files = samples.map(({ path, block }): [string, string] => [path, block.code]);
  const program = createProgram(new Map([...files, [join(root, 'samples', 'stubs.d.ts'), STUBS]]));
  const general = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  // Of the rest the samples' own files only: what they import is checked elsewhere.
  const found = samples.flatMap(({ page, path, block }) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((one) => {
      const line = block.line + 1 + file.getLineAndCharacterOfPosition(one.start ?? 0).line;
      return `${page}:${line}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`;
    });
  });
  return [...general.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')), ...found];
}

/** Type errors of the pages' `ts` and `tsx` blocks, each as "file:line: message". */
export function typeErrors(pages: readonly Page[]): string[] {
  const samples = pages.flatMap(samplesOf);
  // An augmentation would let others use what they did not declare.
  const augments = ({ block }: Sample): boolean => block.code.includes('declare module');
  return [
    ...check(samples.filter((sample) => !augments(sample))),
    ...samples.filter(augments).flatMap((sample) => check([sample])),
  ];
}

/** A block without what may be translated: comments, strings and the text between tags. */
export function skeleton({ language, code }: Block): string {
  if (language !== 'ts' && language !== 'tsx') {
    return code.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\s+#.*$/gm, '');
  }
  const file = ts.createSourceFile('block.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const { factory } = ts;
  const strip: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isImportDeclaration(node)) return node;
      if (ts.isJsxText(node)) return factory.createJsxText(node.text.trim() && '…');
      if (ts.isStringLiteral(node)) return factory.createStringLiteral('…');
      if (ts.isTemplateHead(node)) return factory.createTemplateHead('…');
      if (ts.isTemplateMiddle(node)) return factory.createTemplateMiddle('…');
      if (ts.isTemplateTail(node)) return factory.createTemplateTail('…');
      if (ts.isNoSubstitutionTemplateLiteral(node)) return factory.createNoSubstitutionTemplateLiteral('…');
      return ts.visitEachChild(node, visit, context);
    };
    return (source) => ts.visitEachChild(source, visit, context);
  };
  const { transformed } = ts.transform(file, [strip]);
  return ts.createPrinter({ removeComments: true }).printFile(transformed[0]!);
}
