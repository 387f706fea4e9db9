import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledInputs } from '../../../build/bundled-inputs.mjs';
import { bundleOptions } from '../../../build/bundle.mjs';

/** The folder of the project, an absolute path. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Bundled {
  /** The bytes of `main.js`. */
  readonly code: Uint8Array;
  /**
   * Absolute paths of the source files whose code runs at the start. The other source files are packed:
   * `main.js` contains their code in compressed form and unpacks it later.
   */
  readonly atStart: readonly string[];
  /** Absolute paths of all source files, including the packed ones. */
  readonly inputs: readonly string[];
}

/** Bundles the plugin in memory, with the options of `npm run build`. */
export async function bundlePlugin(): Promise<Bundled> {
  const packed = new Map<string, readonly string[]>();
  const onPacked = (module: string, inputs: readonly string[]): void => void packed.set(module, inputs);
  const options = bundleOptions({ root, entry: 'src/main.ts', outfile: 'out/main.js', onPacked });
  const { metafile, outputFiles } = await build({ ...options, metafile: true, write: false });
  const atStart = bundledInputs(root, metafile);
  return {
    code: outputFiles[0]?.contents ?? new Uint8Array(),
    atStart,
    inputs: [...atStart, ...[...packed.values()].flat()],
  };
}
