import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOffline } from '../../../src/digest/offline/digest-offline';
import type { Action } from '../../../src/digest/digest';
import type { ParagraphKind } from '../../../src/pdf/document';
import type { Sentence } from '../../../src/text/sentence';
import { documentsOf, halfOf, sentencesOf, type Half } from './data';
import { meanOf, shareOf, type Figure } from './report';
import { writtenDocuments } from './written';

/**
 * Numbers of sentences, from 1. `A`: tasks of the reader. `B`: duties that are permanent or apply only under
 * a condition.
 */
export interface TodoLabels {
  readonly A: readonly number[];
  readonly B: readonly number[];
}

export interface TodoDocument {
  readonly id: string;
  readonly sentences: readonly Sentence[];
  readonly labels: TodoLabels;
}

/**
 * The labels of two documents point to a neighbouring sentence, because the texts were changed after they had
 * been labelled. In the first document, for example, the "task" is `Sincerely yours,`. To correct this, the
 * values are added to the sentence numbers in the labels.
 */
const CORRECTIONS: Readonly<Record<string, number>> = { e02_letter_severance: -1, e05_minutes_tsc2018: 1 };

const QUIET = ['scisumm', 'chinaxiv', 'legal', 'qmsum_train', 'vcwhole'] as const;

/** Returns the documents of one half of `todos/`, in the order of `labels.json`, with uncorrected labels. */
export async function todoDocuments(folder: string, half: Half): Promise<TodoDocument[]> {
  const all = JSON.parse(await readFile(join(folder, 'todos', 'labels.json'), 'utf8')) as Record<
    string,
    TodoLabels
  >;
  return Promise.all(
    halfOf(Object.entries(all), half).map(async ([id, labels]) => {
      const lines = (await readFile(join(folder, 'todos', `${id}.txt`), 'utf8')).split('\n');
      const blocks = lines.filter((line) => line.trim() !== '').map(blockOf);
      return { id, labels, sentences: sentencesOf(blocks).map((each) => ({ ...each, page: 1 })) };
    }),
  );
}

function corrected({ id, sentences, labels }: TodoDocument): TodoDocument {
  const moved = (numbers: readonly number[]): number[] =>
    numbers.map((number) => number + (CORRECTIONS[id] ?? 0));
  return { id, sentences, labels: { A: moved(labels.A), B: moved(labels.B) } };
}

function blockOf(line: string): { kind: ParagraphKind; text: string } {
  if (line.startsWith('#')) return { kind: 'heading', text: line.replace(/^#+\s*/u, '') };
  return { kind: line.includes('\t') ? 'row' : 'text', text: line };
}

/**
 * Returns the precision and the recall of the to-dos. For texts without any task, returns the mean number of
 * to-dos in a document.
 */
export async function todoFigures(folder: string, half: Half, isVerbose: boolean): Promise<Figure[]> {
  const written = [...(await writtenDocuments('en', half)), ...(await writtenDocuments('zh', half))];
  const isListed = isVerbose && half === 'train';
  const given = await todoDocuments(folder, half);
  const figures = [
    ...figuresOf('to-dos, labels as given', given, false),
    ...figuresOf('to-dos', given.map(corrected), isListed),
    ...figuresOf('to-dos (written)', written, isListed),
  ];
  const quiet = (await writtenDocuments('quiet', half)).map(({ sentences }) => actionsIn(sentences).length);
  figures.push({
    what: 'to-dos a document: written',
    items: quiet.length,
    ...meanOf(quiet),
    target: 0.5,
    isMost: true,
  });
  for (const file of QUIET) {
    const counts: number[] = [];
    for (const { id, blocks } of await documentsOf(folder, file, half)) {
      const actions = actionsIn(sentencesOf(blocks));
      counts.push(actions.length);
      if (isListed) for (const { text } of actions) console.log(`${file} ${id}: ${text}`);
    }
    const items = counts.length;
    figures.push({ what: `to-dos a document: ${file}`, items, ...meanOf(counts), target: 0.5, isMost: true });
  }
  return figures;
}

function actionsIn(sentences: readonly Sentence[]): readonly Action[] {
  return digestOffline({ sentences, pageCount: 1, notRead: [] }).digest.actions;
}

function figuresOf(what: string, docs: readonly TodoDocument[], isListed: boolean): Figure[] {
  let [shown, tasks, duties, found, all] = [0, 0, 0, 0, 0];
  for (const { id, sentences, labels } of docs) {
    const actions = actionsIn(sentences);
    const cited = actions.map(({ citations }) => citations.flatMap((citation) => citation.sentences));
    const isOf = (numbers: readonly number[], wanted: readonly number[]): boolean =>
      numbers.some((number) => wanted.includes(number));
    shown += actions.length;
    tasks += cited.filter((numbers) => isOf(numbers, labels.A)).length;
    duties += cited.filter((numbers) => isOf(numbers, labels.B) && !isOf(numbers, labels.A)).length;
    found += labels.A.filter((number) => cited.some((numbers) => numbers.includes(number))).length;
    all += labels.A.length;
    if (!isListed) continue;
    for (const [index, { text, owner, due }] of actions.entries()) {
      const numbers = cited[index] ?? [];
      const label = isOf(numbers, labels.A) ? 'A' : isOf(numbers, labels.B) ? 'B' : '-';
      const when = due.kind === 'none' ? '' : due.text;
      console.log(`${id} ${label} ${numbers.join()} [${owner}] [${when}] ${text}`);
    }
    for (const number of labels.A) {
      if (cited.some((numbers) => numbers.includes(number))) continue;
      console.log(`${id} missed ${String(number)} ${sentences[number - 1]?.text ?? ''}`);
    }
  }
  return [
    { what: `${what}: of those shown, to-dos`, items: shown, ...shareOf(tasks, shown), target: 60 },
    {
      what: `${what}: of those shown, to-dos or duties`,
      items: shown,
      ...shareOf(tasks + duties, shown),
      target: 90,
    },
    { what: `${what}: recall`, items: all, ...shareOf(found, all), target: 45 },
  ];
}
