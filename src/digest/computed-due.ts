import { daysInMonth, isoDate } from '../text/calendar';
import { CHINESE_NUMERAL, parseChineseNumeral } from '../text/chinese-numerals';
import { findDates, type DateOrder } from '../text/dates';
import { findDeadlines } from '../text/deadlines';
import { ENGLISH_NUMERAL, parseEnglishNumeral } from '../text/english-numerals';
import { halfWidth } from '../text/width';
import type { Citation, Due, Fact } from './digest';
import { citationsOf } from './passages/citations';
import type { Source } from './passages/source';

/**
 * Computes the day of a deadline that is counted from a date of the document. For example, if a contract was
 * signed on 17 January and requires a payment "within 10 days of signing", the payment is due on 27 January.
 * A deadline must contain one date, or one known event whose date is in the document. The day of the event
 * itself is not counted (§ 187 BGB, 《民法典》 第 201 条). Deadlines in working days are not computed, because
 * calendars of holidays differ.
 */

/**
 * An event from which deadlines are counted. `deadline` matches the words for the event in a deadline.
 * `stated` matches the words for the event in facts and sentences that contain its date.
 */
interface Event {
  readonly deadline: RegExp;
  readonly stated: RegExp;
}

const EVENTS: readonly Event[] = [
  {
    deadline: /签订|签署|订立|\bsign(?:ing|ature|ed)\b|\bexecution\b|date of this (?:agreement|contract)/iu,
    stated:
      /签订|签署|订立|\bsign(?:ed|ing)\b|signature date|(?:agreement|contract) date|entered into (?:on|as of)|\bmade on\b/iu,
  },
  {
    deadline: /生效|起租|effective date|commencement|start date/iu,
    stated: /生效|起租|effective date|commencement|start date/iu,
  },
  {
    deadline: /开票|开具发票|发票(?:日期|开具)|invoice date|date of (?:the |this )?invoice|^net \d+/iu,
    stated: /开票|开具日期|发票日期|invoice date|date of invoice/iu,
  },
  {
    deadline:
      /期满|届满|到期|expir(?:y|ation)|end of (?:the|this) (?:\w+ )?(?:term|contract|agreement|lease)/iu,
    stated: /届满|到期|有效期至|终止日|expir(?:y|ation|es)|end date|end of (?:the )?(?:initial )?term/iu,
  },
  {
    deadline: /date of this (?:letter|notice)|本(?:通知|函|公告)(?:发布|发出|印发)?之日/iu,
    stated: /letter date|date of (?:the )?letter|notice date|发布日期|通知日期|落款/iu,
  },
];

/** Matches words for working days, and for events, such as a delivery, whose date is not in the document. */
const UNKNOWN =
  /收到|收讫|交付|交货|到货|验收|完工|竣工|送达|批准|receipt|receiv|deliver|accept|request|complet|approv|工作日|交易日|business|working|banking|trading|营业日/iu;

const COUNT = `(\\d{1,4}|[${CHINESE_NUMERAL}]{1,5}|${ENGLISH_NUMERAL})(?:\\s*[（(]\\s*\\w+\\s*[)）])?`;
const PERIOD = new RegExp(
  [
    `${COUNT}[\\s-]*(?:个|個)?\\s*(?:(?:calendar|consecutive|clear|full)\\s+|自然|日历|连续)?`,
    '(日|天|周|星期|月|年|days?|weeks?|months?|years?)',
  ].join(''),
  'giu',
);
const BEFORE = /\bbefore\b|\bprior to\b|in advance of/iu;
/**
 * Matches 前 right before a period of time (前10日). The period is then counted backwards. Before other words,
 * 前 has other meanings (前述).
 */
const BEFORE_PERIOD = /前(?:的|第|最后|至少|不少于)*\s*$/u;
/** Matches 前 right after a period (10日前). The period is then counted backwards. */
const BEHIND_PERIOD = /^\s*[之以]?前/u;
/**
 * Matches 起 or 后 right before a period (签订后10日). The period is then counted forwards. If 前 also comes
 * after the period, the direction is unclear.
 */
const FORWARDS = /[起后][的第]*\s*$/u;

interface Period {
  /** Negative when the period is counted backwards from the event. */
  readonly count: number;
  readonly unit: 'day' | 'month';
}

/**
 * Returns the deadline with its day. If the day cannot be computed, returns the unchanged deadline.
 * @param facts the confirmed facts of the document
 */
export function withComputedDay(due: Due, facts: readonly Fact[], source: Source, order: DateOrder): Due {
  if (due.kind !== 'relative') return due;
  const words = halfWidth(due.text);
  const period = periodIn(words);
  if (period === undefined || UNKNOWN.test(words)) return due;
  const own = daysIn(words, order);
  const start =
    own.length === 1 ? { day: own[0] ?? '', citations: [] } : startOf(words, facts, source, order);
  if (start === undefined || own.length > 1) return due;
  const date = moved(start.day, period.count, period.unit);
  return date === undefined
    ? due
    : { ...due, computed: { date, from: start.day, citations: start.citations } };
}

/**
 * Returns the only period of a text; undefined when the text has no period or several, or when the direction
 * of the period is unclear.
 */
function periodIn(words: string): Period | undefined {
  // A date such as 1月17日 is not a period, so dates are removed before periods are searched.
  const bare = words.replace(/\d{4}年|\d{1,2}月\d{1,2}[日号]/gu, ' ');
  const [first, second] = [...bare.matchAll(PERIOD)];
  const net = /^net (\d{1,3})(?: days)?$/iu.exec(bare.trim())?.[1];
  if (net !== undefined) return { count: Number(net), unit: 'day' };
  if (first === undefined || second !== undefined) return undefined;
  const [, number = '', unit = ''] = first;
  const count = /^\d/.test(number)
    ? Number(number)
    : (parseChineseNumeral(number) ?? parseEnglishNumeral(number.toLowerCase()));
  const sign = directionOf(bare.slice(0, first.index), bare.slice(first.index + first[0].length));
  if (count === undefined || !Number.isInteger(count) || sign === undefined) return undefined;
  if (/^(?:日|天|day)/iu.test(unit)) return { count: sign * count, unit: 'day' };
  if (/^(?:周|星期|week)/iu.test(unit)) return { count: sign * count * 7, unit: 'day' };
  return { count: sign * count * (/^(?:年|year)/iu.test(unit) ? 12 : 1), unit: 'month' };
}

/** Returns -1 if a period is counted backwards, 1 if forwards, and undefined if the direction is unclear. */
function directionOf(before: string, after: string): 1 | -1 | undefined {
  if (BEFORE.test(before) || BEFORE.test(after) || BEFORE_PERIOD.test(before)) return -1;
  if (FORWARDS.test(before)) return BEHIND_PERIOD.test(after) ? undefined : 1;
  if (BEHIND_PERIOD.test(after)) return -1;
  return /前/u.test(before + after) ? undefined : 1;
}

interface Start {
  readonly day: string;
  readonly citations: readonly Citation[];
}

/**
 * Returns the day of the event in a deadline. Undefined when the deadline contains no event or several, or
 * when the document contains no day or several days for the event.
 */
function startOf(words: string, facts: readonly Fact[], source: Source, order: DateOrder): Start | undefined {
  const named = EVENTS.filter(({ deadline }) => deadline.test(words));
  const [event] = named;
  if (event === undefined || named.length > 1) return undefined;
  const ofFacts = facts
    .filter(({ name }) => event.stated.test(name))
    .map(({ value, citations }) => ({ days: daysIn(value, order), citations }));
  const ofSentences = source.sentences
    .filter(({ text }) => event.stated.test(text) && !findDeadlines(text, order).some(isRelative))
    .map(({ text, number }) => ({ days: daysIn(text, order), citations: citationsOf(source, [number]) }));
  const starts = [...ofFacts, ...ofSentences].flatMap(({ days: [day, other], citations }) =>
    day === undefined || other !== undefined ? [] : [{ day, citations }],
  );
  const [start] = starts;
  return starts.every(({ day }) => day === start?.day) ? start : undefined;
}

function isRelative({ kind }: { readonly kind: string }): boolean {
  return kind === 'relative';
}

function daysIn(text: string, order: DateOrder): readonly string[] {
  return findDates(text, order)
    .filter(({ precision }) => precision === 'day')
    .map(({ value }) => value);
}

/**
 * Adds days or months to a day (`YYYY-MM-DD`). If the new month is too short, the result is its last day (31
 * January + 1 month = 28 February).
 */
function moved(day: string, count: number, unit: Period['unit']): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (unit === 'day') {
    const at = new Date(Date.UTC(year, month - 1, date + count));
    return isoDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  }
  const months = year * 12 + month - 1 + count;
  const [newYear, newMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return isoDate(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}
