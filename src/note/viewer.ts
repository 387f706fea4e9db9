import type { Citation } from '../digest/digest';

/** The functions of the app's PDF viewer for links into a PDF. `src/app/pdf-viewer.ts` implements them. */
export interface PdfViewer {
  /**
   * Returns the pages on which a link can mark the cited text. On these pages, the viewer splits the text
   * into the same items as the plugin. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
