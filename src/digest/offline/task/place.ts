import { lazily } from '../../../lazily';
import { findDeadlines, type Deadline } from '../../../text/deadlines';
import { EN_DEED, EN_MODAL, ZH_DEED } from '../../../text/lexicon/duty';
import {
  EN_ASKED,
  EN_NAMED_DEED,
  EN_ORDER,
  EN_PASSIVE,
  OPEN_BOX,
  PAYS,
  ZH_ASKED,
  ZH_LIMITED,
  ZH_OBJECT_FIRST,
  ZH_ORDER,
} from '../../../text/lexicon/request';
import {
  CONDITION,
  EN_IMPERATIVE,
  EN_NEED,
  EN_PLEASE,
  EN_TO,
  EN_VERB,
  EN_WILL,
  ISSUE_TITLE,
  LIMIT,
  MENTIONED_BEHIND,
  TASK_LABEL,
  ZH_IMPERATIVE,
  ZH_LATER,
  ZH_VERB,
  ZH_WILL,
} from '../../../text/lexicon/task';
import type { DocumentType } from '../../digest';
import type { Section } from './sections';

/** A passage (a piece of a sentence) that can be a task, with the data of its place in the document. */
export interface Place {
  readonly text: string;
  /** True when the passage is Chinese. */
  readonly isHan: boolean;
  readonly type: DocumentType;
  /** True when the document is the record of a conversation. */
  readonly isSpoken: boolean;
  /** True when the document greets or names its reader. */
  readonly isAddressed: boolean;
  readonly section: Section;
  readonly isListItem: boolean;
  /** True when the sentence begins with a number, as an item of a numbered list does. */
  readonly isNumbered: boolean;
  /** The owner of the task; empty when it is not clear. */
  readonly owner: () => string;
  /** The day of the document, `YYYY-MM-DD`; empty when it has none. */
  readonly day: string;
  readonly deadlines: () => readonly Deadline[];
}

/** Characters and words of deadlines. A text without any of them has no deadline. */
const TIME =
  /[\d〇一二三四五六七八九十每今明后次本下当即逐月年]|day|week|month|quarter|year|night|annual|upon|tomorrow/iu;

/** Returns a function that finds the deadlines of a text at its first call. */
export function deadlinesOf(text: string): () => readonly Deadline[] {
  return lazily(() => (TIME.test(text) ? findDeadlines(text) : []));
}

/** Chinese words for what follows a breach of a contract. */
const ZH_BREACH = /违约|逾期|滞纳|赔偿|罚|退还|退回/u;
const ZH_DEMANDS = [ZH_WILL, ZH_ASKED, ZH_ORDER];
const EN_DEMANDS = [EN_PLEASE, EN_WILL, EN_MODAL, EN_NEED, EN_ORDER, EN_ASKED, EN_NAMED_DEED, EN_PASSIVE];
/** Words that hint at an action which somebody still has to do, but do not demand it. */
const ZH_HINTS = [ZH_LATER, ZH_LIMITED, ZH_OBJECT_FIRST];
const EN_HINTS = [EN_TO];
/** True for a passage of minutes of a meeting. */
export const isMinutes = ({ type }: Place): boolean => type === 'minutes';
/** True for a passage of a contract or a policy. */
export const isLegal = ({ type }: Place): boolean => type === 'contract' || type === 'policy';
/** A condition anywhere in a clause of a contract: `乙方变更账户的，应当…`, `if the Client …`. */
export const DEPENDS =
  /^[^，。；]{3,30}(?:的|期间.{0,12})，|自收到|接到|届满|终止后|逾期|\b(?:if|upon|after notice|in the event|unless)\b/iu;
/**
 * A condition that may never be met. `自收到申请之日起10日内` (within 10 days of receiving the application) is not such
 * a condition, because it only states when the 10 days begin.
 */
const IN_CASE = /逾期|\b(?:if|unless|upon|after notice|in the event)\b/iu;
/** True for a deadline that names a day. */
export const isTimed = ({ kind }: Deadline): boolean => kind === 'absolute' || kind === 'unclear';
/** True when the passage has a date and a word such as "by". The date of an event has no such word. */
export const hasDay = ({ text, deadlines }: Place): boolean => LIMIT.test(text) && deadlines().some(isTimed);
/** True when all dates of the passage are before the day of the document. */
export const isPast = ({ day, deadlines }: Place): boolean => {
  const days = deadlines().filter(isTimed);
  return days.length > 0 && days.every(({ date = '' }) => date !== '' && date < day);
};
/** True when the passage begins with a verb of action. */
export const isImperative = ({ text, isHan }: Place): boolean =>
  (isHan ? ZH_IMPERATIVE : EN_IMPERATIVE).test(text);
/** True when words of the passage demand or announce an action. */
export const isWanted = ({ text, isHan }: Place): boolean => (isHan ? ZH_WILL : EN_NEED).test(text);
/** True when the passage has a verb for something that somebody does once. */
export const isDeed = ({ text, isHan }: Place): boolean =>
  isHan ? ZH_DEED.test(text) || ZH_VERB.test(text) : EN_DEED.test(text);
/** True when the passage states a duty and its owner. */
export const isDuty = ({ text, isHan, owner }: Place): boolean =>
  (isHan ? ZH_WILL : EN_MODAL).test(text) && owner() !== '';
/** True when the passage has a verb of action of any kind. */
export const hasVerb = (place: Place): boolean => isDeed(place) || (!place.isHan && EN_VERB.test(place.text));
/** True when the passage, or the introduction of its list, demands an action. */
export const isDemanded = ({ text, isHan, section }: Place): boolean =>
  section.isAskedFor || (isHan ? ZH_DEMANDS : EN_DEMANDS).some((cue) => cue.test(text));
/**
 * Removes the words after "will", and the words that request an action. Otherwise, "decided" in `Ann will
 * record what was decided` would look like a finished action.
 */
export function withoutDemand(text: string): string {
  const will = EN_WILL.exec(text);
  return (will === null ? text : text.slice(0, will.index + will[0].length)).replace(EN_ASKED, ' ');
}

/**
 * True when the passage begins with the empty box of a task: `☐ Return the keys`. In a form, a box is one of
 * the answers to a question, unless its text demands an action.
 */
export const hasOpenBox = (place: Place): boolean => {
  if (!OPEN_BOX.test(place.text)) return false;
  const labelled = { ...place, text: place.text.replace(OPEN_BOX, '') };
  return place.type !== 'form' || isImperative(labelled) || isDemanded(labelled);
};
/**
 * True when no words in the passage, and no heading or introduction above it, show that an action is wanted.
 */
export const isUndemanded = (place: Place): boolean =>
  !isDemanded(place) &&
  !isImperative(place) &&
  !hasDay(place) &&
  place.section.kind !== 'tasks' &&
  !hasOpenBox(place) &&
  ![TASK_LABEL, ...(place.isHan ? ZH_HINTS : EN_HINTS)].some((hint) => hint.test(place.text));
/**
 * True for an item of a list whose introduction asks somebody to do what the items say. False for an item
 * that only introduces further items.
 */
export const isAskedFor = ({ section, text }: Place): boolean =>
  section.isAskedFor && !ISSUE_TITLE.test(text) && !/[:：]\s*$/u.test(text);
/** True for a line of minutes that ends with the name of a person: `更新链接 @小雅`. */
export const isForMentioned = (place: Place): boolean =>
  isMinutes(place) && MENTIONED_BEHIND.test(place.text);
/** True for a payment that a party of a contract makes, if it is not the consequence of a breach. */
export const isPaymentOfParty = (place: Place): boolean =>
  isLegal(place) && PAYS.test(place.text) && !ZH_BREACH.test(place.text) && place.owner() !== '';
/** True when more than half of the words have a capital, as in a list of names. */
export const isOfNames = ({ text }: Place): boolean => {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
};

/** True when more than one character in seven is a digit, as in a table, a telephone number or a schedule. */
export const isOfDigits = (text: string): boolean => (text.match(/\d/gu)?.length ?? 0) * 7 > text.length;
/** True when the passage has only the beginning or only the end of a quotation. */
export const isHalfQuoted = (text: string): boolean =>
  text.split('"').length % 2 === 0 || text.split('“').length !== text.split('”').length;

/**
 * True for a duty in a contract or a policy, if the duty recurs, or if it depends on a condition and has no
 * day: `乙方变更账户的，应当提前10日书面通知甲方`. A reader of the document could not tick off such a duty.
 */
export function isStandingDuty(place: Place): boolean {
  if (!isLegal(place)) return false;
  const kinds = place.deadlines().map(({ kind }) => kind);
  if (kinds.includes('recurring') && !kinds.includes('absolute')) return true;
  return (IN_CASE.test(place.text) || CONDITION.test(place.text)) && !hasDay(place);
}
