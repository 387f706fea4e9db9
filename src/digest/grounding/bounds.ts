import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import type { Quantity } from '../../text/numbers';
import { unitAtStart } from '../../text/units';
import { sameDate, sameQuantity, specificsOf } from './specifics';

/** On which side of a figure or date what is meant lies: at most or until, at least or from; before or after an event. */
type Mark = 'most' | 'least' | 'before' | 'after';

const OPPOSITE: Readonly<Record<Mark, Mark>> = { most: 'least', least: 'most', before: 'after', after: 'before' };

const NEGATED = "(不得?|不应|不可|不能|未|(?:\\b(?:no|not|never)|n['’]t)\\s+(?:to\\s+)?(?:be\\s+)?)";
const OVER = '超过|超出|高于|多于|大于|晚于|迟于|逾|\\b(?:(?:more|greater|later|older|higher|longer) than|exceed(?:s|ed|ing)?|over|above|after)';
const UNDER = '低于|少于|小于|早于|不足|不到|未满|\\b(?:(?:less|fewer|earlier|younger|lower|shorter) than|under|below|before|prior to)';
const MOST = '最多|至多|最高|上限为?|最迟于?|最晚于?|截至|截止到?|\\b(?:within|at most|up to|maximum of|capped at|limited to)';
const LEAST = '至少|最少|最低|起码|下限为?|\\b(?:at least|minimum of)';
/** Limits of time; beside an amount these words mean something else: `rose by 5%`, `from 10 to 20`. */
const UNTIL = 'by|until|till|due(?: on| by)?|(?:ends|expires|terminates)(?: on)?';
const SINCE = 'since|from|(?:start|begin|commenc)(?:s|es|ing|ning)(?: on| from)?';
/** What may stand between such a word and the figure. */
/** 不超过合同总金额的15%: what the figure is a part of. */
const BASE = '(?:[\\u4e00-\\u9fff]{1,10}的)?';
const BETWEEN = '(?:\\s|[(（]|为|于|在|人民币|RMB|CNY|USD|US\\$|EUR|[$€£¥￥]|\\bthe\\b|\\ba(?:n)?\\b)*$';

const LIMIT = new RegExp(`${NEGATED}?\\s*(?:(${OVER}|${LEAST})|${UNDER}|${MOST})${BASE}${BETWEEN}`, 'iu');
const TIME_LIMIT = new RegExp(`(?:\\b(${UNTIL})|\\b(${SINCE}))${BETWEEN}`, 'iu');
const MOST_BEHIND = /^\s?(?:之?前|以前|止|截止|之?以?内|以下|or (?:less|fewer|earlier|sooner)\b|at the latest)/iu;
const LEAST_BEHIND = /^\s?(?:之后|以后|后|起|及?以上|or (?:more|higher|later|longer)\b|onwards?\b)/iu;
const EVENT_BEFORE = /前的?(?:至少|不少于|第)?\s*$/u;
const EVENT_AFTER = /(?:后|起)的?(?:至少|不少于|第)?\s*$/u;
const EVENT_BEHIND = /^['’]?\s*(?:(before|prior to|in advance)|(after|following|from|since|of))\b/iu;
const TIME_UNITS: ReadonlySet<string> = new Set(['day', 'workday', 'week', 'month', 'quarter', 'year', 'hour', 'minute']);
/** Characters before and behind a figure that are looked at. */
const REACH = 30;

interface Bounded<Value> {
  readonly value: Value;
  readonly marks: ReadonlySet<Mark>;
}

/**
 * True when a statement turns the limit round at which a figure or date of the passage stands: before for after, at
 * most for at least. A limit that only one of the two has is no turn.
 */
export function turnsBound(statement: string, passage: string): boolean {
  return (
    dropsBound(statement, passage) ||
    turnsAny(boundedDates(statement), boundedDates(passage), sameDate) ||
    turnsAny(boundedFigures(statement), boundedFigures(passage), sameQuantity)
  );
}

const EXACTLY = new RegExp(`(?:[为是]|等于|\\b(?:is|are|equals?|amounts? to))\\s*${BASE}${BETWEEN}`, 'iu');

/** True when a statement says that something is what the passage only says that it does not exceed, or reaches. */
function dropsBound(statement: string, passage: string): boolean {
  const read = boundedFigures(passage);
  return boundedFigures(statement).some(({ value, marks }) => {
    if (marks.size > 0 || TIME_UNITS.has(value.unit) || !EXACTLY.test(statement.slice(Math.max(0, value.at - REACH), value.at))) return false;
    const same = read.filter((other) => sameQuantity(value, other.value));
    return same.length > 0 && same.every((other) => other.marks.has('most') || other.marks.has('least'));
  });
}

function turnsAny<Value>(
  said: readonly Bounded<Value>[],
  read: readonly Bounded<Value>[],
  isSame: (a: Value, b: Value) => boolean,
): boolean {
  const limited = read.filter(({ marks }) => marks.size > 0);
  return said.some(({ value, marks }) => {
    if (marks.size === 0) return false;
    const same = limited.filter((other) => isSame(value, other.value));
    const has = (mark: Mark): boolean => same.some((other) => other.marks.has(mark));
    return [...marks].some((mark) => has(OPPOSITE[mark]) && !has(mark));
  });
}

function boundedDates(text: string): Bounded<DateMention>[] {
  return findDates(text).map((value) => ({ value, marks: marksAt(text, value.at, value.at + value.length, true) }));
}

function boundedFigures(text: string): Bounded<Quantity>[] {
  return specificsOf(text).quantities.map((value) => {
    const end = value.at + value.length;
    const bracket = /^\s?(?:[(（][^)）]{1,20}[)）]|[)）])/u.exec(text.slice(end))?.[0].length ?? 0;
    const unit = unitAtStart(text.slice(end + bracket, end + bracket + 40));
    const marks = marksAt(text, value.at, end + bracket + (unit?.length ?? 0), TIME_UNITS.has(value.unit));
    return { value, marks };
  });
}

/** The marks of what stands between two offsets; `isTime` for a date or a length of time. */
function marksAt(text: string, from: number, to: number, isTime: boolean): Set<Mark> {
  const before = text.slice(Math.max(0, from - REACH), from);
  const behind = text.slice(to, to + REACH);
  const marks = new Set<Mark>();
  const limit = limitBefore(before) ?? (isTime ? timeLimitBefore(before) : undefined) ?? limitBehind(behind);
  if (limit !== undefined) marks.add(limit);
  if (!isTime) return marks;
  const [, earlier, later] = EVENT_BEHIND.exec(behind) ?? [];
  if (earlier !== undefined || EVENT_BEFORE.test(before)) marks.add('before');
  if (later !== undefined || EVENT_AFTER.test(before)) marks.add('after');
  return marks;
}

function limitBefore(before: string): Mark | undefined {
  const [whole, negated, over] = LIMIT.exec(before) ?? [];
  if (whole === undefined) return undefined;
  return (over === undefined) === (negated === undefined) ? 'most' : 'least';
}

function timeLimitBefore(before: string): Mark | undefined {
  const [whole, until] = TIME_LIMIT.exec(before) ?? [];
  if (whole === undefined) return undefined;
  return until === undefined ? 'least' : 'most';
}

function limitBehind(behind: string): Mark | undefined {
  if (MOST_BEHIND.test(behind)) return 'most';
  return LEAST_BEHIND.test(behind) ? 'least' : undefined;
}
