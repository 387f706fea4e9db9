import { fitsLuhn, fitsMainland } from './check-digits';
import type { Finding, RedactKind } from './finding';
import { labelBefore } from './labels';

/** Matches a group of digits, or the X that ends the number of an identity card. */
const GROUP = /\d+|x(?![a-z\d])/gi;
/** Matches the spaces and signs that people write between the groups of one number. */
const GAP = /^(?=[^])[ \t\n]{0,2}[-./()\u00b7]{0,2}[ \t\n]{0,2}$/;
/**
 * Maximum number of digits of one value: a card number, an identity number, or a phone number with its
 * extension.
 */
const MOST_DIGITS = 22;
/** Matches an extension after a phone number. */
const EXTENSION =
  /^ ?(?:(?:\u8f6c|\u8f49|\u5206\u673a|\u5206\u6a5f|\u5185\u7ebf|\u5167\u7dda|ext\.?|extension|x|#)[ .:]{0,2}|-)\d{1,6}(?!\d)/i;
/** Matches the separator between two numbers of a list. */
const LIST = /^[ \n]?(?:[\u3001,;/|\t]|\u6216|\u548c|\u53ca|or|and)[ \n(+]{0,3}$/i;
/** Matches a date of three groups, such as `2024-05-01`, that is not the start of a longer number. */
const DATE = new RegExp(
  String.raw`(?:^|\D)(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|` +
    String.raw`(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:19|20)?\d\d)(?![-/.]?\d\d(?!\d|[-/.]))`,
);
/** Matches the unit of an amount after a number. */
const UNIT = /^ ?(?:\u5143|\u4e07|\u842c|%|\u5e74|[,.]\d\d(?!\d))/;

/** Consecutive groups of digits that may be one number. */
interface Candidate {
  /** The digits without the characters between them; a final X is in upper case. */
  readonly digits: string;
  /** The lengths of the groups, joined by hyphens. */
  readonly shape: string;
  readonly written: string;
  readonly hasPlus: boolean;
  /**
   * True when it is doubtful that the groups are one number: they come after a decimal sign, or are in
   * several lines or in several cells of a table.
   */
  readonly isLoose: boolean;
  /**
   * The kind of the label before the number, such as `phone` for `Tel`. A later number in a list has the kind
   * of the number before it. `firmly` is true if a colon follows the label, and for a later number in a list.
   */
  readonly label?: RedactKind;
  readonly firmly: boolean;
}

type Fits = (candidate: Candidate) => boolean;

const fits: { readonly [Kind in RedactKind]?: Fits } = {
  idCard: ({ digits, shape, written, label }) =>
    fitsMainland(digits) ||
    (shape === '3-2-4' && (label === 'idCard' || !/[^\d-]/.test(written))) ||
    (shape === '6-7' && written.includes('-')) ||
    (shape === '3-3-3-2' && /^[\d.]+-\d\d$/.test(written)) ||
    (label === 'idCard' && digits.length >= 6 && digits.length <= 20),
  bankCard: ({ digits, label }) =>
    (/^(?!(.)\1*$)\d{13,19}$/.test(digits) && fitsLuhn(digits)) ||
    (label === 'bankCard' && digits.length >= 6),
  phone: (candidate) => !DATE.test(candidate.written) && isPhone(candidate),
};

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
const LANDLINE = /^(?:(?:00)?86)?0?(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}$/;
const INDIAN = /^[6-9]\d{9}$/;
const NATIONAL = /^0[1-9]\d{7,10}$/;
const AMERICAN = /^1?[2-9]\d\d[2-9]\d{6}$/;

function isPhone({ digits, shape, written, hasPlus, label, firmly }: Candidate): boolean {
  if (digits.endsWith('X')) return false;
  if (hasPlus) return digits.length >= 7 && digits.length <= 16;
  if (label === 'phone') return digits.length >= (firmly ? 5 : 7) && digits.length <= 15;
  const isInternational = /^(?:00[1-9]\d{8,13})$/.test(digits);
  const isService = /^[48]00\d{7}$/.test(digits);
  const isAmerican = AMERICAN.test(digits) && /^(?:1-)?3-3-4$/.test(shape);
  const isHyphenated = /^[2-4]-[34]-4$/.test(shape) && /^[\d-]+$/.test(written) && digits.length > 8;
  const isLandline = LANDLINE.test(digits) && /^(?:00|86|0)/.test(digits);
  return (
    MOBILE.test(digits) ||
    INDIAN.test(digits) ||
    isHyphenated ||
    isLandline ||
    NATIONAL.test(digits) ||
    isInternational ||
    isService ||
    isAmerican
  );
}

/**
 * Finds the numbers of the given kinds. A number is a run of groups of digits with short gaps. `text` is
 * folded: for example, all its digits are ASCII digits (see `folded.ts`).
 */
export function numbersIn(text: string, kinds: readonly RedactKind[]): Finding[] {
  const wanted = kinds.flatMap((kind) => {
    const [test, label] = [fits[kind], labelBefore(kind)];
    return test === undefined || label === null ? [] : [{ kind, test, label }];
  });
  const groups = [...text.matchAll(GROUP)].map(({ 0: digits, index }) => ({ digits, start: index }));
  const found: Finding[] = [];
  let last: { readonly end: number; readonly label: RedactKind } | undefined;
  for (let first = 0; first < groups.length; first += 1) {
    const start = groups[first]?.start ?? 0;
    const isListed = last !== undefined && LIST.test(text.slice(last.end, start));
    const before = text.slice(Math.max(0, start - 40), start);
    const labelled = wanted.flatMap(({ kind, label }) => {
      const match = label.exec(before);
      return match === null ? [] : [{ kind, firmly: match[1] !== '' }];
    })[0];
    const label = labelled?.kind ?? (isListed ? last?.label : undefined);
    const hasPlus = /\+[ (]{0,2}$/.test(before);
    const row = rowFrom(text, groups, first);
    let best: { readonly kind: RedactKind; readonly end: number; readonly last: number } | undefined;
    for (const { end, digits, shape, index } of row) {
      const written = text.slice(start, end);
      // A label or a plus sign does not prove that a number continues on the next line.
      const isMore =
        best !== undefined && written.includes('\n') && !text.slice(start, best.end).includes('\n');
      const candidate = {
        isLoose: /\d[.,]$/.test(before) || isLoose(written),
        digits,
        shape,
        written,
        hasPlus: hasPlus && !isMore,
        firmly: labelled?.firmly ?? isListed,
        ...(label === undefined || isMore || UNIT.test(text.slice(end, end + 6)) ? {} : { label }),
      };
      const kind = wanted.find(
        (each) => (!candidate.isLoose || each.kind === candidate.label) && each.test(candidate),
      )?.kind;
      if (kind !== undefined) best = { kind, end, last: index };
    }
    if (best === undefined) continue;
    const opening = best.kind === 'phone' ? (/[+(]*$/.exec(before.slice(-3))?.[0].length ?? 0) : 0;
    const extension = best.kind === 'phone' ? EXTENSION.exec(text.slice(best.end, best.end + 20)) : null;
    const end = best.end + (extension?.[0].length ?? 0);
    found.push({ kind: best.kind, start: start - opening, end });
    last = { end, label: best.kind };
    first = best.last;
    while ((groups[first + 1]?.start ?? Infinity) < end) first += 1;
  }
  return found;
}

/**
 * Returns true when groups of digits are more likely cells of a table than one number. One number may
 * contain one line break, or have a cell for each digit.
 */
function isLoose(written: string): boolean {
  const isComb = /^[\dx](?:\D+[\dx])*$/i.test(written);
  return !isComb && ((written.match(/\n/g)?.length ?? 0) > 1 || written.includes('\t'));
}

interface Row {
  readonly end: number;
  readonly digits: string;
  readonly shape: string;
  readonly index: number;
}

/** Returns all runs of groups that begin with the group `first`, from the shortest to the longest. */
function rowFrom(
  text: string,
  groups: readonly { readonly digits: string; readonly start: number }[],
  first: number,
): Row[] {
  const rows: Row[] = [];
  let [digits, shape] = ['', ''];
  let end = groups[first]?.start ?? 0;
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || /x/i.test(digits)) break;
    if (index > first && group.start !== end && !GAP.test(text.slice(end, group.start))) break;
    if (index === first && /x/i.test(group.digits)) break;
    digits += group.digits.toUpperCase();
    if (digits.length > MOST_DIGITS) break;
    shape += `${shape === '' ? '' : '-'}${String(group.digits.length)}`;
    end = group.start + group.digits.length;
    rows.push({ end, digits, shape, index });
  }
  return rows;
}
