import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, ParagraphKind } from '../../../src/pdf/document';
import type { Sentence } from '../../../src/text/sentence';
import { toSentences } from '../../../src/text/segment';

/** A paragraph of a document. */
export interface Block {
  readonly kind: ParagraphKind;
  readonly text: string;
}

/** One line of a `*.jsonl` file. */
export interface Doc {
  readonly id: string;
  readonly lang: string;
  readonly blocks: readonly Block[];
  /** The paper without its abstract. Not every file has this field. */
  readonly body?: readonly Block[];
  /** A summary that a person wrote. */
  readonly ref?: string;
  readonly keys?: readonly string[];
}

/**
 * Rules and weights are made from `train`, one half of the data. The results are measured on the other half,
 * `test`.
 */
export type Half = 'train' | 'test';

/** Approximate length of the pages into which the blocks of a document are divided, in UTF-16 units. */
const PAGE = 3500;

/**
 * Returns one half of a list: the second, fourth, sixth item and so on for training, the other items for the
 * test.
 */
export function halfOf<Item>(items: readonly Item[], half: Half): readonly Item[] {
  return items.filter((_, index) => (index % 2 === 1) === (half === 'train'));
}

/**
 * Returns the documents of one half of a file.
 * @throws the error of the file system when the file cannot be read
 */
export async function documentsOf(folder: string, file: string, half: Half): Promise<readonly Doc[]> {
  const lines = (await readFile(join(folder, `${file}.jsonl`), 'utf8')).split('\n');
  const all = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Doc);
  return halfOf(all, half);
}

/** Cuts blocks into pages and sentences, as the plugin does with a PDF. */
export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  let read = 0;
  const pages = new Map<number, Block[]>();
  for (const block of blocks) {
    const number = Math.floor(read / PAGE) + 1;
    pages.set(number, [...(pages.get(number) ?? []), block]);
    read += block.text.length;
  }
  return toSentences([...pages].map(([number, on]) => pageOf(number, on)));
}

/** Returns a paper without the paragraphs under its heading "Abstract". */
export function withoutAbstract({ blocks, body }: Doc): readonly Block[] {
  if (body !== undefined) return body;
  const at = blocks.findIndex(({ text }) => /^abstract\W*$/iu.test(text.trim()));
  if (at < 0) return blocks;
  const next = blocks.findIndex(({ kind }, index) => index > at && kind === 'heading');
  return [...blocks.slice(0, at), ...blocks.slice(next < 0 ? blocks.length : next)];
}

function pageOf(number: number, blocks: readonly Block[]): Page {
  const paragraphs = blocks.map(({ kind, text }) => ({ kind, page: number, text, source: [] }));
  return { number, kind: 'text', width: 595, height: 842, paragraphs };
}
