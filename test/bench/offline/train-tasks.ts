import { candidatesContext } from './train-context';
import { passagesIn } from '../../../src/digest/offline/obligations';
import { NO_SECTION, sectionsOf } from '../../../src/digest/offline/task/sections';
import { signPriors, signsOf } from '../../../src/digest/offline/task/signs';
import type { Sentence } from '../../../src/text/sentence';
import { documentsOf, sentencesOf } from './data';
import { logistic, type Example } from './fit';
import { todoDocuments, type TodoDocument, type TodoLabels } from './todos';
import { furtherDocuments, writtenDocuments, type WrittenFile } from './written';

/** Texts that contain no task for the reader. */
const QUIET = ['scisumm', 'chinaxiv', 'legal', 'qmsum_train', 'vcwhole'] as const;
/**
 * Maximum number of documents from each set in `QUIET`. These long documents must not outweigh the labelled
 * ones.
 */
const MOST_QUIET = 6;
const PENALTY = 5;
/** The value of a duty, between 0 (no task) and 1 (a task). */
const DUTY = 0.25;

/**
 * Returns the examples in the labelled documents and in the texts without tasks, with one list per document.
 * @param further a folder with more labelled documents, in the form of `written-todos`
 */
export async function taskExamples(
  folder: string,
  further?: string,
): Promise<{ labelled: Example[][]; quiet: Example[][] }> {
  const examples = ({ sentences, labels }: TodoDocument): Example[] => examplesOf(sentences, labels);
  const written = [...(await writtenDocuments('en', 'train')), ...(await writtenDocuments('zh', 'train'))];
  const more = async (file: WrittenFile): Promise<TodoDocument[]> =>
    further === undefined ? [] : furtherDocuments(further, file);
  const real = [...(await todoDocuments(folder, 'train')), ...(await more('en')), ...(await more('zh'))];
  const labelled = [...real, ...written].map(examples);
  const quiet = [...(await writtenDocuments('quiet', 'train')), ...(await more('quiet'))].map(examples);
  for (const file of QUIET) {
    for (const { blocks } of (await documentsOf(folder, file, 'train')).slice(0, MOST_QUIET))
      quiet.push(examplesOf(sentencesOf(blocks), { A: [], B: [] }));
  }
  return { labelled, quiet };
}

export function taskWeights(examples: readonly Example[]): number[] {
  return logistic(examples, PENALTY, signPriors);
}

function examplesOf(sentences: readonly Sentence[], { A, B }: TodoLabels): Example[] {
  const { units, setting } = candidatesContext(sentences);
  const sections = sectionsOf(units);
  return units.flatMap((unit, index) => {
    const section = sections[index] ?? NO_SECTION;
    const isOf = (numbers: readonly number[]): boolean =>
      unit.numbers.some((number) => numbers.includes(number));
    const wanted = isOf(A) ? 1 : isOf(B) ? DUTY : 0;
    return passagesIn(unit, section, setting).map(({ place }) => ({ features: signsOf(place), wanted }));
  });
}
