import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = join(root, 'dist');

export interface Graph {
  /** Paths inside dist/, with `/`. */
  files: string[];
  /** Specifiers that leave dist/: packages and Node's modules. */
  bare: string[];
}

/** Everything that loading a built module loads: imports, re-exports and `import()`, followed inside dist/. */
export function graphOf(entry: string): Graph {
  const files = new Set<string>();
  const bare = new Set<string>();
  const visit = (file: string): void => {
    const name = relative(dist, file).replaceAll('\\', '/');
    if (files.has(name)) return;
    if (!existsSync(file)) throw new Error(`${name} is missing in dist/: run \`npm run build\` first`);
    files.add(name);
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      if (fileName.startsWith('.')) visit(join(dirname(file), fileName));
      else bare.add(fileName);
    }
  };
  visit(join(dist, entry));
  return { files: [...files].sort(), bare: [...bare].sort() };
}

/** Whether a built module starts with the "use client" directive. */
export function isClient(file: string): boolean {
  return /^\s*(?:\/\/[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*["']use client["'];?/.test(
    readFileSync(join(dist, file), 'utf8'),
  );
}
