import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { embeddedSoftware } from './embedded-software.mjs';

/**
 * `licence` is an SPDX expression. `texts` are the full texts of the licences.
 * @typedef {{ name: string, licence: string, texts: string[] }} Software
 */

/** Matches the folder and the name of the package in the path of a file. */
const packageFolder = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

/**
 * Lists the names of the packages that have files in a bundle.
 * @param {readonly string[]} inputs Absolute paths of the files in the bundle.
 * @returns {string[]} Sorted.
 */
export function packagesIn(inputs) {
  return [...new Set(foldersOf(inputs).map(([, name]) => name))];
}

/**
 * @param {readonly string[]} inputs
 * @returns {(readonly [folder: string, name: string])[]} Each folder once, sorted by name.
 */
function foldersOf(inputs) {
  /** @type {Map<string, string>} */
  const folders = new Map();
  for (const input of inputs) {
    const [folder, name] = packageFolder.exec(withSlashes(input)) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(folder, name);
  }
  return [...folders].sort(([, name], [, other]) => (name < other ? -1 : name > other ? 1 : 0));
}

/**
 * Lists the third-party software in a bundle: first the packages, then the software that is embedded in them.
 * @param {string} root The folder of the project.
 * @param {readonly string[]} inputs Absolute paths of the files in the bundle.
 * @returns {Promise<Software[]>}
 * @throws Error when a package has no licence file, or when a file no longer contains the text (the anchor)
 * by which embedded software is recognised.
 */
export async function softwareIn(root, inputs) {
  const paths = inputs.map(placeInPackages);
  const folders = foldersOf(inputs);
  const packages = await Promise.all(folders.map(([folder, name]) => packageSoftware(folder, name)));
  // If `node_modules` is a symbolic link, a package may have two paths, so each name is used only once.
  const byName = new Map(packages.map((software) => [software.name, software]));
  const embedded = embeddedSoftware.filter(({ within }) =>
    paths.some((path) => (within.endsWith('/') ? path.startsWith(within) : path === within)),
  );
  return [...byName.values(), ...(await Promise.all(embedded.map((one) => embeddedIn(root, one))))];
}

/**
 * Removes the part of a path before `node_modules/`. One file may have two paths that differ in this part,
 * because `node_modules` may be a symbolic link.
 * @param {string} input
 */
function placeInPackages(input) {
  const path = withSlashes(input);
  return path.slice(Math.max(0, path.lastIndexOf('node_modules/')));
}

/** @param {string} path */
function withSlashes(path) {
  return path.split(sep).join('/');
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Software>}
 */
async function packageSoftware(folder, name) {
  /** @type {{ version: string, license: string }} */
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file)).sort();
  if (files.length === 0) throw new Error(`The package ${name} has no licence file.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name: `${name} ${version}`, licence: license, texts };
}

/**
 * @param {string} root
 * @param {import('./embedded-software.mjs').Embedded} embedded
 * @returns {Promise<Software>}
 */
async function embeddedIn(root, { name, licence, within, anchor, licences }) {
  if (anchor !== undefined && !(await readFile(join(root, within), 'utf8')).includes(anchor)) {
    throw new Error(`${within} no longer contains "${anchor}". Look up how "${name}" is licensed now.`);
  }
  const texts = await Promise.all(licences.map((file) => readFile(join(root, file), 'utf8')));
  return { name, licence, texts };
}
