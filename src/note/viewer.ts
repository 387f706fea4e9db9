import type { Citation } from '../digest/digest';

/** The app's own viewer, as far as links into a PDF depend on it; its adapter is `src/app/pdf-viewer.ts`. */
export interface PdfViewer {
  /**
   * The pages on which a link may mark its passage, because the viewer divides their text as we do. Pages it cannot
   * tell about are left out; it never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
