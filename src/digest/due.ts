import type { DraftDue } from '../llm/draft';
import { dateOrderOf } from '../text/dates';
import { findDeadlines } from '../text/deadlines';
import type { Deadline } from '../text/deadlines';
import type { Due } from './digest';
import { comparable, sentencesOf } from './passages/quotes';
import type { Source } from './passages/source';
import type { Sentence } from '../text/sentence';

/** Matches texts that a model writes when there is no deadline. */
const NOTHING = /^(?:none|null|n\/?a|no deadline|not specified|无|無|没有|未注明|无期限|[-–—/])\.?$/iu;
const NONE: Due = { kind: 'none' };

/**
 * Returns the deadline of an action. If the passage (the cited sentences and the lines that continue them)
 * contains the model's words, kind and date are read from the passage. Otherwise the model's words are kept.
 * Other checks flag dates and numbers that the document does not contain.
 */
export function dueOf(draft: DraftDue, source: Source, cited: readonly number[]): Due {
  const words = NOTHING.test(draft.text.trim()) ? '' : draft.text.trim();
  if (words === '' && (draft.kind === 'none' || draft.date === '')) return NONE;
  const passage = withContinuations(source, cited);
  const order = dateOrderOf(source.language);
  const deadlines = passage.flatMap((sentence) => findDeadlines(sentence.text, order));
  if (words === '') return byDate(draft, deadlines) ?? dueInModelsWords(draft.date, source);
  const [own] = findDeadlines(words, order);
  if (!isInPassage(source, words, passage))
    return own === undefined ? { kind: kindOf(draft), text: words } : dueInModelsWords(words, source);
  // If the model's words are `3月15日` and the passage has `2026年3月15日`, the complete date is used.
  const whole = deadlines.find((deadline) =>
    comparable(deadline.text).includes(comparable(own?.text ?? words)),
  );
  const read = whole ?? own;
  if (read === undefined) return { kind: kindOf(draft), text: words };
  const due = toDue(read);
  // If only a part of the model's words is recognised as a deadline (`月底前` in `3月底前`), the digest keeps all
  // the words.
  return comparable(words).includes(comparable(due.text)) ? { ...due, text: words } : due;
}

function kindOf({ kind }: DraftDue): 'recurring' | 'relative' {
  return kind === 'recurring' ? 'recurring' : 'relative';
}

/** Returns a deadline in the model's words. It has a date only if the document contains that date. */
function dueInModelsWords(words: string, source: Source): Due {
  const [deadline] = findDeadlines(words);
  const isInDocument = source.sentences.some((sentence) =>
    source
      .evidence(sentence)
      .dates.some(({ precision, value }) => precision === 'day' && value === deadline?.date),
  );
  if (deadline?.kind === 'absolute' && deadline.date !== undefined && isInDocument) {
    return { kind: 'absolute', text: words, date: deadline.date };
  }
  return { kind: deadline?.kind === 'recurring' ? 'recurring' : 'relative', text: words };
}

function isInPassage(source: Source, words: string, passage: readonly Sentence[]): boolean {
  const near = passage.map((sentence) => sentence.number);
  const found = sentencesOf(source, words, near);
  return found?.every((number) => near.includes(number)) ?? false;
}

/**
 * Returns the cited sentences and the lines that belong to them, because a deadline may be broken over two
 * lines. A line without closing punctuation (`2026年3月15日前：`) continues on the next line. Other lines before
 * and after a cited sentence are left out, because their deadlines belong to other actions.
 */
function withContinuations(source: Source, cited: readonly number[]): Sentence[] {
  const isOpen = ({ text, kind }: Sentence): boolean =>
    kind !== 'row' && !/[。.;；!！?？]["'”’）)]*\s*$/u.test(text);
  return source.around(cited, 1).filter((sentence) => {
    if (cited.includes(sentence.number)) return true;
    const isBefore = cited.includes(sentence.number + 1);
    const first = isBefore ? sentence : source.sentence(sentence.number - 1);
    return first !== undefined && isOpen(first);
  });
}

/**
 * Used if the model gave a date but no words. Returns the passage's deadline that has the model's date.
 */
function byDate(draft: DraftDue, deadlines: readonly Deadline[]): Due | undefined {
  const match = deadlines.find((deadline) => deadline.kind === 'absolute' && deadline.date === draft.date);
  return match === undefined ? undefined : toDue(match);
}

/** Converts a deadline to the digest's form. Of an ambiguous date, only the words are kept. */
function toDue(deadline: Deadline): Exclude<Due, { kind: 'none' }> {
  if (deadline.kind === 'absolute' && deadline.date !== undefined) {
    return { kind: 'absolute', text: deadline.text, date: deadline.date };
  }
  return { kind: deadline.kind === 'recurring' ? 'recurring' : 'relative', text: deadline.text };
}
