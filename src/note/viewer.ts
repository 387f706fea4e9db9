import type { Citation } from '../digest/digest';

/**
 * The functions of the app's PDF viewer that are needed to write links into a PDF. `src/app/pdf-viewer.ts`
 * implements it.
 */
export interface PdfViewer {
  /**
   * Returns the pages on which a link may mark its passage, because the viewer splits their text into the
   * same items as the plugin does. Pages that cannot be compared are left out. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
