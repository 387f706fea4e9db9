import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ParagraphKind } from '../../../src/pdf/document';
import { sentencesOf, type Half } from './data';
import type { TodoDocument } from './todos';

const FOLDER = new URL('written-todos/', import.meta.url);
/** The last of every three documents in a file belongs to the test part. */
const [EVERY, KEPT] = [3, 2];

export type WrittenFile = 'en' | 'zh' | 'quiet';

/**
 * Returns documents that were written for this project, with labels for the sentences that are to-dos (see
 * `written-todos/README.md`). The documents in `quiet` have no to-dos.
 * @throws Error when the sentences of a document do not contain all of its characters
 */
export async function writtenDocuments(file: WrittenFile, half: Half): Promise<TodoDocument[]> {
  const isWanted = (index: number): boolean => (index % EVERY === KEPT) === (half === 'test');
  return (await documentsIn(new URL(`${file}.txt`, FOLDER))).filter((_, index) => isWanted(index));
}

/**
 * Returns labelled documents from another folder. These can be real documents that must not be published.
 * @throws the error of the file system when the file cannot be read
 */
export async function furtherDocuments(folder: string, file: WrittenFile): Promise<TodoDocument[]> {
  return documentsIn(new URL(`${file}.txt`, pathToFileURL(`${folder}/`)));
}

async function documentsIn(file: URL): Promise<TodoDocument[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split(/^== /mu)
    .slice(1)
    .map((each) => documentIn(each));
}

function documentIn(source: string): TodoDocument {
  const [head = '', ...lines] = source.split('\n');
  const marked = lines.filter((line) => line.trim() !== '').map(blockOf);
  const sentences = sentencesOf(marked.map(({ kind, text }) => ({ kind, text: plain(text) })));
  /** The places of the labels, counted in characters that are not white space. */
  const places: { label: 'A' | 'B'; at: number }[] = [];
  let read = 0;
  for (const { text } of marked) {
    for (const match of text.matchAll(/\{([AB])\}/gu))
      places.push({
        label: match[1] === 'A' ? 'A' : 'B',
        at: read + widthOf(plain(text.slice(0, match.index))),
      });
    read += widthOf(plain(text));
  }
  const labels = { A: [] as number[], B: [] as number[] };
  let from = 0;
  for (const { number, text } of sentences) {
    const to = from + widthOf(text);
    const own = places.filter(({ at }) => at >= from && at < to).map(({ label }) => label);
    if (own.includes('A')) labels.A.push(number);
    else if (own.includes('B')) labels.B.push(number);
    from = to;
  }
  if (from !== read) throw new Error(`Some characters of ${head} are missing from its sentences.`);
  return { id: head.split(' ')[0] ?? '', sentences: sentences.map((each) => ({ ...each, page: 1 })), labels };
}

function blockOf(line: string): { kind: ParagraphKind; text: string } {
  if (line.startsWith('#')) return { kind: 'heading', text: line.replace(/^#+\s*/u, '') };
  if (!line.startsWith('|')) return { kind: 'text', text: line };
  const cells = line.slice(1).split('|');
  return { kind: 'row', text: cells.map((cell) => cell.trim()).join('\t') };
}

function plain(text: string): string {
  return text.replace(/\{[AB]\}/gu, '');
}

function widthOf(text: string): number {
  return text.replace(/\s/gu, '').length;
}
