import type { Failure } from '../failure';
import type { HashMemory } from '../inbox/identify';
import type { KnownNotes } from '../inbox/known-notes';
import type { InboxVault } from '../inbox/vault';
import type { LanguageModel } from '../llm/model';
import type { LaidOutReading, PageReader } from '../llm/page-reader';
import type { PageChanges } from '../note/changes/page-changes';
import type { NoteUpdater, NoteWriter } from '../note/writer';
import type { DigestEngine } from '../digest/engine';
import type { PdfExtractor } from '../pdf/extractor';
import type { Passwords } from '../pdf/passwords';
import type { Allowance, AskCost } from './approve';

export interface DigestOptions {
  readonly instructions: string;
  readonly outputLanguage: string;
}

/** What the stages need of the world, together. */
export interface PipelinePorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly extractor: PdfExtractor;
  readonly engine: DigestEngine;
  readonly passwords: Passwords;
  readonly writer: NoteWriter & NoteUpdater;
  /** How an extracted PDF differs from what a note keeps of it; null when that cannot be told. @throws Failure, Cancelled */
  readonly changesSince: (notePath: string, pdf: Blob, signal: AbortSignal) => Promise<PageChanges | null>;
  /** The configured model, or null for the offline engine. @throws Failure `llm-key-missing` */
  readonly model: () => LanguageModel | null;
  /** The vision model for pages without usable text, or null when they are to be left out. */
  readonly reader: () => PageReader<LaidOutReading> | null;
  /** Whether statements are read a second time by a model. */
  readonly readsTwice: () => boolean;
  readonly options: () => DigestOptions;
  readonly allowance: () => Allowance;
  readonly askCost: AskCost;
  /** How many PDFs are to be worked on after the one at hand. */
  readonly ahead: () => number;
  readonly now: () => Date;
  /** Takes failures that end neither the PDF nor the queue: of one page image, or of a comparison. */
  readonly onSideFailure: (failure: Failure) => void;
}
