import { findDates, type DateMention, type DateOrder } from '../../../text/dates';
import {
  AGREED_MONEY,
  AMOUNT_LINK,
  AMOUNT_NOUN,
  DAY_AFTER,
  DAY_BEFORE,
  DAY_LINK,
  DURATION,
  ENDS_CONTRACT,
  NO_AGREED_AMOUNT,
  NO_TERM,
  OTHER_NOTICE,
  REPAID_BEFORE,
  SIGNED_AFTER,
  SIGNED_BEFORE,
  TERM_NOUN,
  ZH_DURATION,
  type ContractName,
} from '../../../text/lexicon/contract';
import { withoutMarker } from '../clauses';
import type { Unit } from '../units';

/** A complete sentence or a table row (see `units.ts`), with the heading of its section. */
interface Placed {
  readonly unit: Unit;
  readonly topic: string;
  /** True if the first amount of the section is in this unit. */
  readonly isFirstAmount: boolean;
}

/**
 * A term of a contract. For an amount, `name` has words of the document; for the other kinds, it is empty.
 */
export interface Term {
  readonly kind: ContractName | 'amount';
  readonly name: string;
  readonly value: string;
  readonly refs: readonly number[];
}

const MOST_AMOUNTS = 4;
/** Maximum length of the heading of a section, in UTF-16 units. */
const LONGEST_HEADING = 40;
/** `dayAlone` looks at this number of units at each end of a contract. */
const ENDS = 12;
/** Maximum number of UTF-16 units between a verb and its day, or between a noun and its amount. */
const NEAR = 80;

/** Returns the terms of a contract in the order of the document. */
export function termsOfContract(units: readonly Unit[], order: DateOrder): Term[] {
  const placed = placedOf(units);
  const found = placed.flatMap((each) => [...amountsIn(each), ...daysIn(each, order), ...periodsIn(each)]);
  const notices = new Set(found.filter(({ kind }) => kind === 'notice').map(({ value }) => value));
  const seen = new Set<string>();
  let amounts = 0;
  return found.filter(({ kind, name, value }) => {
    // If there are several periods of notice, each depends on a condition, so none of them is a term of the
    // whole contract.
    if (kind === 'notice' && notices.size > 1) return false;
    const key = kind === 'amount' ? name.toLowerCase() : kind;
    if (seen.has(key) || (kind === 'amount' && (seen.has(value) || amounts === MOST_AMOUNTS))) return false;
    seen.add(key).add(value);
    if (kind === 'amount') amounts += 1;
    return true;
  });
}

/**
 * Adds to each unit the heading of its section. The heading of a clause may be its first sentence: `3. Rent.`
 */
function placedOf(units: readonly Unit[]): Placed[] {
  let topic = '';
  let hasAmount = false;
  return units.map((unit) => {
    const bare = withoutMarker(unit.text).replace(/[.:：]$/u, '');
    const isMarked = unit.kind === 'heading' || bare.length < unit.text.length - 1;
    const isHeading =
      isMarked && bare.length <= LONGEST_HEADING && !/[\d,.;:，。；：]/u.test(bare) && unit.kind !== 'row';
    if (isHeading) [topic, hasAmount] = [bare, false];
    const isFirstAmount = !hasAmount && unit.text.search(MONEY) >= 0;
    hasAmount ||= isFirstAmount;
    return { unit, topic: isHeading ? '' : topic, isFirstAmount };
  });
}

const MONEY = new RegExp(AGREED_MONEY, 'gu');
const NOUN = `(?:${AMOUNT_NOUN.latin}|${AMOUNT_NOUN.han})`;
const NOUNS = new RegExp(NOUN, 'giu');
/** A heading that is only the noun of an amount: `Security Deposit`, `借款金额`. */
const TOPIC = new RegExp(`^(?:the )?${NOUN}$`, 'iu');
/** The words between a noun and its amount: `of`, `shall be Five Hundred Dollars (`, `标准为`, `：`. */
const LINK = new RegExp(
  [
    `^(?:\\s*(?:[^.;,()\\d]{0,40}\\b${AMOUNT_LINK}\\s+(?:a total of )?(?:\\p{Lu}[\\p{L} -]{3,60}\\()?|:\\s*)`,
    '|(?:标准|数额)?(?:共计|合计|总计|暂定|约定|共)?[为是计]?[:：]?)$',
  ].join(''),
  'iu',
);
/** The noun after its amount: `$500 as a security deposit`, `S$80,000 (the "Loan")`, `60736元作为定金`. */
const NOUN_AFTER = new RegExp(
  `^\\s*(?:as (?:an? |the |its )?|als |作为|[(（](?:the |以下简称|下称)?["“”„])(${NOUN})`,
  'iu',
);

/** Marks and words between the clauses of a sentence with several amounts. */
const CLAUSE = /[,;，；](?!\d)|\band\b|\bund\b/u;
/** The beginning of an acknowledgement of a debt. */
const LENT = /今(?:借到|向.{2,20}借)/u;

function amountsIn({ unit, topic, isFirstAmount }: Placed): Term[] {
  if (unit.kind === 'row') return [];
  const isTopic = isFirstAmount && TOPIC.test(topic);
  return Array.from(unit.text.matchAll(MONEY)).flatMap((match, index): Term[] => {
    const before = unit.text.slice(Math.max(0, match.index - NEAR), match.index);
    const after = unit.text.slice(match.index + match[0].length);
    const clause = `${before.split(CLAUSE).at(-1) ?? ''} ${after.slice(0, NEAR / 4).split(CLAUSE)[0] ?? ''}`;
    if (NO_AGREED_AMOUNT.test(clause)) return [];
    const noun = Array.from(before.matchAll(NOUNS)).at(-1);
    const isLinked = noun !== undefined && LINK.test(before.slice(noun.index + noun[0].length));
    if (index === 0 && LENT.test(before)) {
      return [{ kind: 'lent', name: '', value: match[0].trim(), refs: unit.numbers }];
    }
    const name = isLinked ? noun[0] : (NOUN_AFTER.exec(after)?.[1] ?? (isTopic && index === 0 ? topic : ''));
    if (name === '') return [];
    return [{ kind: 'amount', name: capitalised(name.trim()), value: match[0].trim(), refs: unit.numbers }];
  });
}

function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const CUES = (['start', 'end'] as const).map((kind) => ({
  kind,
  before: new RegExp(`${DAY_BEFORE[kind]}[\\s,:：]*(?:${DAY_LINK}\\s+)*$`, 'iu'),
  after: new RegExp(`^\\s*(?:${DAY_AFTER[kind]})`, 'u'),
}));
const EFFECTIVE = /\beffective\b[^.;]{0,20}$/iu;
const EFFECTIVE_AFTER = /^\s*\((?:the )?["“]Effective Date/u;

/**
 * Returns the days that a sentence states: the day of the signature, the first and the last day of the
 * contract, and the day on which a loan is repaid.
 */
function daysIn({ unit, topic }: Placed, order: DateOrder): Term[] {
  const { text, numbers, kind } = unit;
  if (kind === 'row') return [];
  const dates = findDates(text, order).filter(({ precision }) => precision === 'day');
  return dates.flatMap((date, index): Term[] => {
    const last = dates[index - 1];
    const before = text.slice(last === undefined ? 0 : last.at + last.length, date.at);
    const after = text.slice(date.at + date.length);
    const found = dayKind(before, after, text.slice(0, date.at), topic);
    const value = text.slice(date.at, date.at + date.length).replace(/^the\s+/iu, '');
    return found === undefined ? [] : [{ kind: found, name: '', value, refs: numbers }];
  });
}

function dayKind(before: string, after: string, all: string, topic: string): ContractName | undefined {
  if (EFFECTIVE_AFTER.test(after)) return 'effective';
  const near = before.slice(-NEAR);
  const cue = CUES.find((each) => each.after.test(after)) ?? CUES.find((each) => each.before.test(near));
  if (cue !== undefined) {
    const isTerm = (TERM_NOUN.test(all) || TERM_NOUN.test(topic)) && !NO_TERM.test(all);
    if (!isTerm) return undefined;
    return cue.kind === 'start' && EFFECTIVE.test(near) ? 'effective' : cue.kind;
  }
  if (SIGNED_AFTER.test(after) || SIGNED_BEFORE.test(near)) return 'signed';
  return REPAID_BEFORE.test(near) ? 'repaid' : undefined;
}

const NOTICES: readonly RegExp[] = [
  new RegExp(
    `(${DURATION})['’]?s?['’]?\\s+(?:of\\s+)?(?:(?:prior|advance|written|previous|clear)[\\s,]+)*notice\\b`,
    'iu',
  ),
  new RegExp(
    `\\bnotice (?:period )?(?:of|is) (?:at least |not less than |a minimum of )?(${DURATION})`,
    'iu',
  ),
  new RegExp(`frist (?:beträgt|von) (${DURATION})`, 'iu'),
  new RegExp(`提前\\s*(${ZH_DURATION})[^，。；]{0,12}通知`, 'u'),
];
const DURATIONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:for|has|with|of) (?:an? |the )(?:(?:initial|fixed|minimum|lease|further) )*(?:term|period) of (${DURATION})`,
    'iu',
  ),
  new RegExp(`(?:dauer von|laufzeit (?:von|beträgt)) (${DURATION})`, 'iu'),
];
const RATE = '\\d+(?:[.,]\\d+)?\\s?[%％‰](?:\\s?(?:per annum|per year|per month|a year|p\\.\\s?a\\.))?';
const RATES: readonly RegExp[] = [
  new RegExp(`\\binterest\\b[^.;%]{0,60}\\b(?:at|of|is)\\b[^.;%\\d]{0,30}(${RATE})`, 'iu'),
  new RegExp(`[年月日]利率(?:为|按)?\\s*(${RATE})`, 'u'),
  new RegExp(`zins(?:satz|en)?\\b[^.;%\\d]{0,40}(${RATE})`, 'iu'),
];
const LOAN = /loan|principal|borrow|lend|借|贷|darlehen/iu;
const DEFAULT_RATE = /逾期|罚息|\b(?:default|late|overdue|unpaid|not paid)\b|verzug/iu;
/** Matches sentences about the contract as a whole. A duration in them is the duration of the contract. */
const ITS_TERM = /\b(?:agreement|lease|contract|tenancy|employment|lets?)\b|vertrag/iu;

/** Returns the period of notice, the duration of the contract and the rate of interest in a sentence. */
function periodsIn({ unit: { text, numbers, kind }, topic }: Placed): Term[] {
  if (kind === 'row') return [];
  const first = (
    patterns: readonly RegExp[],
    name: ContractName,
    isMeant: (upTo: string) => boolean,
  ): Term[] => {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      const value = match?.[1];
      if (match === null || value === undefined) continue;
      if (isMeant(text.slice(0, match.index + match[0].length)))
        return [{ kind: name, name: '', value, refs: numbers }];
    }
    return [];
  };
  const endsIt = ENDS_CONTRACT.test(text) || ENDS_CONTRACT.test(topic);
  return [
    ...first(
      DURATIONS,
      'term',
      (upTo) => ITS_TERM.test(text) && !NO_TERM.test(upTo) && !/ days?$/iu.test(upTo),
    ),
    ...first(NOTICES, 'notice', (upTo) => endsIt && !OTHER_NOTICE.test(upTo)),
    ...first(RATES, 'interest', () => LOAN.test(`${topic} ${text}`) && !DEFAULT_RATE.test(text)),
  ];
}

/** Matches what may stand on a line beside the day of a signature: nothing, a place or a label. */
const DAY_LINE =
  /^(?:[\p{L} ]{2,24},\s*(?:den\s*)?|(?:date[d]?|datum|(?:签[订署])?日期|签[订署]时间|时间)\s*[:：]?\s*)?$/iu;

/**
 * Returns the day of the signature: a day on a line that has no other text than a place or a label. The end
 * of the contract is searched first, then its beginning. Lines with two different days are skipped.
 */
export function dayAlone(units: readonly Unit[], order: DateOrder): Term | undefined {
  const lines = [...units.slice(-ENDS).reverse(), ...units.slice(0, ENDS)];
  for (const { text, numbers } of lines) {
    const dates = findDates(text, order).filter(({ precision }) => precision === 'day');
    const [date] = dates;
    if (date === undefined || dates.some(({ value }) => value !== date.value)) continue;
    if (!partsAround(text, dates).every((part) => DAY_LINE.test(part.trim()))) continue;
    const value = text.slice(date.at, date.at + date.length);
    return { kind: 'signed', name: '', value, refs: numbers };
  }
  return undefined;
}

function partsAround(text: string, dates: readonly DateMention[]): string[] {
  let from = 0;
  const parts = dates.map(({ at, length }) => {
    const part = text.slice(from, at);
    from = at + length;
    return part;
  });
  return [...parts, text.slice(from)];
}
