import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from './bundled';

/** What pdf.js reads from the file of a CMap. A CMap can use other CMaps; their files are read too. */
export interface ReadCMap {
  readonly vertical: boolean;
  /** For codes of one, two, three and four bytes: first code, last code, first code, last code, … */
  readonly codespaceRanges: readonly (readonly number[])[];
  /** Calls back with the CID (or the text) of each code, in the order of the codes. */
  forEach(callback: (code: number | string, value: number | string) => void): void;
}

type CreateBuiltInCMap = (
  name: string,
  fetch: (name: string) => Promise<{ readonly cMapData: Uint8Array; readonly isCompressed: true }>,
) => Promise<ReadCMap>;

/**
 * Returns the function with which pdf.js reads one of its CMaps from files. The names of the files have no
 * extension. pdf.js does not export this function, so its two modules about CMaps are cut out of the worker.
 */
export async function pdfjsReader(): Promise<
  (name: string, files: ReadonlyMap<string, Uint8Array>) => Promise<ReadCMap>
> {
  const worker = await readFile(join(root, 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8');
  const modules = ['binary_cmap', 'cmap'].map((name) => moduleIn(worker, `./src/core/${name}.js`));
  const code = ['class FormatError extends Error {}', ...modules, 'createBuiltInCMap;'].join('\n');
  const create = runInNewContext(code, {}, 'pdfjs-cmaps.js') as CreateBuiltInCMap;
  return (name, files) =>
    create(name, (wanted) => {
      const cMapData = files.get(wanted);
      if (cMapData === undefined) return Promise.reject(new Error(`There is no CMap ${wanted}.`));
      return Promise.resolve({ cMapData, isCompressed: true });
    });
}

/** Returns a module of a bundle. A comment with the module's path begins each module. */
function moduleIn(bundle: string, path: string): string {
  const start = bundle.indexOf(`\n;// ${path}\n`);
  if (start < 0) throw new Error(`pdf.js has no module ${path}.`);
  return bundle.slice(start, bundle.indexOf('\n;// ', start + 1));
}

/** Returns one text with everything that pdf.js knows about a CMap, so that two CMaps can be compared. */
export function contentOf(cmap: ReadCMap): string {
  const entries: (number | string)[] = [];
  cmap.forEach((code, value) => void entries.push(Number(code), value));
  return JSON.stringify({ ...cmap, _map: entries, useCMap: undefined });
}
