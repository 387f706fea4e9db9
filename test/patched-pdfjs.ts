/** Provides pdf.js for Node with the patches of the build, so that benchmarks measure the released code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  getDocument,
  GlobalWorkerOptions,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { applyPatches } from '../build/patch-dependencies.mjs';
import { patches } from '../build/patches.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const WORKER = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

GlobalWorkerOptions.workerSrc = pathToFileURL(patchedWorker()).href;

function patchedWorker(): string {
  const original = readFileSync(join(root, 'node_modules', WORKER), 'utf8').replaceAll('\r\n', '\n');
  mkdirSync(join(root, 'out'), { recursive: true });
  const file = join(root, 'out', 'pdf.worker.patched.mjs');
  const wanted = patches.filter((patch) => patch.file === WORKER);
  writeFileSync(file, applyPatches(original, wanted));
  return file;
}

/** @throws the error of pdf.js when the document cannot be opened. */
export async function openPatched(data: Uint8Array): Promise<PDFDocumentProxy> {
  const cMapUrl = join(root, 'node_modules/pdfjs-dist/cmaps/');
  return getDocument({ data, verbosity: VerbosityLevel.ERRORS, cMapUrl, cMapPacked: true }).promise;
}
