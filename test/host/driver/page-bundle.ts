import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's half of the host, ready to be served. */
export interface PageBundle {
  script: string;
  styles: string;
}

/** Bundles `app/` with its styles. What CSS names by a `/npm/…` address is served when a page asks for it. */
export async function bundlePage(): Promise<PageBundle> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../app/main.ts', import.meta.url))],
    outfile: 'app.js',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['/npm/*'],
    logLevel: 'silent',
  });
  const text = (ending: string): string => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), styles: text('.css') };
}
