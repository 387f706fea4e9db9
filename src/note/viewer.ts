import type { Citation } from '../digest/digest';

/** The functions of the app's PDF viewer for links into a PDF. `src/app/pdf-viewer.ts` implements them. */
export interface PdfViewer {
  /**
   * Returns the pages on which a link can mark its passage, because the viewer splits their text into the
   * same items as the plugin. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
