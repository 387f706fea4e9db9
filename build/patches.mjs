/**
 * Changes made to dependencies while bundling. Each replaces an exact piece of a file of the installed package and
 * says why. When the piece is gone (or stands there another number of times) the build stops, so that an update of the
 * dependency is looked at by someone.
 */
import { readFile } from 'node:fs/promises';

/** @typedef {{ file: string, reason: string, anchor: string, replacement: string }} Patch */

const probeEval = {
  reason: 'A reviewer of the bundle rejects code made from strings; pdf.js works without it.',
  anchor: `  try {
    new Function("");
    return true;
  } catch {
    return false;
  }`,
  replacement: '  return false;',
};

/** @type {readonly Patch[]} */
const patches = [
  { file: 'pdfjs-dist/legacy/build/pdf.mjs', ...probeEval },
  { file: 'pdfjs-dist/legacy/build/pdf.worker.mjs', ...probeEval },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'PostScript functions are interpreted instead of compiled to JavaScript.',
    anchor: `      if (compiled) {
        return new Function("src", "srcOffset", "dest", "destOffset", compiled);
      }`,
    replacement: '',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'Both halves of pdf.js are in one script: there is no second file to import.',
    anchor: `      const worker = await import(
      /*webpackIgnore: true*/
      /*@vite-ignore*/
      this.workerSrc);
      return worker.WorkerMessageHandler;`,
    replacement: '      throw new Error("The worker half of pdf.js is missing.");',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'OpenJPEG is inlined as WebAssembly; its JavaScript twin is not shipped.',
    anchor: `      const mod = await import(
      /*webpackIgnore: true*/
      /*@vite-ignore*/
      path);
      instance = mod.default();`,
    replacement: '      throw new Error(`${path} is not shipped.`);',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason:
      'Both halves run in one thread, so cloning every text item only costs time. The sender makes a new list for ' +
      'each chunk of text but may reuse the object around it; everything else is cloned as before.',
    anchor: `      data: structuredClone(obj, transfer ? {
        transfer
      } : null)`,
    replacement: `      data: obj.chunk?.items && obj.chunk.styles ? { ...obj, chunk: { ...obj.chunk } } : structuredClone(obj, transfer ? {
        transfer
      } : null)`,
  },
  {
    file: 'openai/internal/utils/path.mjs',
    reason: 'A regular expression with lookbehind does not parse on older iOS, and reviewers reject it.',
    anchor: `    const invalidSegmentPattern = /(?<=^|\\/)(?:\\.|%2e){1,2}(?=\\/|$)/gi;
    let match;
    // Find all invalid segments
    while ((match = invalidSegmentPattern.exec(pathOnly)) !== null) {
        invalidSegments.push({
            start: match.index,
            length: match[0].length,
            error: \`Value "\${match[0]}" can\\'t be safely passed as a path parameter\`,
        });
    }`,
    replacement: `    let start = 0;
    for (const segment of pathOnly.split('/')) {
        if (/^(?:\\.|%2e){1,2}$/i.test(segment)) {
            invalidSegments.push({
                start,
                length: segment.length,
                error: \`Value "\${segment}" can't be safely passed as a path parameter\`,
            });
        }
        start += segment.length + 1;
    }`,
  },
];

/**
 * @param {string} text
 * @param {Patch} patch
 * @returns {string}
 * @throws Error when the anchor does not stand in the text exactly once.
 */
export function applyPatch(text, patch) {
  const parts = text.split(patch.anchor);
  if (parts.length !== 2) {
    throw new Error(
      `Patch of ${patch.file}: its anchor stands there ${parts.length - 1} times instead of once.\n` +
        `Why the patch is there: ${patch.reason}\nAnchor:\n${patch.anchor}`,
    );
  }
  return parts.join(patch.replacement);
}

/** @type {import('esbuild').Plugin} */
export const patchDependencies = {
  name: 'patch-dependencies',
  setup(build) {
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
