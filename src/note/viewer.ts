import type { Citation } from '../digest/digest';

/** The part of the app's PDF viewer on which links into a PDF depend. */
export interface PdfViewer {
  /**
   * Returns the pages on which a link can mark the cited text. On these pages, the viewer splits the text
   * into the same items as the plugin. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
