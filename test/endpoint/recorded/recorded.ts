import type { Draft } from '../../../src/llm/draft';
import type { Correction, Verdict } from '../../../src/llm/model';
import type { Answers } from '../answers';
import { partsOf } from '../statements';

/** A human's judgement of a wrong statement. */
export interface Label {
  readonly supported: Exclude<Verdict['supported'], 'yes'>;
  readonly why: string;
  /** The correction by the model; absent if the model drops the statement. */
  readonly corrected?: Omit<Correction, 'n'>;
}

/** A model's answer about one document, with the labels that humans gave to its wrong statements. */
export interface Recorded {
  /** The first line of the document. */
  readonly of: string;
  readonly draft: Draft;
  /** The wrong statements, by their text (for a fact: `name: value`). All other statements are right. */
  readonly labels: Readonly<Record<string, Label>>;
}

/**
 * Returns a model that gives these answers. Its verdicts in the second reading follow the labels. The verdict
 * on a statement that was not recorded is `unsure`.
 */
export function answersOf(all: readonly Recorded[]): Answers {
  const truths = new Set(all.flatMap(truthsIn));
  const labels = new Map(all.flatMap((recorded) => Object.entries(recorded.labels)));
  return {
    digest: (lines) => {
      const found = all.find((recorded) => recorded.of === lines[0]?.text);
      if (found === undefined) throw new Error(`Nothing was recorded about "${lines[0]?.text ?? ''}".`);
      return found.draft;
    },
    reader: (statements) =>
      statements.map(({ number, text }) => {
        return { n: number, ...verdictOn(text, labels, truths) };
      }),
    corrector: (statements) =>
      statements.map(({ number, text }) => {
        const corrected = labels.get(partsOf(text).text)?.corrected ?? DROPPED;
        return { n: number, ...corrected };
      }),
  };
}

const DROPPED: Omit<Correction, 'n'> = { text: '', owner: '', due: '', refs: [] };

function verdictOn(
  text: string,
  labels: ReadonlyMap<string, Label>,
  truths: ReadonlySet<string>,
): Omit<Verdict, 'n'> {
  if (truths.has(text)) return { supported: 'yes', why: '' };
  const { supported, why } = labels.get(partsOf(text).text) ?? { supported: 'unsure', why: 'not recorded' };
  return { supported, why };
}

/** Returns the right statements and all corrections, as the prompt of the second reading shows them. */
function truthsIn({ draft, labels }: Recorded): string[] {
  const { summary, actions, points, facts } = draft;
  const isTrue = (text: string): boolean => labels[text] === undefined;
  const corrected = Object.values(labels).flatMap((label) => label.corrected ?? []);
  return [
    ...[...summary, ...points].map(({ text }) => text).filter(isTrue),
    ...facts
      .map(({ name, value }) => `${name}: ${value}`)
      .filter(isTrue)
      .map((text) => `(fact) ${text}`),
    ...actions.filter(({ text }) => isTrue(text)).map(({ text, owner, due }) => toDo(text, owner, due.text)),
    ...corrected.flatMap(({ text, owner, due }) => [text, `(fact) ${text}`, toDo(text, owner, due)]),
  ];
}

function toDo(text: string, owner: string, due: string): string {
  const who = owner === '' ? '' : ` — who: ${owner}`;
  return `(to-do) ${text}${who}${due === '' ? '' : ` — by: ${due}`}`;
}
