/** Applies the patches of `patches.mjs` while a bundle is built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedVersions, END, patches } from './patches.mjs';

/** @typedef {import('./patches.mjs').Patch} Patch */

/**
 * Applies patches, one after the other. The text is changed in place, as bytes: pdf.js has megabytes, and a
 * new string for each patch would take seconds.
 * @param {string} text
 * @param {readonly Patch[]} wanted
 * @returns {string}
 * @throws Error when an anchor does not occur exactly once in the text.
 */
export function applyPatches(text, wanted) {
  const changes = wanted.map((patch) => ({
    patch,
    inserted: Buffer.from('anchor' in patch ? patch.replacement : `${patch.replacement}\n`),
  }));
  const room = changes.reduce((sum, { inserted }) => sum + inserted.length, 0);
  const bytes = Buffer.alloc(Buffer.byteLength(text) + room);
  let length = bytes.write(text);
  for (const { patch, inserted } of changes) {
    const [start, end] = replacedBy(patch, bytes.subarray(0, length));
    bytes.copyWithin(start + inserted.length, end, length);
    bytes.set(inserted, start);
    length += inserted.length - (end - start);
  }
  return bytes.toString('utf8', 0, length);
}

/**
 * Returns the start and the end of the bytes that a patch replaces.
 * @param {Patch} patch
 * @param {Buffer} bytes
 * @returns {[start: number, end: number]}
 */
function replacedBy(patch, bytes) {
  if ('anchor' in patch) {
    const start = offsetOf(patch.anchor, bytes, patch);
    return [start, start + Buffer.byteLength(patch.anchor)];
  }
  const start = offsetOf(patch.from, bytes, patch);
  const end = patch.upTo === END ? bytes.length : offsetOf(patch.upTo, bytes, patch);
  if (end < start) throw new Error(`Patch of ${patch.file}: "${patch.upTo}" comes before "${patch.from}".`);
  return [start, end];
}

/**
 * @param {string} anchor
 * @param {Buffer} bytes
 * @param {Patch} patch
 * @returns {number}
 */
function offsetOf(anchor, bytes, patch) {
  const first = bytes.indexOf(anchor);
  if (first >= 0 && !bytes.includes(anchor, first + Buffer.byteLength(anchor))) return first;
  const count = bytes.toString().split(anchor).length - 1;
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
        `${name} has version ${String(version)}, but the patches were checked with ${wanted}. Check each patch again.`,
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
        const contents = applyPatches(
          original,
          patches.filter((patch) => patch.file === file),
        );
        return { contents, loader: 'js' };
      });
    }
  },
};

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
