import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageImage } from '../extractor';
import type { PaintedTwice } from '../hidden/judge';
import { createCanvas } from './canvas';
import { withTextAs } from './factories';

/** Points are the unit of PDF. */
const POINTS_PER_INCH = 72;

/** The resolution of a page, and the maximum number of its pixels. */
export interface Resolution {
  readonly dpi: number;
  readonly maxPixels: number;
}

/** Paints a page on white. The caller frees the canvas by setting its size to zero. */
async function paint(page: PDFPageProxy, resolution: Resolution): Promise<ReturnType<typeof createCanvas>> {
  const viewport = viewportOf(page, resolution);
  const target = createCanvas(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  );
  // With the intent "print", the page is painted without interruption. "display" would wait for animation
  // frames, which a worker does not have.
  await page.render({ ...forWorker(target.context), viewport, intent: 'print' }).promise;
  return target;
}

function viewportOf(
  page: PDFPageProxy,
  { dpi, maxPixels }: Resolution,
): ReturnType<PDFPageProxy['getViewport']> {
  const natural = page.getViewport({ scale: 1 });
  const fitting = Math.sqrt(maxPixels / Math.max(1, natural.width * natural.height));
  return page.getViewport({ scale: Math.min(dpi / POINTS_PER_INCH, fitting) });
}

/** The types of pdf.js allow only the canvas of a web page, but its code also accepts an offscreen canvas. */
function forWorker(context: OffscreenCanvasRenderingContext2D): { canvasContext: CanvasRenderingContext2D } {
  const target: { canvasContext: unknown } = { canvasContext: context };
  return target as { canvasContext: CanvasRenderingContext2D };
}

export async function renderPage(
  page: PDFPageProxy,
  resolution: Resolution,
  quality: number,
): Promise<PageImage> {
  const { canvas } = await paint(page, resolution);
  const { width, height } = canvas;
  try {
    return { jpeg: await canvas.convertToBlob({ type: 'image/jpeg', quality }), width, height };
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Returns red, green, blue and alpha of each pixel. */
export async function pagePixels(page: PDFPageProxy, resolution: Resolution): Promise<Uint8ClampedArray> {
  const { canvas, context } = await paint(page, resolution);
  try {
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Paints a page twice: with blocks in place of its text, and without its text. */
export async function paintTwice(page: PDFPageProxy, resolution: Resolution): Promise<PaintedTwice> {
  const viewport = viewportOf(page, resolution);
  const withText = await withTextAs('blocks', () => pagePixels(page, resolution));
  const withoutText = await withTextAs('nothing', () => pagePixels(page, resolution));
  return {
    withText,
    withoutText,
    width: Math.max(1, Math.floor(viewport.width)),
    height: Math.max(1, Math.floor(viewport.height)),
    toPixels: viewport.transform,
  };
}
