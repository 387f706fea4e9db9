import { throwIfCancelled } from '../failure';
import type { DeviceStore, HashMemory } from './identify';
import type { KnownNotes } from './known-notes';
import { mayBeLocked, type ReadSlice } from './locked';
import type { InboxVault, PdfFile } from './vault';

/** A PDF without a note. */
export interface NewPdf {
  readonly file: PdfFile;
  /** Bytes. */
  readonly size: number;
  /** Protected; whether by a password that has to be asked for shows when it is opened. */
  readonly locked: boolean;
  /** Below the folder's subfolders, not in the folder itself. */
  readonly below: boolean;
}

/** What a folder holds, subfolders included. */
export interface Catalogue {
  readonly folder: string;
  readonly fresh: readonly NewPdf[];
  /** PDFs that have a note. */
  readonly done: number;
  /** PDFs that the queue has, or is going to have. */
  readonly waiting: number;
}

/** Which of the new PDFs are wanted. */
export interface Choice {
  readonly subfolders: boolean;
  readonly locked: boolean;
  readonly large: boolean;
  /** What is larger counts as large. MB of a million bytes. */
  readonly limit: number;
}

/** Everything but what is so large that it stops being a document; 50 MB is some hundreds of scanned pages. */
export const usualChoice: Choice = { subfolders: true, locked: true, large: false, limit: 50 };

export interface SurveyPorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly readSlice: ReadSlice;
  /** The PDFs that are waiting or worked on. */
  readonly underWay: () => ReadonlySet<PdfFile>;
}

export interface SurveyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/** Files looked at together: enough to keep a disk busy, few enough to leave the app room. */
const atOnce = 8;

/**
 * Looks through a folder without reading any PDF whole: size and time as the app knows them, the hash from memory, and a
 * few kilobytes of each new one. What was never read on this device counts as done when a note names it as its source.
 * @throws Cancelled
 */
export async function survey(folder: string, ports: SurveyPorts, { signal, onProgress }: SurveyOptions): Promise<Catalogue> {
  await ports.notes.ready();
  const files = ports.vault.pdfsBelow(folder);
  const underWay = ports.underWay();
  const sources = ports.notes.sources();
  const seen: (NewPdf | 'done' | 'gone' | 'waiting')[] = [];
  let next = 0;
  const lookOn = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      throwIfCancelled(signal);
      if (next % atOnce === 0) onProgress(next, files.length);
      const index = next++;
      seen[index] = underWay.has(file) ? 'waiting' : await look(file, folder, sources, ports);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lookOn));
  throwIfCancelled(signal);
  const count = (kind: 'done' | 'waiting'): number => seen.filter((one) => one === kind).length;
  return { folder, fresh: seen.filter((one) => typeof one === 'object'), done: count('done'), waiting: count('waiting') };
}

async function look(
  file: PdfFile,
  folder: string,
  sources: ReadonlySet<string>,
  { vault, notes, hashes, readSlice }: SurveyPorts,
): Promise<NewPdf | 'done' | 'gone'> {
  const stat = vault.exists(file) ? (file.stat ?? (await vault.stat(file))) : null;
  if (stat === null) return 'gone';
  const hash = hashes.recall(file, stat);
  if (hash === undefined ? sources.has(file.path) : notes.byHash(hash) !== null) return 'done';
  const inside = folder === '/' ? file.path : file.path.slice(folder.length + 1);
  const locked = await mayBeLocked(stat.size, (from, to) => readSlice(file, from, to));
  return { file, size: stat.size, locked, below: inside.includes('/') };
}

/** True when the PDF is one of those that have more bytes than the choice's limit. */
export function isLarge({ size }: NewPdf, { limit }: Choice): boolean {
  return size > limit * 1_000_000;
}

/** The new PDFs that a choice takes in. */
export function chosen(fresh: readonly NewPdf[], choice: Choice): readonly NewPdf[] {
  return fresh.filter(
    (pdf) => (choice.subfolders || !pdf.below) && (choice.locked || !pdf.locked) && (choice.large || !isLarge(pdf, choice)),
  );
}

/** So few and small that nobody has to be asked. */
export function isFew({ fresh }: Catalogue): boolean {
  return fresh.length <= 5 && !fresh.some((pdf) => isLarge(pdf, usualChoice));
}

/**
 * Bytes of a PDF for each token of its text: the quartiles over the documents of three pages and more of public test
 * collections. Pictures, fonts and scans are what makes it differ so much.
 */
const bytesPerToken = { few: 35, many: 190 };

/** Tokens of the instructions and the answer for a short document. */
const tokensPerPdf = 1_000;

/** Tokens of reading statements a second time: for each document, and for each token of its text. */
const readingTokens = { perPdf: 500, perToken: 0.03 };

/** Tokens that files are likely to take, to two digits. */
export interface Estimate {
  readonly low: number;
  /** Left out where it is as `low`. */
  readonly high?: number;
  /** At most so many of them are for reading statements a second time; left out where nothing is. */
  readonly reading?: number;
}

/** What files of these sizes (bytes) take; `readsTwice`: their statements are read a second time. */
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

/** A folder that is being digested. */
export interface FolderJob {
  readonly folder: string;
  readonly choice: Choice;
}

const storeKey = 'pdf-inbox-folder-job';

/** Remembers on the device which folder was being digested, so that it goes on after a restart. */
export class FolderJobs {
  constructor(private readonly store: DeviceStore) {}

  /** The job that was not finished, or null. */
  load(): FolderJob | null {
    const stored = this.store.load(storeKey);
    return isJob(stored) ? stored : null;
  }

  /** Null: it is finished. */
  save(job: FolderJob | null): void {
    if (job !== null || this.load() !== null) this.store.save(storeKey, job);
  }
}

function isJob(value: unknown): value is FolderJob {
  if (typeof value !== 'object' || value === null || !('folder' in value) || !('choice' in value)) return false;
  const { folder, choice } = value;
  if (typeof folder !== 'string' || typeof choice !== 'object' || choice === null) return false;
  return Object.entries(usualChoice).every(([key, like]) => typeof Reflect.get(choice, key) === typeof like);
}
