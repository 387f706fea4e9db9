import { join } from 'node:path';

/**
 * Lists the files whose code is in the outputs of a build. Virtual modules (`virtual:…`) are left out.
 * @param {string} root The working directory of the build.
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]} Absolute paths, sorted.
 */
export function bundledInputs(root, metafile) {
  const paths = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return [...new Set(paths)]
    .filter((path) => !/^[\w-]+:/.test(path))
    .sort()
    .map((path) => join(root, path));
}
