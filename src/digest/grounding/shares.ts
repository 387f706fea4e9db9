import { findQuantities } from '../../text/numbers';
import { TAXED, UNTAXED } from './opposites';

/** What a figure says of a change: how much, up to what, or which part of something. */
type Form = 'by' | 'to' | 'of';

const FORMS: readonly (readonly [Form, RegExp])[] = [
  ['to', /(?:[降升减增加提扩缩涨跌](?:低|少|加|长|高|大|小|短)?[到至为]|\b(?:f[ae]ll|fell|ris|rose|reduc|increas|decreas|drop|declin|grow|grew)\w*\s+(?:\w+\s+)?to)\s*(?:about|around|约|近)?\s*$/iu],
  ['by', /(?:(?:下降|减少|降低|下跌|下滑|增长|增加|提高|上升|上涨|缩短|延长|[高低少多])了?|\b(?:f[ae]ll|fell|ris|rose|reduc|increas|decreas|drop|declin|grow|grew)\w*\s+(?:\w+\s+)?by|\b(?:up|down) by)\s*(?:about|around|约|近)?\s*$/iu],
  ['of', /(?:的|占[^，。；]{0,12})\s*(?:about|约|近)?\s*$/iu],
];
const POINTS = /^\s*(?:\([^)]*\)\s*)?(?:个?百分点|percentage points?)/iu;
/** Characters before and behind a figure that are looked at. */
const REACH = 24;

interface Share {
  readonly value: string;
  readonly unit: string;
  readonly points: boolean;
  readonly form: Form | undefined;
}

/**
 * True when a statement makes a percentage one of points or the other way, a fall by a figure a fall to it, a part of
 * something a change, or an amount with tax one without.
 */
export function turnsShare(statement: string, passage: string): boolean {
  const read = sharesIn(passage);
  const turned = sharesIn(statement).some(({ value, unit, points, form }) => {
    const same = read.filter((other) => other.value === value && other.unit === unit);
    if (same.length === 0) return false;
    if (unit === '%' && same.every((other) => other.points !== points)) return true;
    return form !== undefined && same.every((other) => other.form !== undefined && other.form !== form);
  });
  return turned || turnsTax(statement, passage);
}

function sharesIn(text: string): Share[] {
  return findQuantities(text).filter(({ unit }) => unit !== '').map(({ at, length, value, unit }) => {
    const before = text.slice(Math.max(0, at - REACH), at);
    const behind = text.slice(at + length, at + length + REACH);
    return { value, unit, points: POINTS.test(behind), form: FORMS.find(([, pattern]) => pattern.test(before))?.[0] };
  });
}

function turnsTax(statement: string, passage: string): boolean {
  const [one, other] = [taxIn(statement), taxIn(passage)];
  return one !== undefined && other !== undefined && one !== other;
}

function taxIn(text: string): boolean | undefined {
  const [taxed, untaxed] = [TAXED.test(text), UNTAXED.test(text)];
  return taxed === untaxed ? undefined : taxed;
}
