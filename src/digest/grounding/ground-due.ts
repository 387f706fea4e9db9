import type { DraftDue } from '../../llm/answer/draft';
import { findDeadlines } from '../../text/deadlines';
import type { Deadline } from '../../text/deadlines';
import type { Due } from '../digest';
import { comparable, locateQuote } from './quotes';
import type { Source } from './source';
import type { Sentence } from '../../text/sentence';

const NONE: Due = { kind: 'none' };

/**
 * The deadline of an action in the document's own words. The model points at the words; kind and date are read from
 * them here, so that a date the document does not give never becomes one. Words that the passage does not have, and
 * figures it does not have, make no deadline.
 */
export function groundDue(draft: DraftDue, source: Source, cited: readonly number[]): Due {
  if (draft.kind === 'none') return NONE;
  const passage = joinedTo(source, cited);
  const deadlines = passage.flatMap((sentence) => findDeadlines(sentence.text));
  const words = draft.text.trim();
  const supported = words !== '' && stands(source, words, passage);
  if (!supported) return byDate(draft, deadlines) ?? NONE;
  const [own] = findDeadlines(words);
  // `3月15日` may be the end of `2026年3月15日` in the passage: the whole expression there decides.
  const whole = deadlines.find((deadline) => comparable(deadline.text).includes(comparable(own?.text ?? words)));
  const read = whole ?? own;
  if (read !== undefined) return toDue(read);
  // Words of the document that name no day: they stay words.
  return { kind: draft.kind === 'recurring' ? 'recurring' : 'relative', text: words };
}

function stands(source: Source, words: string, passage: readonly Sentence[]): boolean {
  const near = passage.map((sentence) => sentence.number);
  const found = locateQuote(source, words, near);
  return found?.every((number) => near.includes(number)) ?? false;
}

/**
 * The cited sentences with what is one with them: a line before that does not end (`2026年3月15日前：`), the lines that
 * go on from one that does not. A deadline of a sentence beside them is another's.
 */
function joinedTo(source: Source, cited: readonly number[]): Sentence[] {
  const isOpen = ({ text, kind }: Sentence): boolean => kind !== 'row' && !/[。.;；!！?？]["'”’）)]*\s*$/u.test(text);
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
export function toDue(deadline: Deadline): Due {
  if (deadline.kind === 'absolute' && deadline.date !== undefined) {
    return { kind: 'absolute', text: deadline.text, date: deadline.date };
  }
  return { kind: deadline.kind === 'recurring' ? 'recurring' : 'relative', text: deadline.text };
}
