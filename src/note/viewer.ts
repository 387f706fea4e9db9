import type { Citation } from '../digest/digest';

/** What links into a PDF need to know about the app's PDF viewer. */
export interface PdfViewer {
  /**
   * Returns the pages on which a link can mark the cited text. On these pages, the viewer splits the text
   * into the same items as the plugin. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
