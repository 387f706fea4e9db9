import { readFile } from 'node:fs/promises';
import type { Examined } from '../../src/digest/examine';
import { comparable } from '../../src/digest/passages/quotes';
import type { Sentence } from '../../src/text/sentence';

/** A human's judgement of one statement. `field` is the field with the error. */
export interface Label {
  readonly path: string;
  readonly text: string;
  readonly true: boolean;
  readonly kind?: string;
  readonly field?: 'text' | 'owner' | 'due';
}

/**
 * Returns the sentences of a document. `lines` is the text that a model received, with ` | ` between the
 * cells of a row.
 */
export function sentencesOf(lines: string): Sentence[] {
  const sentences: Sentence[] = [];
  let page = 1;
  for (const line of lines.split('\n')) {
    page = Number(/^--- page (\d+) ---$/.exec(line)?.[1] ?? page);
    const [, number, words] = /^\[(\d+)\] (.*)$/.exec(line) ?? [];
    if (number === undefined || words === undefined) continue;
    const text = words.replaceAll(' | ', '\t');
    const kind = text.includes('\t') ? 'row' : 'text';
    sentences.push({ number: Number(number), page, text, kind, paragraph: Number(number), source: [] });
  }
  return sentences;
}

/** Finds the label of each statement by its section and text. A statement without a label is left out. */
export async function labelsOf(
  file: string,
  examined: readonly Examined[],
): Promise<ReadonlyMap<Examined, Label>> {
  const open = JSON.parse(await readFile(file, 'utf8')) as Label[];
  const found = new Map<Examined, Label>();
  for (const each of examined) {
    const { section, text, fact } = each.stated;
    const wanted = plain(fact === undefined || fact.name !== '' ? text : fact.value);
    const index = open.findIndex((label) => label.path.startsWith(section) && plain(label.text) === wanted);
    const [label] = index < 0 ? [] : open.splice(index, 1);
    if (label !== undefined) found.set(each, label);
  }
  return found;
}

function plain(text: string): string {
  return comparable(text.replace(/:\s*$/u, '')).toLowerCase();
}
