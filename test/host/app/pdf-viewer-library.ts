/** The app's own pdf.js, as far as the host touches it. */
interface PdfViewerLibrary {
  readonly version: string;
  readonly GlobalWorkerOptions: { workerSrc: string };
}

const folder = '/npm/pdfjs-dist/build';

/** Obsidian's `loadPdfJs`: the pdf.js of the app's viewer, which is also the global `pdfjsLib` from then on. */
export async function loadPdfJs(): Promise<PdfViewerLibrary> {
  const known: unknown = Reflect.get(window, 'pdfjsLib');
  if (isLibrary(known)) return known;
  const loaded: unknown = await import(`${folder}/pdf.mjs`);
  if (!isLibrary(loaded)) throw new Error('pdfjs-dist has no GlobalWorkerOptions');
  loaded.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.mjs`;
  Object.assign(window, { pdfjsLib: loaded });
  return loaded;
}

function isLibrary(value: unknown): value is PdfViewerLibrary {
  return typeof value === 'object' && value !== null && 'GlobalWorkerOptions' in value;
}
