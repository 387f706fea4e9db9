import type { Citation } from '../digest/digest';

/** The app's PDF viewer, as far as links into a PDF depend on it. `src/app/pdf-viewer.ts` implements it. */
export interface PdfViewer {
  /**
   * The pages on which a link may mark its passage, because the viewer splits their text into the same items
   * as we do. Pages that cannot be compared are left out. Never rejects.
   */
  markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>>;
}
