import { ENGLISH_MONTH } from './calendar';
import { CHINESE_NUMERAL } from './chinese-numerals';
import { findDates } from './dates';
import type { DateMention, DateOrder } from './dates';
import { ENGLISH_NUMERAL } from './english-numerals';
import { halfWidth } from './width';

/**
 * The kinds of deadlines. `absolute` is one calendar date. `relative` is a period from an event or from
 * today. `recurring` repeats. `unclear` is a date that has more than one reading (5/6/2026, or 3月15日 without
 * a year). No date is ever calculated: "within 10 days of 15 March 2026" is relative.
 */
export type DeadlineKind = 'absolute' | 'relative' | 'recurring' | 'unclear';

/** A deadline in a text. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** Offset of `text`, in UTF-16 units. */
  readonly at: number;
  /** The words of the document. */
  readonly text: string;
  /** `YYYY-MM-DD`; only for `absolute`. */
  readonly date?: string;
}

const COUNT = `(?:\\d+(?:\\.\\d+)?|[${CHINESE_NUMERAL}数几半]+)`;
const ZH_UNIT =
  '(?:个|個)?(?:工作日|交易日|自然日|日历日|日历天|连续日|日|天|周|星期|礼拜|季度|月|年|小时|分钟)';
const EN_COUNT = `(?:(?:\\d+|${ENGLISH_NUMERAL})(?:\\s*\\(\\s*(?:\\d+|[a-z-]+)\\s*\\))?)`;
const EN_UNIT =
  '(?:(?:consecutive|calendar|business|working|banking|full|clear)\\s+)?' +
  '(?:day|week|month|quarter|year|hour|minute)s?\\b';
const EN_WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
/**
 * The event at which a period begins (`receipt of the invoice`). Its text ends before a punctuation mark, a
 * conjunction or a modal verb.
 */
const EN_EVENT =
  '[^,.;:()]{1,80}?(?=\\s+(?:and|or|but|shall|must|will|unless|if|provided|in writing)\\b|[,.;:()]|$)';
const EN_FROM = '(?:of|after|from|following|before|prior to|upon|since|in advance of)';
const EN_TAIL = `(?:\\s+${EN_FROM}\\s+${EN_EVENT})?`;

const chinese = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gu');
const english = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'giu');

const RECURRING: readonly RegExp[] = [
  chinese(
    '(?:于|在|不迟于|不晚于)?每(?:隔)?',
    `(?:${COUNT}?个?(?:自然|日历|会计|财务|财政)?(?:年度?|半年|季度?|月份?|周|星期|学期|期|工作日|日|天))`,
    // A rate of interest or damages, such as 每日万分之五, is no deadline.
    '(?![^，。；,;]{0,12}(?:万分之|千分之|‰|违约金|滞纳金))',
    '(?:的|之)?(?:(?:结束|届满|终了|期满)(?:后|前|之日起)?)?',
    `(?:的?(?:(?:第|最后)?${COUNT}个?(?:月份?|季度|工作日|周|星期|[日天])|[首末次]月|最后[一1]?[日天])?`,
    `的?(?:第?${COUNT}\\s?[日号天])?|[一二三四五六日天])`,
    '(?:的?(?:月|季|年)?(?:末|底|初))?(?:以前|之前|前|以内|之内|内|后)?',
  ),
  /按(?:年度?|半年|季度?|月|周|期)(?=[支付结缴交计提报对开出收续])/gu,
  /(?:逐月|逐年|逐季|按月|按季度?|按年)/gu,
  english(
    '(?:(?:on|by|before|within|no later than|not later than|at|during|in)\\s+[^,.;]{0,70}?)?',
    `\\b(?:each|every)\\s+(?:and every\\s+)?(?:other\\s+|${EN_COUNT}\\s+)?`,
    '(?:(?:calendar|business|working|fiscal|financial|contract)\\s+)?',
    `(?:day|week|month|quarter|year|${EN_WEEKDAY})s?\\b`,
  ),
  english(
    `\\b(?:once|twice|${EN_COUNT}\\s+times)\\s+(?:a|an|per|each|every)\\s+`,
    '(?:calendar\\s+)?(?:day|week|month|quarter|year)\\b',
  ),
  english(
    '\\b(?:(?:on\\s+an?\\s+)',
    '(?:daily|weekly|bi-?weekly|monthly|quarterly|semi-?annual|annual|yearly)\\s+basis|',
    '(?:weekly|bi-?weekly|monthly|quarterly|semi-?annually|annually|yearly)\\b',
    // In `monthly fee`, the word `monthly` belongs to the name of an amount and is no deadline.
    '(?!\\s+(?:fee|rent|payment|report|subscription|salary|charge|statement|meeting|installment',
    '|instalment)s?))',
  ),
  english(`\\b(?:on|by)\\s+(?:${EN_WEEKDAY}s)\\b`),
];

const RELATIVE: readonly RegExp[] = [
  chinese(`(?:至少|最迟|最晚|不迟于|不晚于)?提前(?:至少|不少于)?\\s*${COUNT}\\s*${ZH_UNIT}`),
  chinese(
    `(?:不迟于|不晚于|最迟)?(?:之)?(?:起|后|前)?的?第?\\s*${COUNT}\\s*${ZH_UNIT}(?:之|以)?(?:内|后|前)`,
  ),
  chinese(
    '(?:[后起]|(?:届满|期满|到期|结束|终止|截止|交付|生效|开始|之)前)',
    `的?第?\\s*${COUNT}\\s*${ZH_UNIT}(?![${CHINESE_NUMERAL}\\d月])`,
  ),
  // `2026年3月1日前10日` is relative: ten days before a date is not that date.
  chinese(
    `(?:\\d{4}|[${CHINESE_NUMERAL}]{4})\\s*年[^，,。；;年]{1,10}[日号](?:之|以)?[前后]`,
    `的?第?\\s*${COUNT}\\s*${ZH_UNIT}(?:之|以)?(?:内|前|后)?(?![月\\d])`,
  ),
  chinese(
    '即日起|次日(?:内|前)?|当[日天](?:之)?(?:内|前)?(?=[^起的])|(?:今|明|后)[天日](?:内|之?前)?|',
    '(?:本|下|上)?个?(?:周|星期|礼拜)[一二三四五六日天](?:之?前)?|',
    '(?:本|下个?|当|次)(?:周|月|季度?|年度?)(?:[一二三四五六日天末底]|\\d{1,2}[日号])?(?:之|以)?(?:内|前)|',
    '(?:月|年|季)[底末]之?前',
  ),
  english(
    '\\b(?:within|in|no later than|not later than|not more than|at least|at the latest|for)\\s+',
    `(?:a period of\\s+)?(?:the\\s+(?:next|following)\\s+)?${EN_COUNT}[\\s-]+${EN_UNIT}${EN_TAIL}`,
  ),
  english(
    `\\b(?:(?:within|at least|no later than|not later than)\\s+)?${EN_COUNT}[\\s-]+${EN_UNIT}\\s+`,
    '(?:before|after|from|following|prior to|of)\\s+',
    `(?=(?:\\d|${ENGLISH_MONTH}))[^.;:()]{1,30}?\\d{4}`,
  ),
  english(
    `\\b${EN_COUNT}[\\s-]+${EN_UNIT}(?:['’]\\s*(?:prior\\s+)?(?:written\\s+)?notice|`,
    `\\s+(?:after|from|following|before|prior to|in advance|upon)\\b(?:\\s+${EN_EVENT})?)`,
  ),
  english(
    '\\b(?:immediately\\s+)?upon\\s+(?:the\\s+)?',
    '(?:receipt|signing|signature|execution|delivery|completion|termination|expiration|expiry',
    '|request|acceptance|approval)\\b(?:\\s+(?:of|by)\\s+[^,.;:()]{1,50})?',
  ),
  english(
    '\\b(?:by|before|until|on)?\\s*(?:tomorrow|tonight|',
    `(?:(?:this|next|coming)\\s+)(?:${EN_WEEKDAY}|week|month|quarter|year)|`,
    '(?:the\\s+)?end\\s+of\\s+(?:the|this|next)\\s+(?:day|week|month|quarter|year)|',
    `(?:by|before|on)\\s+${EN_WEEKDAY}(?!,?\\s+(?:the\\s+)?(?:\\d|${ENGLISH_MONTH})))\\b`,
  ),
  /\bnet\s+\d{1,3}(?:\s+days)?\b/giu,
  /\b(?:thirty|ten|five|seven|sixty|ninety)[- ]day\s+(?:period|notice)\b/giu,
];

const UNCLEAR: readonly RegExp[] = [
  chinese(
    `(?:\\d{4}|[${CHINESE_NUMERAL}]{4})年`,
    '(?:第?[一二三四1-4]季度|上半年|下半年|[春夏秋冬]季?)(?:末|底|内|前)?',
  ),
  chinese(`(?:\\d{4}|[${CHINESE_NUMERAL}]{4})年${COUNT}月(?:份)?(?:上旬|中旬|下旬|初)(?:前|内)?`),
  /\b(?:Q[1-4]|(?:first|second|third|fourth)\s+quarter)\s+(?:of\s+)?\d{4}\b/giu,
];

const BEFORE_DATE = new RegExp(
  [
    '(?:不迟于|不晚于|最迟于?|最晚于?|截止到|截至|截止|至|到|于|在|',
    '(?:on or before|no later than|not later than|latest by|by|before|until|till|through',
    '|due(?: on| by| date:?)?|on)',
    `\\s+(?:${EN_WEEKDAY},?\\s+)?(?:the\\s+)?)$`,
  ].join(''),
  'iu',
);
const AFTER_DATE =
  /^\s*(?:(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:之前|以前|前|止|之内|内)|or (?:earlier|sooner)|at the latest)/iu;
/** The event before a relative period in Chinese. It begins after the last punctuation mark or modal verb. */
const EVENT = new RegExp(
  [
    '(?:^|[，。；、,;：:（）()\\s]|应当|应该|应|须|需|必须|将|可|要|请|并|且|但)',
    '((?:自|从|在|于|以)?[^，。；、,;：:（）()\\s应须]{1,34}?',
    '(?:之日|当日|次日|之时|当天|时|日)?(?:起|后|前|内)?的?\\s*)$',
  ].join(''),
  'u',
);

/** Words at the beginning of a match of {@link EVENT} that do not belong to the event. */
const EVENT_LEAD = new RegExp(
  [
    '^(?:.*(?:[甲乙丙丁买卖供需双各]方|保证|承诺|同意|负责|请|并|且|但|则)(?=[自从在于])|',
    '第[\\d.一二三四五六七八九十百]+条\\s*|(?:并|且|但|请|则|若|如))',
  ].join(''),
  'u',
);

interface Span {
  readonly at: number;
  readonly end: number;
}

/**
 * Returns all deadlines of a text in order. They do not overlap.
 * @param order decides how dates such as 5/6/2026 are read
 */
export function findDeadlines(original: string, order: DateOrder = 'unknown'): Deadline[] {
  const text = halfWidth(original);
  const dates = findDates(text, order);
  const found: (Span & { readonly kind: DeadlineKind; readonly date?: string })[] = [];
  const free = (span: Span): boolean => !found.some((other) => span.at < other.end && other.at < span.end);
  for (const span of spansOf(text, RECURRING)) if (free(span)) found.push({ ...span, kind: 'recurring' });
  for (const span of spansOf(text, RELATIVE)) {
    // In 2026年3月内, "3月" is a part of a date and not a period of three months.
    if (dates.some((date) => cutsInto(date, span))) continue;
    const whole = withEvent(text, span);
    const best = free(whole) ? whole : span;
    if (free(best)) found.push({ ...best, kind: 'relative' });
  }
  for (const span of spansOf(text, UNCLEAR)) if (free(span)) found.push({ ...span, kind: 'unclear' });
  for (const date of dates) {
    const span = withPrepositions(text, date);
    if (!free(span)) continue;
    const value = wholeDate(date, span);
    found.push(
      value === undefined ? { ...span, kind: 'unclear' } : { ...span, kind: 'absolute', date: value },
    );
  }
  return found.sort((a, b) => a.at - b.at).map((each) => toDeadline(original, each));
}

/** Returns the first deadline of a text; undefined when there is none. */
export function readDeadline(text: string): Deadline | undefined {
  return findDeadlines(text)[0];
}

function toDeadline(
  text: string,
  span: Span & { readonly kind: DeadlineKind; readonly date?: string },
): Deadline {
  const slice = text.slice(span.at, span.end);
  const trimmed = slice.trim();
  const at = span.at + slice.indexOf(trimmed);
  return { kind: span.kind, at, text: trimmed, ...(span.date === undefined ? {} : { date: span.date }) };
}

function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => ({
        at: match.index,
        end: match.index + match[0].length,
      })),
    )
    .sort((a, b) => a.at - b.at || b.end - a.end);
}

function cutsInto(date: DateMention, span: Span): boolean {
  const end = date.at + date.length;
  return span.at < end && span.end > date.at && !(span.at <= date.at && span.end >= end);
}

function withEvent(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.at - 40), span.at);
  const words = text.slice(span.at, span.end);
  if (!/[\u4e00-\u9fff]/u.test(words)) return span;
  const event = EVENT.exec(before)?.[1]?.replace(EVENT_LEAD, '');
  const linked =
    /(?:起|后|前|日|时|满|内|期)的?\s*$/u.test(event ?? '') ||
    /^(?:起|后|前|之|届满|期满|到期|结束|终止|截止|交付|生效|开始)/u.test(words);
  return event === undefined || !linked ? span : { at: span.at - event.length, end: span.end };
}

function withPrepositions(text: string, date: DateMention): Span {
  const before = BEFORE_DATE.exec(text.slice(Math.max(0, date.at - 20), date.at))?.[0] ?? '';
  const end = date.at + date.length;
  const after = AFTER_DATE.exec(text.slice(end, end + 24))?.[0] ?? '';
  return { at: date.at - before.length, end: end + after.length };
}

/**
 * Returns the day of a deadline; undefined when the date is not a single day. The end of a month or a year is
 * returned only beside a word such as "by" or "before".
 */
function wholeDate(date: DateMention, span: Span): string | undefined {
  if (date.precision === 'day') return date.value;
  if (date.precision !== 'month-end' && date.precision !== 'year-end') return undefined;
  const isLimit = span.at < date.at || span.end > date.at + date.length;
  return isLimit ? date.value : undefined;
}
