import { getDocument, PasswordResponses, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Failure, type FailureKind } from '../../failure';
import { budget, DOCUMENT_LIMITS } from './budget';
import { createFactories, type PdfAssets } from './factories';

/**
 * An image with more pixels is not decoded. Each pixel takes four bytes, so larger images would exhaust the
 * memory of phones. A scan of an A3 page at 600 dpi has 70 million pixels.
 */
const MAX_IMAGE_PIXELS = 70_000_000;

/**
 * Opens a document with pdf.js.
 * @throws Failure of a `pdf-*` kind, for example `pdf-too-complex` when a limit of `budget.ts` is exceeded.
 */
export async function openDocument(
  pdf: { readonly file: Blob; readonly password?: string },
  assets: PdfAssets,
): Promise<PDFDocumentProxy> {
  budget.beginDocument();
  try {
    const loading = getDocument({
      data: new Uint8Array(await pdf.file.arrayBuffer()),
      ...(pdf.password === undefined ? {} : { password: pdf.password }),
      ...createFactories(assets),
      verbosity: 0,
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      // Glyphs are painted as paths, because a worker cannot add fonts to a web page.
      disableFontFace: true,
      isOffscreenCanvasSupported: true,
      isImageDecoderSupported: false,
      enableXfa: false,
      maxImageSize: MAX_IMAGE_PIXELS,
      // Without this size, pdf.js would search for the largest possible canvas by creating larger and larger
      // canvases, up to gigabytes.
      canvasMaxAreaInBytes: 4 * MAX_IMAGE_PIXELS,
    });
    const document = await loading.promise;
    if (document.numPages <= DOCUMENT_LIMITS.pages) return document;
    await document.destroy();
    throw new Failure('pdf-too-complex');
  } catch (thrown) {
    throw failureOfPdf(thrown);
  }
}

/** Converts an error from opening or reading a document to a Failure of a `pdf-*` kind. */
export function failureOfPdf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  // After the budget is exceeded, any error of pdf.js is a consequence of that.
  const kind = budget.isExceeded ? 'pdf-too-complex' : kindOfFailure(thrown);
  return new Failure(kind, { cause: thrown });
}

/**
 * Returns the kind of failure for an error of pdf.js. Most of these errors can be told apart only by their
 * message.
 */
export function kindOfFailure(thrown: unknown): FailureKind {
  if (!(thrown instanceof Error)) return 'pdf-corrupt';
  if (thrown.name === 'PasswordException') {
    const wrong = 'code' in thrown && thrown.code === PasswordResponses.INCORRECT_PASSWORD;
    return wrong ? 'pdf-password-wrong' : 'pdf-password-needed';
  }
  const { message } = thrown;
  if (/unknown encryption method|unsupported encryption algorithm|unknown crypto method/i.test(message)) {
    return 'pdf-unsupported-security';
  }
  if (/size is zero bytes/.test(message)) return 'pdf-empty';
  if (/allocation failed|out of memory|invalid (typed )?array( buffer)? length/i.test(message)) {
    return 'pdf-too-large';
  }
  return 'pdf-corrupt';
}
