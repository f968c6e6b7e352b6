import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { dist } from './dist-graph.ts';

export interface Bundle {
  code: string;
  /** Size in bytes, minified and gzipped. */
  gzip: number;
  /** Modules of dist/ that something is left of, with `/`. */
  modules: string[];
  /** What the bundle still imports. */
  imports: string[];
}

const ENTRY = '\0entry';

/** What an application's bundler makes of `export <names> from '<entry>'`, React external. */
export async function bundle(names: string, entry = 'index.js'): Promise<Bundle> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
        load: (id) =>
          id === ENTRY ? `export ${names} from ${JSON.stringify(join(dist, entry))};` : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        external: /^react(-dom)?($|\/)/,
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  });
  if (!('output' in result)) throw new Error('One build was asked for.');
  const [chunk] = result.output;
  const left = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return {
    code: chunk.code,
    gzip: gzipSync(chunk.code, { level: 9 }).length,
    modules: left
      .map(([name]) => name.replaceAll('\\', '/'))
      .filter((name) => name.startsWith(dist.replaceAll('\\', '/')))
      .map((name) => name.slice(dist.length + 1))
      .sort(),
    imports: [...chunk.imports].sort(),
  };
}
