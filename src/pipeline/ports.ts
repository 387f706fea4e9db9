import type { Failure } from '../failure';
import type { HashMemory } from '../inbox/identify';
import type { InFlight } from '../inbox/in-flight';
import type { KnownNotes } from '../inbox/known-notes';
import type { Growing } from '../inbox/growing';
import type { LeftOut } from '../inbox/left-out';
import type { Patience } from '../inbox/patience';
import type { InboxVault } from '../inbox/vault';
import type { DraftWishes } from '../llm/model';
import type { LaidOutReading, PageReader } from '../llm/page-reader';
import type { SendingModel } from '../redact/redacting';
import type { PageChanges } from '../note/changes/page-changes';
import type { NoteUpdater, NoteWriter } from '../note/writer';
import type { DigestEngine } from '../digest/engine';
import type { PdfExtractor } from '../pdf/extractor';
import type { Passwords } from '../pdf/passwords';
import type { SizeLimits } from '../pdf/size-limits';
import type { Allowance, AskCost, AskImages } from './approve';

/** The functions and objects that the pipeline needs from other folders. */
export interface PipelinePorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly leftOut: Pick<LeftOut, 'hadNote' | 'isKept'>;
  readonly patience: Patience;
  readonly growing: Growing;
  /**
   * Returns true when this device wrote the note of the PDF with this hash, and nobody has changed the note
   * since then.
   */
  readonly isUntouched: (notePath: string, sha256: string) => Promise<boolean>;
  /** Records which PDF is being parsed. */
  readonly inFlight: InFlight;
  /**
   * Returns true when a PDF at this vault path lies in an inbox folder, so that it may be read automatically.
   */
  readonly isInInbox: (pdfPath: string) => boolean;
  /** Returns the limits of this device, which depend on its kind. */
  readonly sizeLimits: () => SizeLimits;
  readonly extractor: PdfExtractor;
  readonly engine: DigestEngine;
  readonly passwords: Passwords;
  readonly writer: NoteWriter & NoteUpdater;
  /**
   * Compares a PDF with the text that its note keeps. The result is null when the note does not keep enough
   * text.
   * @throws Failure, Cancelled
   */
  readonly changesSince: (notePath: string, pdf: Blob, signal: AbortSignal) => Promise<PageChanges | null>;
  /**
   * Returns true when a PDF at this vault path must not be sent to the configured endpoint: a rule for its
   * folder forbids this, and the endpoint is not in the user's own network.
   */
  readonly mustStayOnDevice: (pdfPath: string) => boolean;
  /** The configured model, or null for the offline engine. @throws Failure `settings-not-approved` */
  readonly model: () => SendingModel | null;
  /**
   * The vision model for pages without usable text, or null when these pages are left out.
   * @throws Failure `settings-not-approved`
   */
  readonly reader: () => PageReader<LaidOutReading> | null;
  /** Returns whether a model checks the statements of a digest in a second reading. */
  readonly readsTwice: () => boolean;
  /** Returns the user's wishes for the digest of the PDF at this vault path, such as the language. */
  readonly options: (pdfPath: string) => Promise<DraftWishes>;
  readonly allowance: () => Allowance;
  readonly askCost: AskCost;
  readonly askImages: AskImages;
  /** Returns the number of PDFs that wait behind the current one. */
  readonly waitingCount: () => number;
  readonly now: () => Date;
  /**
   * Reports that a page image could not be read, or that a PDF could not be compared with its note. The queue
   * does not pause.
   */
  readonly onSideFailure: (failure: Failure) => void;
}
