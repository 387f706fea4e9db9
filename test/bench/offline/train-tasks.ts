import { candidatesContext } from './train-context';
import { hasNoTasks } from '../../../src/digest/offline/actions';
import { passagesIn } from '../../../src/digest/offline/obligations';
import { NO_SECTION, sectionsOf } from '../../../src/digest/offline/task/sections';
import { signPriors, signsOf } from '../../../src/digest/offline/task/signs';
import type { Sentence } from '../../../src/text/sentence';
import { documentsOf, sentencesOf } from './data';
import { logistic, type Example } from './fit';
import { todoDocuments, type TodoDocument, type TodoLabels } from './todos';
import { furtherDocuments, writtenDocuments, type WrittenFile } from './written';

/** The data sets whose texts contain no task for the reader. */
const QUIET = ['scisumm', 'chinaxiv', 'legal', 'qmsum_train', 'vcwhole'] as const;
/**
 * Maximum number of documents from each set in `QUIET`. These long documents must not outweigh the labelled
 * ones.
 */
const MOST_QUIET = 6;
const PENALTY = 5;
/**
 * A duty is permanent or applies only under a condition. The weights `task` are trained to predict 1 for a
 * task, this value for a duty, and 0 for any other passage.
 */
const DUTY = 0.25;

/** A sentence, or a part of one, with its label. */
export interface LabelledPassage {
  readonly features: readonly number[];
  readonly label: 'task' | 'duty' | 'other';
}

/**
 * Returns one list of labelled passages for each document of the training data. Papers and transcripts
 * have an empty list, because the trained weights are never used for them.
 * @param further folders with more labelled documents, in files of the same form as in `written-todos/`
 */
export async function taskExamples(folder: string, further: readonly string[]): Promise<LabelledPassage[][]> {
  const written = [...(await writtenDocuments('en', 'train')), ...(await writtenDocuments('zh', 'train'))];
  const more = async (file: WrittenFile): Promise<TodoDocument[]> =>
    (await Promise.all(further.map((each) => furtherDocuments(each, file)))).flat();
  const real = [...(await todoDocuments(folder, 'train')), ...(await more('en')), ...(await more('zh'))];
  const quiet = [...(await writtenDocuments('quiet', 'train')), ...(await more('quiet'))];
  const examples = [...real, ...written, ...quiet].map(({ sentences, labels }) =>
    examplesOf(sentences, labels),
  );
  for (const file of QUIET) {
    for (const { blocks } of (await documentsOf(folder, file, 'train')).slice(0, MOST_QUIET))
      examples.push(examplesOf(sentencesOf(blocks), { A: [], B: [] }));
  }
  return examples;
}

/**
 * Returns two sets of weights for the features of a passage (see `signsOf`). `task` predicts whether the
 * passage is a task, and `taskOrDuty` predicts whether it is a task or a duty.
 */
export function taskWeights(examples: readonly LabelledPassage[]): {
  readonly task: number[];
  readonly taskOrDuty: number[];
} {
  const weights = (duty: number): number[] =>
    logistic(
      examples.map(({ features, label }): Example => ({
        features,
        wanted: label === 'task' ? 1 : label === 'duty' ? duty : 0,
      })),
      PENALTY,
      signPriors,
    );
  return { task: weights(DUTY), taskOrDuty: weights(1) };
}

function examplesOf(sentences: readonly Sentence[], { A, B }: TodoLabels): LabelledPassage[] {
  const { units, setting } = candidatesContext(sentences);
  if (hasNoTasks(setting)) return [];
  const sections = sectionsOf(units);
  return units.flatMap((unit, index) => {
    const section = sections[index] ?? NO_SECTION;
    const isOf = (numbers: readonly number[]): boolean =>
      unit.numbers.some((number) => numbers.includes(number));
    const label = isOf(A) ? 'task' : isOf(B) ? 'duty' : 'other';
    return passagesIn(unit, section, setting).map(({ place }) => ({ features: signsOf(place), label }));
  });
}
