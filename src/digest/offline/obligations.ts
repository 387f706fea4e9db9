import type { DraftAction, DraftDue } from '../../llm/draft';
import { lazily } from '../../lazily';
import { findDates } from '../../text/dates';
import { findDeadlines, type Deadline } from '../../text/deadlines';
import { LIMIT } from '../../text/lexicon/task';
import { ZH_MODAL, ZH_NOT_MODAL } from '../../text/lexicon/duty';
import type { DocumentType } from '../digest';
import { clausesOf, readingWidth, shorten, withoutMarker } from './clauses';
import { isBoilerplate, isMostlyCjk, isNoise } from './noise';
import { ownerOf, subjectOf } from './task/owner';
import type { Section } from './task/sections';
import { deadlinesOf, isStandingDuty, type Place } from './task/place';
import { taskScore } from './task/signs';
import { TASK_WEIGHTS } from './weights';
import type { Unit } from './units';

/** A possible task. The score is higher when the text reads more like a task. */
export interface Obligation {
  readonly action: () => DraftAction;
  readonly score: number;
}

/** The facts about a document that are needed to interpret its sentences. */
export interface Setting {
  readonly type: DocumentType;
  /** True for the record of a conversation. */
  readonly isSpoken: boolean;
  /** The day of the document, `YYYY-MM-DD`; empty when it has none. */
  readonly day: string;
  /** True when the document begins with a greeting or an addressee. */
  readonly isAddressed: boolean;
}

/** A piece of a sentence, and the facts that decide whether it is a task. */
export interface Passage {
  readonly text: string;
  readonly unit: Unit;
  readonly place: Place;
}

/** Maximum width of the text of a task. The unit is the width of a Latin letter. */
const WIDEST = 260;
/** Minimum width of a task, in the same unit. */
const LEAST_WIDTH = 12;
/** A line with a date and nothing else, such as the date below a letter. */
const ONLY_DATE = /^[\s\d年月日号时:：.,，、/\-–—()（）]*$/u;
/**
 * Minimum scores (log odds) of a task, for each set of weights. `taskOrDuty` keeps out text that demands
 * nothing. The kinds in {@link ASKING} have lower limits, because other documents have few tasks: most duties
 * of a contract are permanent, and a report tells what was done. With these limits, the engine shows about
 * half of the tasks in documents that were not used to make the weights. Nearly nine in ten of the shown
 * texts are tasks or duties.
 */
const LEAST_SCORES = {
  asking: { task: -0.3, taskOrDuty: 0.5 },
  other: { task: 0.2, taskOrDuty: 1 },
} as const;
/** Kinds of documents that often ask somebody for an action. `other` means that the kind is unknown. */
const ASKING: readonly string[] = ['minutes', 'notice', 'letter', 'plan', 'invoice', 'other'];

/** Cuts a sentence into pieces, here called passages, and returns those that can be tasks. */
export function passagesIn(unit: Unit, section: Section, setting: Setting): Passage[] {
  const { text, kind } = unit;
  if (kind === 'heading' || kind === 'row') return [];
  const isHan = isMostlyCjk(text);
  const isListItem = kind === 'list-item' || /^\s*[-•●▪*–—]\s/u.test(text);
  const isNumbered = /^\s*\d+[.、．]/u.test(text);
  return cut(text, isHan)
    .filter((passage) => readingWidth(passage) >= LEAST_WIDTH && !ONLY_DATE.test(passage))
    .map((passage) => {
      const owner = lazily(() => ownerOf(passage, isHan));
      const bare = withPlainMarks(withoutMarker(passage), isHan);
      const deadlines = deadlinesOf(bare);
      return {
        text: passage,
        unit,
        place: { ...setting, text: bare, isHan, section, isListItem, isNumbered, owner, deadlines },
      };
    });
}

/**
 * Writes the punctuation of a passage in the form that the patterns expect: full-width marks after Han
 * characters, and straight apostrophes.
 */
function withPlainMarks(text: string, isHan: boolean): string {
  if (!isHan) return text.replaceAll('\u2019', "'");
  return text.replace(
    /([\p{Script=Han}）》”])([,;:])/gu,
    (_, before: string, mark: string) => before + String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  );
}

/** Returns the tasks of a sentence. */
export function obligationsIn(unit: Unit, section: Section, setting: Setting): Obligation[] {
  return passagesIn(unit, section, setting).flatMap((passage) => {
    const least = LEAST_SCORES[ASKING.includes(setting.type) ? 'asking' : 'other'];
    const score = taskScore(TASK_WEIGHTS.task, passage.place, least.task);
    // In a contract, a set phrase such as `一式两份` is never a task. In a notice, it can be part of a request
    // for papers.
    const isSetPhrase = setting.type === 'contract' && isBoilerplate(unit.text);
    if (score === undefined || isSetPhrase || isNoise(unit.text) || isStandingDuty(passage.place)) return [];
    if (taskScore(TASK_WEIGHTS.taskOrDuty, passage.place, least.taskOrDuty) === undefined) return [];
    return [{ action: lazily(() => actionOf(passage, setting)), score }];
  });
}

/**
 * Cuts a sentence where the duty of another party begins (甲方应…，乙方应…), so that each passage has one subject. A
 * condition stays with the duty after it.
 */
function cut(text: string, isHan: boolean): string[] {
  if (!isHan || !obliges(text)) return [text.trim()];
  const passages: string[] = [];
  let from = 0;
  let isObliged = false;
  for (const clause of clausesOf(text)) {
    const words = text.slice(clause.at, clause.end);
    if (isObliged && obliges(words) && subjectOf(words, true) !== '') {
      passages.push(text.slice(from, clause.at));
      from = clause.at;
      isObliged = false;
    }
    isObliged ||= obliges(words);
  }
  passages.push(text.slice(from));
  return passages.map((passage) => passage.trim()).filter((passage) => passage !== '');
}

function obliges(text: string): boolean {
  return ZH_MODAL.test(text.replace(ZH_NOT_MODAL, ''));
}

function actionOf({ text: passage, unit, place }: Passage, { day }: Setting): DraftAction {
  const text = shorten(withoutMarker(passage), WIDEST);
  const deadlines = findDeadlines(passage).filter(
    ({ text: words, at }) =>
      text.includes(words.replace(/\s+/gu, ' ')) &&
      // In `截至2月28日的库存`, the stock of 28 February, the day is not a deadline.
      !(/^截[至止]/u.test(words) && passage.startsWith('的', at + words.length)),
  );
  // A date with a word such as "by" takes precedence over a date from which something is valid.
  const shown = deadlines.find(({ text: words }) => LIMIT.test(words)) ?? deadlines[0];
  return { text, owner: place.owner(), quote: text, refs: unit.numbers, due: dueOf(shown, day) };
}

function dueOf(deadline: Deadline | undefined, day: string): DraftDue {
  if (deadline === undefined) return { kind: 'none', text: '', date: '' };
  const { kind, text, date = '' } = deadline;
  if (kind !== 'unclear') return { kind, text, date };
  const inYear = dayInYear(text, day);
  return inYear === '' ? { kind: 'relative', text, date: '' } : { kind: 'absolute', text, date: inYear };
}

/**
 * Adds a year to a date such as `5月10日前`: the result is the first such day that is not before the day of the
 * document. Empty when the document has no day.
 */
function dayInYear(text: string, day: string): string {
  const [date] = findDates(text);
  if (day === '' || date?.precision !== 'month-day') return '';
  const year = Number(day.slice(0, 4));
  const inYear = `${String(year)}${date.value.slice(1)}`;
  return inYear >= day ? inYear : `${String(year + 1)}${date.value.slice(1)}`;
}
