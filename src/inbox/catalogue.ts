import { throwIfCancelled } from '../failure';
import { usualChoice, type Choice } from './folder-jobs';
import type { HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import type { LeftOut } from './left-out';
import { mayBeLocked, type ReadSlice } from './locked';
import type { InboxVault, PdfFile } from './vault';

/** A PDF that has no note yet. */
export interface NewPdf {
  readonly file: PdfFile;
  /** The size in bytes. */
  readonly size: number;
  /** True when the PDF is encrypted. Some encrypted PDFs open without a password. */
  readonly locked: boolean;
  /** True when the PDF is in a subfolder of the examined folder. */
  readonly below: boolean;
}

/** The contents of a folder, including its subfolders. */
export interface Catalogue {
  readonly folder: string;
  readonly fresh: readonly NewPdf[];
  /** The number of PDFs that have a note. */
  readonly done: number;
  /** The number of PDFs that are left out because their notes were deleted. */
  readonly leftOut: number;
  /** The number of PDFs that are in the queue or will be queued soon. */
  readonly waiting: number;
}

export interface SurveyPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly leftOut: Pick<LeftOut, 'hadNote'>;
  readonly readSlice: ReadSlice;
  /** Returns the PDFs that are waiting or being processed. */
  readonly underWay: () => ReadonlySet<PdfFile>;
}

export interface SurveyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/** Number of files that are examined at the same time. More would slow the app. */
const atOnce = 8;

/**
 * Examines a folder without reading any PDF completely. It uses the size and time that the app knows, the
 * cached hash, and a few kilobytes of each new PDF. A PDF that was never read on this device is taken as done
 * when the property `source_file` of a note links to the PDF.
 * @throws Cancelled
 */
export async function survey(
  folder: string,
  ports: SurveyPorts,
  { signal, onProgress }: SurveyOptions,
): Promise<Catalogue> {
  await ports.notes.ready();
  const files = ports.vault.pdfsBelow(folder);
  const underWay = ports.underWay();
  const sources = ports.notes.sources();
  const seen: (NewPdf | Counted)[] = [];
  let next = 0;
  const examineNext = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      throwIfCancelled(signal);
      if (next % atOnce === 0) onProgress(next, files.length);
      const index = next++;
      seen[index] = underWay.has(file) ? 'waiting' : await examine(file, folder, sources, ports);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, examineNext));
  throwIfCancelled(signal);
  const count = (kind: Counted): number => seen.filter((one) => one === kind).length;
  return {
    folder,
    fresh: seen.filter((one) => typeof one === 'object'),
    done: count('done'),
    leftOut: count('leftOut'),
    waiting: count('waiting'),
  };
}

/** The kinds of PDFs that are not new. */
type Counted = 'done' | 'gone' | 'leftOut' | 'waiting';

async function examine(
  file: PdfFile,
  folder: string,
  sources: ReadonlySet<string>,
  { vault, notes, hashes, leftOut, readSlice }: SurveyPorts,
): Promise<NewPdf | Counted> {
  const stat = vault.exists(file) ? (file.stat ?? (await vault.stat(file))) : null;
  if (stat === null) return 'gone';
  const hash = hashes.recall(file, stat);
  if (hash === undefined ? sources.has(file.path) : notes.byHash(hash) !== null) return 'done';
  if (hash !== undefined && leftOut.hadNote(hash)) return 'leftOut';
  const inside = folder === '/' ? file.path : file.path.slice(folder.length + 1);
  const locked = await mayBeLocked(stat.size, (from, to) => readSlice(file, from, to));
  return { file, size: stat.size, locked, below: inside.includes('/') };
}

export function isLarge({ size }: NewPdf, { limit }: Choice): boolean {
  return size > limit * 1_000_000;
}

/** Returns the new PDFs that the choice selects. */
export function chosen(fresh: readonly NewPdf[], choice: Choice): readonly NewPdf[] {
  return fresh.filter(
    (pdf) =>
      (choice.subfolders || !pdf.below) &&
      (choice.locked || !pdf.locked) &&
      (choice.large || !isLarge(pdf, choice)),
  );
}

/** Returns whether the PDFs are so few and small that the user need not be asked. */
export function isFew({ fresh }: Pick<Catalogue, 'fresh'>): boolean {
  return fresh.length <= 5 && !fresh.some((pdf) => isLarge(pdf, usualChoice));
}

/**
 * Bytes of a PDF per token of its text: the lower and the upper quartile of the documents with three or more
 * pages in public test collections. The range is wide because of pictures, fonts and scans.
 */
const bytesPerToken = { few: 35, many: 190 };

/** Tokens of the instructions and the response for a short document. */
const tokensPerPdf = 1_000;

/**
 * Tokens of the second reading, in which a model checks the statements: per document, and per token of its
 * text.
 */
const readingTokens = { perPdf: 500, perToken: 0.03 };

/** The estimated tokens for a set of files, rounded to two digits. */
export interface Estimate {
  readonly low: number;
  /** Absent when it equals `low`. */
  readonly high?: number;
  /** The upper estimate for the second reading alone. Absent without a second reading. */
  readonly reading?: number;
}

/**
 * Estimates the tokens for files of these sizes in bytes. If `readsTwice` is true, the second reading of the
 * statements is included.
 */
export function estimateTokens(sizes: readonly number[], readsTwice: boolean): Estimate {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const digest = (each: number): number => sizes.length * tokensPerPdf + bytes / each;
  const reading = (each: number): number =>
    readsTwice ? sizes.length * readingTokens.perPdf + (bytes / each) * readingTokens.perToken : 0;
  const total = (each: number): number => twoDigits(digest(each) + reading(each));
  const [low, high] = [total(bytesPerToken.many), total(bytesPerToken.few)];
  const most = twoDigits(reading(bytesPerToken.few));
  return { low, ...(high === low ? {} : { high }), ...(most === 0 ? {} : { reading: most }) };
}

function twoDigits(tokens: number): number {
  return Number(tokens.toPrecision(2));
}
