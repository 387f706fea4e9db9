import type { DraftDue } from '../llm/draft';
import { findDeadlines } from '../text/deadlines';
import type { Deadline } from '../text/deadlines';
import type { Due } from './digest';
import { comparable, sentencesOf } from './passages/quotes';
import type { Source } from './passages/source';
import type { Sentence } from '../text/sentence';

/** Words that a model writes where there is no deadline. */
const NOTHING = /^(?:none|null|n\/?a|no deadline|not specified|无|無|没有|未注明|无期限|[-–—/])\.?$/iu;
const NONE: Due = { kind: 'none' };

/**
 * The deadline of an action. Its words are the document's where they stand in the passage, and kind and date
 * are read from them; else they are the model's, and carry a date only where the document has it. Nothing a
 * model says about a deadline is dropped: what the document does not have is found by the checks of dates and
 * numbers.
 */
export function dueOf(draft: DraftDue, source: Source, cited: readonly number[]): Due {
  const words = NOTHING.test(draft.text.trim()) ? '' : draft.text.trim();
  if (words === '' && (draft.kind === 'none' || draft.date === '')) return NONE;
  const passage = joinedTo(source, cited);
  const deadlines = passage.flatMap((sentence) => findDeadlines(sentence.text));
  if (words === '') return byDate(draft, deadlines) ?? asSaid(draft.date, source);
  const [own] = findDeadlines(words);
  if (!stands(source, words, passage))
    return own === undefined ? { kind: kindOf(draft), text: words } : asSaid(words, source);
  // `3月15日` may be the end of `2026年3月15日` in the passage: the whole expression there decides.
  const whole = deadlines.find((deadline) =>
    comparable(deadline.text).includes(comparable(own?.text ?? words)),
  );
  const read = whole ?? own;
  if (read === undefined) return { kind: kindOf(draft), text: words };
  const due = toDue(read);
  // `3月底前` has more to it than the part that reads as a deadline.
  return comparable(words).includes(comparable(due.text)) ? { ...due, text: words } : due;
}

function kindOf({ kind }: DraftDue): 'recurring' | 'relative' {
  return kind === 'recurring' ? 'recurring' : 'relative';
}

/** Words of the model. A date in them counts as one where the document has it. */
function asSaid(words: string, source: Source): Due {
  const [deadline] = findDeadlines(words);
  const isThere = source.sentences.some((sentence) =>
    source
      .evidence(sentence)
      .dates.some(({ precision, value }) => precision === 'day' && value === deadline?.date),
  );
  if (deadline?.kind === 'absolute' && deadline.date !== undefined && isThere) {
    return { kind: 'absolute', text: words, date: deadline.date };
  }
  return { kind: deadline?.kind === 'recurring' ? 'recurring' : 'relative', text: words };
}

function stands(source: Source, words: string, passage: readonly Sentence[]): boolean {
  const near = passage.map((sentence) => sentence.number);
  const found = sentencesOf(source, words, near);
  return found?.every((number) => near.includes(number)) ?? false;
}

/**
 * The cited sentences with what is one with them: a line before that does not end (`2026年3月15日前：`), the lines
 * that go on from one that does not. A deadline of a sentence beside them is another's.
 */
function joinedTo(source: Source, cited: readonly number[]): Sentence[] {
  const isOpen = ({ text, kind }: Sentence): boolean =>
    kind !== 'row' && !/[。.;；!！?？]["'”’）)]*\s*$/u.test(text);
  return source.around(cited, 1).filter((sentence) => {
    if (cited.includes(sentence.number)) return true;
    const isBefore = cited.includes(sentence.number + 1);
    const first = isBefore ? sentence : source.sentence(sentence.number - 1);
    return first !== undefined && isOpen(first);
  });
}

/** The model gave a date without usable words: good when the passage names that very day as a deadline. */
function byDate(draft: DraftDue, deadlines: readonly Deadline[]): Due | undefined {
  const match = deadlines.find((deadline) => deadline.kind === 'absolute' && deadline.date === draft.date);
  return match === undefined ? undefined : toDue(match);
}

/** A deadline as the digest keeps it. A date that can be read in two ways keeps its words only. */
function toDue(deadline: Deadline): Exclude<Due, { kind: 'none' }> {
  if (deadline.kind === 'absolute' && deadline.date !== undefined) {
    return { kind: 'absolute', text: deadline.text, date: deadline.date };
  }
  return { kind: deadline.kind === 'recurring' ? 'recurring' : 'relative', text: deadline.text };
}
