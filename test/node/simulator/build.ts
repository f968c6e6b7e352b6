import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds what is shipped, as `npm run build` does, into a folder below temp/, emptied unless inside another. */
export async function buildInto(mode: 'lib' | 'sdk', folder: string): Promise<string> {
  const outDir = `${root}temp/${folder}`;
  await build({
    root,
    configFile: `${root}vite.config.ts`,
    mode,
    logLevel: 'silent',
    build: { outDir, emptyOutDir: !folder.includes('/') },
  });
  return outDir;
}
