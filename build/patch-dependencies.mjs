/** Applies the patches of `patches.mjs` while a bundle is built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedVersions, END, patches } from './patches.mjs';

/** @typedef {import('./patches.mjs').Patch} Patch */

/**
 * Applies one patch. The anchors of a patch are texts that mark the part which the patch replaces.
 * @param {string} text
 * @param {Patch} patch
 * @returns {string}
 * @throws Error when an anchor does not occur exactly once in the text.
 */
export function applyPatch(text, patch) {
  if ('anchor' in patch) {
    const start = offsetOf(patch.anchor, text, patch);
    return text.slice(0, start) + patch.replacement + text.slice(start + patch.anchor.length);
  }
  const start = offsetOf(patch.from, text, patch);
  const end = patch.upTo === END ? text.length : offsetOf(patch.upTo, text, patch);
  if (end < start) throw new Error(`Patch of ${patch.file}: "${patch.upTo}" comes before "${patch.from}".`);
  return `${text.slice(0, start)}${patch.replacement}\n${text.slice(end)}`;
}

/**
 * @param {string} anchor
 * @param {string} text
 * @param {Patch} patch
 * @returns {number}
 */
function offsetOf(anchor, text, patch) {
  const count = text.split(anchor).length - 1;
  if (count === 1) return text.indexOf(anchor);
  throw new Error(
    `Patch of ${patch.file}: its anchor occurs ${count} times instead of once.\n` +
      `Reason for the patch: ${patch.reason}\nAnchor:\n${anchor}`,
  );
}

/**
 * Checks the versions of the packages from which patches remove parts.
 * @param {string} root The folder that contains `node_modules`.
 * @throws Error when a version differs from the one with which the patches were checked.
 */
async function assertCheckedVersions(root) {
  for (const [name, wanted] of Object.entries(checkedVersions)) {
    /** @type {unknown} */
    const manifest = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? manifest.version
        : undefined;
    if (version !== wanted) {
      throw new Error(
        `${name} is ${String(version)}; the patches were checked against ${wanted}. Check each of them again.`,
      );
    }
  }
}

/** @type {import('esbuild').Plugin} */
export const patchDependencies = {
  name: 'patch-dependencies',
  setup(build) {
    build.onStart(() => assertCheckedVersions(build.initialOptions.absWorkingDir ?? '.'));
    for (const file of new Set(patches.map((patch) => patch.file))) {
      const filter = new RegExp(`[\\\\/]node_modules[\\\\/]${file.split('/').map(escape).join('[\\\\/]')}$`);
      build.onLoad({ filter }, async ({ path }) => {
        const original = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
        const contents = patches.filter((patch) => patch.file === file).reduce(applyPatch, original);
        return { contents, loader: 'js' };
      });
    }
  },
};

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
