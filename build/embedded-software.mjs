/**
 * Lists software inside of the bundled packages. The build must state the licences of this software in
 * addition to the licences of the packages.
 */

/**
 * Software in a package. `within` is the path of a file, or of a folder if the path ends with a slash. A
 * bundle contains the software if it contains code of this file or folder. If the file does not contain the
 * text `anchor`, the build stops. `licences` are the paths of the licences. All paths are relative to the
 * root of the project.
 * @typedef {object} Embedded
 * @property {string} name
 * @property {string} licence
 * @property {string} within
 * @property {string} [anchor]
 * @property {readonly string[]} licences
 */

const pdfWorker = 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs';
const wasm = 'node_modules/pdfjs-dist/wasm';
const texts = 'build/licences';

/** @type {readonly Embedded[]} */
export const embeddedSoftware = [
  {
    name: 'Adobe CMap resources, in pdfjs-dist',
    licence: 'BSD-3-Clause',
    within: 'node_modules/pdfjs-dist/cmaps/',
    licences: ['node_modules/pdfjs-dist/cmaps/LICENSE'],
  },
  {
    name: 'OpenJPEG, in pdfjs-dist',
    licence: 'BSD-2-Clause',
    within: `${wasm}/openjpeg.wasm`,
    licences: [`${wasm}/LICENSE_OPENJPEG`, `${wasm}/LICENSE_PDFJS_OPENJPEG`],
  },
  {
    name: 'Emscripten runtime, in OpenJPEG',
    licence: 'MIT',
    within: `${wasm}/openjpeg.wasm`,
    licences: [`${texts}/emscripten.txt`],
  },
  {
    name: 'musl, in OpenJPEG',
    licence: 'MIT',
    within: `${wasm}/openjpeg.wasm`,
    licences: [`${texts}/musl.txt`],
  },
  {
    name: 'qcms (its JavaScript half), in pdfjs-dist',
    licence: 'MIT and BSD-2-Clause',
    within: pdfWorker,
    anchor: ';// ./external/qcms/qcms.js',
    licences: [`${wasm}/LICENSE_QCMS`, `${wasm}/LICENSE_PDFJS_QCMS`],
  },
  {
    name: 'CCITT decoder of Xpdf, in pdfjs-dist',
    licence: 'Apache-2.0',
    within: pdfWorker,
    anchor: ';// ./src/core/ccitt.js',
    licences: [`${texts}/ccitt.txt`],
  },
  {
    name: 'MurmurHash3 of Opera Software, in pdfjs-dist',
    licence: 'Apache-2.0',
    within: pdfWorker,
    anchor: ';// ./src/shared/murmurhash3.js',
    licences: [`${texts}/murmurhash3.txt`],
  },
  {
    name: 'neoqs, in openai',
    licence: 'BSD-3-Clause',
    within: 'node_modules/openai/internal/qs/',
    licences: ['node_modules/openai/src/internal/qs/LICENSE.md'],
  },
  {
    name: 'tslib, in openai',
    licence: '0BSD',
    within: 'node_modules/openai/internal/tslib.mjs',
    licences: [`${texts}/tslib.txt`],
  },
];
