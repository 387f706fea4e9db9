/** Finds the imports between the files of a folder, including imports of types. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/**
 * An import of one file by another. `to` is relative to the folder, with slashes. `start` and `end` are the
 * offsets of the specifier in the importing file.
 * @typedef {{ to: string, start: number, end: number }} Import
 */

/**
 * Time in ms for which the imports of a folder are cached: long enough to lint many files, short enough to
 * notice edits.
 */
const freshness = 5_000;

/** @type {Map<string, { at: number, imports: ReadonlyMap<string, readonly Import[]> }>} */
const kept = new Map();

/**
 * Lists the imports of every TypeScript file below a folder. The key is the path of the importing file,
 * relative to the folder.
 * @param {string} root An absolute path.
 * @returns {ReadonlyMap<string, readonly Import[]>}
 */
export function importsBelow(root) {
  const known = kept.get(root);
  if (known !== undefined && Date.now() - known.at < freshness) return known.imports;
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => path.endsWith('.ts'));
  const imports = new Map(
    files.map((path) => [withSlashes(path), importsIn(readFileSync(join(root, path), 'utf8'), root, path)]),
  );
  kept.set(root, { at: Date.now(), imports });
  return imports;
}

/**
 * Lists those imports of a file that lead to files below `root`.
 * @param {string} text
 * @param {string} root The folder, an absolute path.
 * @param {string} path The path of the file with this text, relative to the folder.
 * @returns {Import[]}
 */
export function importsIn(text, root, path) {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.flatMap(({ fileName, pos, end }) => {
    const file = fileName.startsWith('.') ? fileAt(resolve(root, dirname(path), fileName)) : undefined;
    const to = file === undefined ? '..' : withSlashes(relative(root, file));
    return to.startsWith('..') ? [] : [{ to, start: pos, end }];
  });
}

/**
 * Returns the location of an import in its file, for a report.
 * @param {Import} target
 * @param {import('eslint').SourceCode} sourceCode
 */
export function locationOf({ start, end }, sourceCode) {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** @param {string} path */
function fileAt(path) {
  const candidates = [`${path}.ts`, join(path, 'index.ts'), path];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

/** @param {string} path */
function withSlashes(path) {
  return path.split(sep).join('/');
}
