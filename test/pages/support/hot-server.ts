import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { fromRoot } from './build.js';

/** A Vite dev server with React Fast Refresh over a copy of `fixtures/hot`. */
export interface HotServer {
  url: string;
  /** Edits a source file of the application, as an editor would. */
  edit: (file: string, from: string, to: string) => void;
  close: () => Promise<void>;
}

/** @param backend Where `/api` goes. */
export async function startHotServer(backend: string): Promise<HotServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tccc-react-hot-'));
  cpSync(fromRoot('test/pages/fixtures/hot'), folder, { recursive: true });
  symlinkSync(fromRoot('node_modules'), join(folder, 'node_modules'), 'dir');
  const server = await createServer({
    configFile: false,
    root: folder,
    cacheDir: join(folder, '.vite'),
    publicDir: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [react()],
    resolve: { alias: [{ find: /^(\.\.\/)+src\/index\.js$/, replacement: fromRoot('src/index.ts') }] },
    optimizeDeps: {
      include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'react/jsx-runtime', 'eventemitter3'],
    },
    server: {
      host: '127.0.0.1',
      port: 0,
      proxy: { '/api': backend },
      fs: { allow: [folder, fromRoot('')] },
    },
  });
  await server.listen();
  return {
    url: server.resolvedUrls!.local[0]!,
    edit(file, from, to) {
      const path = join(folder, file);
      const code = readFileSync(path, 'utf8');
      if (!code.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}.`);
      writeFileSync(path, code.replace(from, to));
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
