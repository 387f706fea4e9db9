import { findDeadlines, type Deadline } from '../../../text/deadlines';
import { EN_DEED, EN_MODAL, EN_NO_TASK, ZH_DEED, ZH_NO_TASK } from '../../../text/lexicon/duty';
import {
  ADDRESSED,
  CONDITION,
  EN_IMPERATIVE,
  EN_NEED,
  EN_PLEASE,
  EN_WILL,
  EN_YOU,
  FORBIDDEN,
  OWNER_BEHIND,
  REFERENCE,
  REPORTED,
  STANDING,
  TASK_HEADING,
  TASK_LABEL,
  ZH_IMPERATIVE,
  ZH_LATER,
  ZH_VERB,
  ZH_WILL,
} from '../../../text/lexicon/task';
import type { DocumentType } from '../../digest';
import { readingWidth } from '../clauses';

/** A passage that may be a task, with what is known of its place. */
export interface Place {
  readonly text: string;
  readonly isHan: boolean;
  readonly type: DocumentType;
  /** The document is the record of a conversation. */
  readonly isTalk: boolean;
  /** The heading above; empty when there is none. */
  readonly heading: string;
  readonly isListItem: boolean;
  readonly owner: string;
}

type Sign = readonly [
  name: string,
  prior: number,
  shows: (place: Place, deadlines: readonly Deadline[]) => boolean,
];

const isMinutes = ({ type }: Place): boolean => type === 'minutes';
const isLegal = ({ type }: Place): boolean => type === 'contract' || type === 'policy';
const isTimed = ({ kind }: Deadline): boolean => kind === 'absolute' || kind === 'unclear';
/** A verb of doing at the beginning, by script. */
const isImperative = ({ text, isHan }: Place): boolean => (isHan ? ZH_IMPERATIVE : EN_IMPERATIVE).test(text);
const isWanted = ({ text, isHan }: Place): boolean => (isHan ? ZH_WILL : EN_NEED).test(text);

/**
 * What speaks for a task and against one, with the weight from which training starts: there are few
 * documents to learn from, so what their data do not say stays as it is here.
 */
const SIGNS: readonly Sign[] = [
  ['constant', -3.2, () => true],
  ['label', 4, ({ text }) => TASK_LABEL.test(text)],
  ['heading', 1, ({ heading }) => TASK_HEADING.test(heading)],
  ['someone will', 1.5, ({ text, isHan }) => !isHan && EN_WILL.test(text)],
  ['imperative', 0.5, isImperative],
  ['imperative in minutes', 1.5, (place) => isMinutes(place) && isImperative(place)],
  ['please', 1.5, ({ text }) => EN_PLEASE.test(text) || /(?:^|[，。；])敬?请/u.test(text)],
  ['you must', 1.2, ({ text, isHan }) => !isHan && EN_YOU.test(text)],
  ['modal', 0.5, ({ text, isHan }) => !isHan && EN_MODAL.test(text)],
  ['wanted', 1, isWanted],
  ['wanted in minutes', 0.7, (place) => isMinutes(place) && isWanted(place)],
  ['later', 1.2, ({ text, isHan }) => isHan && ZH_LATER.test(text)],
  ['deed', 0.7, ({ text, isHan }) => (isHan ? ZH_DEED.test(text) || ZH_VERB.test(text) : EN_DEED.test(text))],
  ['date', 1.2, (_, deadlines) => deadlines.some(isTimed)],
  [
    'date and deed',
    1.2,
    ({ text, isHan }, deadlines) => deadlines.some(isTimed) && (isHan ? ZH_VERB : EN_DEED).test(text),
  ],
  ['count of days', 0.8, (_, deadlines) => deadlines.some(({ kind }) => kind === 'relative')],
  ['recurring', -0.5, (_, deadlines) => deadlines.some(({ kind }) => kind === 'recurring')],
  ['owner', 0.5, ({ owner }) => owner !== ''],
  ['owner behind', 1.5, ({ text }) => OWNER_BEHIND.test(text)],
  ['addressed', 0.3, ({ text }) => ADDRESSED.test(text)],
  ['list item', 0.3, ({ isListItem }) => isListItem],
  ['condition', -1.2, ({ text }) => CONDITION.test(text)],
  ['forbidden', -1.5, ({ text }) => FORBIDDEN.test(text)],
  ['no task', -2, ({ text, isHan }) => (isHan ? ZH_NO_TASK : EN_NO_TASK).test(text)],
  ['standing', -0.8, ({ text }) => STANDING.test(text)],
  ['reported', -1, ({ text }) => REPORTED.test(text)],
  ['reference', -2.5, ({ text }) => REFERENCE.test(text)],
  ['question', -1.5, ({ text }) => /[?？]/u.test(text)],
  ['long', -0.4, ({ text }) => readingWidth(text) > 240],
  ['short', -0.7, ({ text }) => readingWidth(text) < 24],
  ['conversation', -4, ({ isTalk }) => isTalk],
  ['paper', -3, ({ type }) => type === 'paper'],
  ['court', -3, ({ type }) => type === 'court'],
  [
    'report or manual',
    -1.2,
    ({ type }) => type === 'report' || type === 'manual' || type === 'slides' || type === 'other',
  ],
  ['legal', -0.8, isLegal],
  [
    'legal without a day',
    -1.2,
    (place, deadlines) => isLegal(place) && !deadlines.some(({ kind }) => kind !== 'recurring'),
  ],
  ['minutes', 0.3, isMinutes],
  ['notice', 0.5, ({ type }) => type === 'notice' || type === 'letter'],
];

/** The weights of the signs from which training starts, in the order of {@link signsOf}. */
export const signPriors: readonly number[] = SIGNS.map(([, prior]) => prior);

/** The features of a passage: 1 for a sign that it shows, else 0. */
export function signsOf(place: Place): number[] {
  const deadlines = findDeadlines(place.text);
  return SIGNS.map(([, , shows]) => (shows(place, deadlines) ? 1 : 0));
}
