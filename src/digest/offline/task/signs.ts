import { AGENDA, TOPIC_LINE } from '../../../text/lexicon/agenda';
import { EN_MODAL, EN_NO_TASK, ZH_NO_TASK } from '../../../text/lexicon/duty';
import {
  CONTACT,
  DUE,
  EVENT,
  EXPECTED,
  GENERAL,
  MAY,
  MENTION,
  OPINION,
  QUESTION,
  YOU_WILL,
} from '../../../text/lexicon/no-task';
import {
  ANNOUNCES,
  EN_ASKED,
  EN_LATER_ORDER,
  EN_NAMED_DEED,
  EN_ORDER,
  EN_PASSIVE,
  NEAR_DAY,
  PARTY_WILL,
  PAYS,
  STATES,
  TICKED_BOX,
  ZH_ASKED,
  ZH_LIMITED,
  ZH_OBJECT_FIRST,
  ZH_ORDER,
} from '../../../text/lexicon/request';
import {
  ADDRESSED,
  CONDITION,
  DAYS,
  DONE,
  EN_PLEASE,
  EN_TO,
  EN_WILL,
  EN_YOU,
  FORBIDDEN,
  ISSUE_TITLE,
  OWNER_BEHIND,
  REFERENCE,
  REPORTED,
  STANDING,
  TASK_LABEL,
  WE_NEED,
  WISHED,
  ZH_LATER,
  ZH_STATES,
} from '../../../text/lexicon/task';
import { readingWidth } from '../clauses';
import {
  DEPENDS,
  hasDay,
  hasOpenBox,
  hasVerb,
  isAskedFor,
  isDeed,
  isDemanded,
  isDuty,
  isForMentioned,
  isHalfQuoted,
  isImperative,
  isLegal,
  isMinutes,
  isOfDigits,
  isOfNames,
  isPast,
  isPaymentOfParty,
  isTimed,
  isUndemanded,
  isWanted,
  type Place,
  withoutDemand,
} from './place';

/**
 * A sign is a property of a passage (a short part of the text) that makes the passage more or less likely to
 * be a task. `script` limits a sign to Chinese passages (`han`) or to all other passages (`other`).
 */
type Sign = readonly [
  name: string,
  prior: number,
  shows: (place: Place) => boolean,
  script?: 'han' | 'other',
];

/**
 * The signs for and against a task. The training starts from the weight `prior`, and hardly changes the
 * weight of a rare sign, because there are few training documents. For speed, signs with a large weight that
 * are cheap to check come first, and signs that need the deadlines of the passage come last (see
 * {@link taskScore}).
 */
const SIGNS: readonly Sign[] = [
  ['constant', -3.2, () => true],
  ['court', -3, ({ type }) => type === 'court'],
  ['report or manual', -1.2, ({ type }) => type === 'report' || type === 'manual' || type === 'slides'],
  ['unknown kind', -1, ({ type }) => type === 'other'],
  ['addressed document', 0.5, ({ isAddressed }) => isAddressed],
  ['asked for above', 2, (place) => isAskedFor(place)],
  ['asked for above in minutes', -0.5, (place) => isMinutes(place) && isAskedFor(place)],
  ['open box', 4, hasOpenBox],
  ['ticked box', -6, ({ text }) => TICKED_BOX.test(text)],
  ['done', -3, ({ text }) => DONE.test(text)],
  ['answer', -0.7, (place) => place.section.isAnswer && !isDemanded(place)],
  ['legal', -0.8, isLegal],
  ['policy or terms', -1, ({ type }) => type === 'policy'],
  ['minutes', 0.3, isMinutes],
  ['notice', 0.5, ({ type }) => type === 'notice' || type === 'letter'],
  ['heading', 1, ({ section }) => section.kind === 'tasks'],
  ['agenda', -1.5, ({ section }) => section.kind === 'agenda'],
  ['list item', 0.3, ({ isListItem }) => isListItem],
  ['list item of minutes', 0.7, (place) => isMinutes(place) && place.isListItem, 'han'],
  ['label', 4, ({ text }) => TASK_LABEL.test(text)],
  ['someone will', 1.5, ({ text }) => EN_WILL.test(text), 'other'],
  ['someone to', 1.5, (place) => isMinutes(place) && EN_TO.test(place.text), 'other'],
  ['imperative', 0.5, isImperative],
  ['imperative in minutes', 1.2, (place) => isMinutes(place) && isImperative(place), 'han'],
  ['imperative in other minutes', 0.7, (place) => isMinutes(place) && isImperative(place), 'other'],
  ['please', 1.5, ({ text }) => EN_PLEASE.test(text), 'other'],
  [
    'requested',
    1.5,
    ({ text }) => /(?:^|[，。；])敬?请(?!假|示|求|谅解|见谅|知悉|关注|勿|不要)/u.test(text),
    'han',
  ],
  ['you must', 1.2, ({ text }) => EN_YOU.test(text), 'other'],
  ['later', 1.2, ({ text }) => ZH_LATER.test(text), 'han'],
  ['owner behind', 1.5, (place) => OWNER_BEHIND.test(place.text) && hasVerb(place)],
  ['wanted', 1, isWanted],
  ['wanted in minutes', 0.5, (place) => isMinutes(place) && isWanted(place)],
  ['order', 1.8, ({ text }) => EN_ORDER.test(text), 'other'],
  ['order later', 0.7, ({ text }) => EN_LATER_ORDER.test(text), 'other'],
  ['order in Chinese', 0.7, ({ text }) => ZH_ORDER.test(text), 'han'],
  ['asked', 1, ({ text }) => EN_ASKED.test(text), 'other'],
  ['asked in Chinese', 1.2, ({ text }) => ZH_ASKED.test(text), 'han'],
  ['to be done', 0.7, ({ text }) => EN_PASSIVE.test(text), 'other'],
  ['named', 1, ({ text }) => EN_NAMED_DEED.test(text), 'other'],
  ['near day', 0.5, ({ text }) => NEAR_DAY.test(text)],
  ['limit and action', 1, ({ text }) => ZH_LIMITED.test(text), 'han'],
  ['payment', 0.7, ({ text }) => PAYS.test(text)],
  ['title of a part', -2.5, ({ section }) => section.isTitle],
  ['announcement', -2, ({ text }) => ANNOUNCES.test(text)],
  ['beginning of a list', -0.7, ({ text }) => /[:：]\s*$/u.test(text)],
  ['statement', -1.5, ({ text }) => STATES.test(text), 'other'],
  ['statement in Chinese', -1, ({ text }) => ZH_STATES.test(text), 'han'],
  ['beginning', -0.5, ({ section }) => section.isBeginning],
  ['topic', -1, ({ text, isNumbered }) => isNumbered && TOPIC_LINE.test(text), 'han'],
  ['topic with points', -1, ({ section }) => section.hasPoints],
  ['numbered', 0.2, ({ isNumbered }) => isNumbered, 'han'],
  ['contact', -2, ({ text }) => CONTACT.test(text)],
  ['opinion', -0.7, ({ text }) => OPINION.test(text)],
  ['general', -0.5, ({ text }) => GENERAL.test(text)],
  ['may', -0.4, ({ text }) => MAY.test(text)],
  ['event', -0.5, ({ text }) => EVENT.test(text)],
  ['you will', 0.5, ({ text }) => YOU_WILL.test(text), 'other'],
  ['mention', 0.4, ({ text }) => MENTION.test(text)],
  ['expected', 0.3, ({ text }) => EXPECTED.test(text)],
  ['digits', -0.5, ({ text }) => isOfDigits(text)],
  ['unpaired quote', -1, ({ text }) => isHalfQuoted(text)],
  ['ends with a colon', -1.5, ({ text }) => readingWidth(text) < 24 && /[:：]\s*$/u.test(text)],
  ['many days', -1, ({ text }) => DAYS.test(text), 'han'],
  ['need', 0.7, (place) => isMinutes(place) && WE_NEED.test(place.text), 'other'],
  ['party will', 0.7, (place) => !isMinutes(place) && PARTY_WILL.test(place.text), 'other'],
  ['object before the verb', 0.7, ({ text }) => ZH_OBJECT_FIRST.test(text), 'han'],
  ['question', -1.5, ({ text }) => QUESTION.test(text)],
  ['reference', -2.5, ({ text }) => REFERENCE.test(text)],
  ['agenda or attendance', -3, ({ text }) => AGENDA.test(text)],
  ['names', -2, isOfNames, 'other'],
  ['title of an issue', -2, ({ text }) => ISSUE_TITLE.test(text), 'other'],
  ['wish', -1, ({ text }) => WISHED.test(text)],
  ['no verb', -1.5, (place) => !hasVerb(place) && !isDemanded(place)],
  ['not demanded', -0.7, isUndemanded],
  ['reported', -1, ({ text }) => REPORTED.test(withoutDemand(text))],
  ['condition', -1.2, ({ text }) => CONDITION.test(text)],
  ['condition in a contract', -1.5, (place) => isLegal(place) && DEPENDS.test(place.text)],
  ['forbidden', -1.5, ({ text }) => FORBIDDEN.test(text)],
  ['no task', -2, ({ text, isHan }) => (isHan ? ZH_NO_TASK : EN_NO_TASK).test(text)],
  ['standing', -0.8, ({ text }) => STANDING.test(text)],
  ['long', -0.4, ({ text }) => readingWidth(text) > 240],
  ['short', -0.7, ({ text, section }) => !section.isAskedFor && readingWidth(text) < 24],
  ['modal', 0.5, ({ text }) => EN_MODAL.test(text), 'other'],
  ['deed', 0.7, isDeed],
  ['addressed', 0.3, ({ text }) => ADDRESSED.test(text)],
  ['owner', 0.5, ({ owner }) => owner() !== ''],
  ['owner in minutes', 0.7, (place) => isMinutes(place) && place.owner() !== ''],
  ['past', -3, isPast],
  ['date', 1.2, hasDay],
  ['day of an event', -1.5, (place) => EVENT.test(place.text) && hasDay(place) && !isDemanded(place)],
  ['schedule', -1, (place) => isOfDigits(place.text) && hasDay(place) && !isDemanded(place)],
  ['name of a deadline', 0.7, ({ text, deadlines }) => DUE.test(text) && deadlines().some(isTimed)],
  ['date and deed or duty', 1.2, (place) => (isDeed(place) || isDuty(place)) && hasDay(place)],
  ['count of days', 0.8, ({ deadlines }) => deadlines().some(({ kind }) => kind === 'relative')],
  ['recurring', -2, ({ deadlines }) => deadlines().some(({ kind }) => kind === 'recurring')],
  ['mentioned behind', 1, isForMentioned],
  ['payment of a party', 1.5, isPaymentOfParty, 'han'],
  ['point of a checklist', 1, ({ section }) => section.isInChecklist, 'other'],
  [
    'legal without a day',
    -1.2,
    (place) => isLegal(place) && !place.deadlines().some(({ kind }) => kind !== 'recurring'),
  ],
];

/** The weights from which the training starts, in the order of {@link signsOf}. */
export const signPriors: readonly number[] = SIGNS.map(([, prior]) => prior);

/** Returns the features of a passage: 1 for each sign that it shows, else 0. */
export function signsOf(place: Place): number[] {
  const script = place.isHan ? 'han' : 'other';
  return SIGNS.map(([, , shows, only = script]) => (only === script && shows(place) ? 1 : 0));
}

/**
 * Returns the score of a passage as log odds. The result is undefined as soon as the remaining signs cannot
 * raise the score to `least`, so that expensive signs are checked only for likely passages.
 */
export function taskScore(weights: readonly number[], place: Place, least: number): number | undefined {
  const script = place.isHan ? 'han' : 'other';
  let open = 0;
  for (const [index, [, , , only = script]] of SIGNS.entries())
    if (only === script) open += Math.max(0, weights[index] ?? 0);
  let score = 0;
  for (const [index, [, , shows, only = script]] of SIGNS.entries()) {
    if (only !== script) continue;
    const weight = weights[index] ?? 0;
    if (weight > 0) open -= weight;
    if (shows(place)) score += weight;
    if (score + open < least) return undefined;
  }
  return score;
}
