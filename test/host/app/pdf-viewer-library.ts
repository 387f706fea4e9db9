/** The app's own pdf.js, with only the members that the host uses. */
interface PdfViewerLibrary {
  readonly version: string;
  readonly GlobalWorkerOptions: { workerSrc: string };
}

const folder = '/npm/pdfjs-dist/build';

/** Obsidian's `loadPdfJs`: returns the pdf.js of the app's viewer and also sets the global `pdfjsLib`. */
export async function loadPdfJs(): Promise<PdfViewerLibrary> {
  const known: unknown = Reflect.get(window, 'pdfjsLib');
  if (isLibrary(known)) return known;
  await loadModule(`${folder}/pdf.mjs`);
  const loaded: unknown = Reflect.get(window, 'pdfjsLib');
  if (!isLibrary(loaded)) throw new Error('pdfjs-dist did not set pdfjsLib');
  loaded.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.mjs`;
  return loaded;
}

/** Loads a module with a script element. The module stores its exports in a global. */
function loadModule(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.head.createEl('script', { attr: { type: 'module', src: address } });
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      reject(new Error(`${address} could not be loaded`));
    });
  });
}

function isLibrary(value: unknown): value is PdfViewerLibrary {
  return typeof value === 'object' && value !== null && 'GlobalWorkerOptions' in value;
}
