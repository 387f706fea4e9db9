import type { Fact } from './digest';
import type { DocumentType } from '../llm/draft';
import { isRoleName } from '../text/lexicon/parties';
import { dateOrderOf, findDates, type DateOrder } from '../text/dates';
import { isCurrency } from '../text/lexicon/units';
import { findQuantities } from '../text/numbers';
import { wordsOf } from '../text/words';
import { cleanLine } from '../clean';
import * as names from './fact-names';
import { fieldsOf, type FactProperties } from './fields';

const currencies: readonly string[] = wordsOf('CNY USD EUR GBP HKD JPY MYR CHF SGD AUD CAD');

/** Maximum length of the name of a party, in UTF-16 units. A longer text is a clause. */
const longestName = 120;
/**
 * Maximum length of a document's number, such as a contract number, in UTF-16 units. A longer text is a
 * clause.
 */
const longestNumber = 60;
const mostParties = 8;

type Found = { -readonly [Name in keyof FactProperties]: FactProperties[Name] };

/**
 * The value of a fact, as a value for a property. `fit` is higher when the fact's name fits the property
 * better. The candidate with the highest fit is used. If several candidates have this fit, the first one is
 * used.
 */
interface Candidate {
  readonly value: Partial<Found>;
  readonly fit: number;
}

/**
 * The fit of a fact whose name shows that it belongs to the document itself, such as the invoice number of an
 * invoice.
 */
const OWN = 2;
/** The fit of a fact whose name does not show whether it belongs to the document or to something else. */
const UNNAMED = 1;

/**
 * Converts facts to the properties that a document of this kind can have. A fact is left out if it is
 * ambiguous or belongs to something else than the document.
 */
export function factProperties(
  facts: readonly Fact[],
  language = 'und',
  kind: DocumentType = 'other',
): FactProperties {
  const order = dateOrderOf(language, currencyIn(facts));
  const found: Found = amountOf(facts);
  // A subtotal that equals the total contains the tax, so it is not the net amount.
  const isWithTax = ({ name, value }: Fact): boolean =>
    names.subtotal.test(name) && (moneyOf(value) ?? bareAmountOf(name, value))?.value === found.pdf_amount;
  const candidates = facts
    .filter((fact) => !isWithTax(fact))
    .flatMap((fact) => candidatesOf(fact, kind, order));
  for (const { value } of candidates.sort((one, other) => other.fit - one.fit))
    Object.assign(found, { ...value, ...found });
  const parties = facts.flatMap(({ name, value }) => (isPartyName(name) ? partiesIn(value) : []));
  if (parties.length > 0) found.pdf_parties = [...new Set(parties)].slice(0, mostParties);
  const fields = fieldsOf(kind).filter((name) => found[name] !== undefined);
  return { ...Object.fromEntries(fields.map((name) => [name, found[name]])) };
}

function candidatesOf({ name, value }: Fact, kind: DocumentType, order: DateOrder): Candidate[] {
  const isSelf = kind === 'other' ? names.namesAnyKind(name) : names.namesItself(kind, name);
  const fit = (isOwn: boolean): number => (isOwn ? OWN : names.ofAnother.test(name) ? 0 : UNNAMED);
  const found: Candidate[] = [];
  const add = (property: Partial<Found>, how: number): void => {
    if (how > 0) found.push({ value: property, fit: how });
  };
  const isNumber = names.namesItself(kind, name) || !names.otherNumber.test(name);
  const number = isNumber ? numberOf(name, value) : undefined;
  if (number !== undefined) add({ pdf_number: number }, fit(isSelf));
  const iban = ibanIn(value);
  if (iban !== undefined) add({ pdf_iban: iban }, UNNAMED);
  const [party] = partiesIn(value);
  if (party !== undefined && isOnly(names.seller, name)) add({ pdf_seller: party }, UNNAMED);
  if (party !== undefined && isOnly(names.buyer, name)) add({ pdf_buyer: party }, UNNAMED);
  const amount = moneyOf(value) ?? bareAmountOf(name, value);
  if (amount !== undefined && names.net.test(name)) add({ pdf_net: amount.value }, UNNAMED);
  else if (amount !== undefined && names.tax.test(name) && !names.withTax.test(name))
    add({ pdf_tax: amount.value }, UNNAMED);
  const days = daysIn(value, order);
  const [first, second] = days;
  if (first !== undefined && second === undefined) {
    const other = names.dateNames.find(([, pattern]) => pattern.test(name))?.[0];
    if (other !== undefined) add({ [other]: first }, fit(isSelf || names.termStart.test(name)));
    else if (isOwnDate(name, isSelf)) add({ pdf_date: first }, fit(isSelf || names.issued.test(name)));
  }
  if (first !== undefined && second !== undefined && days.length === 2 && first < second) {
    const isWhole = isOnly(names.wholePeriod, name) || isSelf;
    if (names.period.test(name)) add({ pdf_start: first, pdf_end: second }, isWhole ? OWN : UNNAMED);
  }
  return found;
}

/**
 * Returns whether a fact with this name states the date of the document itself, and not the date of an event
 * in it.
 */
function isOwnDate(name: string, isSelf: boolean): boolean {
  const bare = withoutBrackets(name);
  if (names.plainDate.test(bare) || isOnly(names.issued, bare)) return true;
  return names.someDate.test(bare) && isSelf;
}

function withoutBrackets(name: string): string {
  return name.replace(/[（(][^（）()]*[)）]/gu, '').trim();
}

/** Returns whether `words` matches a name, and the rest of the name is only general words such as `date`. */
function isOnly(words: RegExp, name: string): boolean {
  const rest = withoutBrackets(name)
    .replace(words, '')
    .replace(/\b(?:the|of|on|date|day|name|period)\b|名称|日期|时间|单位|地点|[\s:.'’-]/giu, '');
  return words.test(withoutBrackets(name)) && rest.length <= 1;
}

/**
 * Returns the currency of the first amount. The currency decides the order of day and month in dates: English
 * texts with pounds write the day first.
 */
export function currencyIn(facts: readonly Fact[]): string {
  const found = facts.flatMap(({ value }) => findQuantities(value)).find(({ unit }) => isCurrency(unit));
  return found?.unit ?? '';
}

function numberOf(name: string, value: string): string | undefined {
  if (!names.numbered.some((form) => form.test(name))) return undefined;
  const number = cleanLine(value, longestNumber + 1);
  return number.length <= longestNumber &&
    /\d/.test(number) &&
    !/www\./i.test(number) &&
    /^[\p{L}\p{N} ._/()（）〔〕-]+$/u.test(number)
    ? number
    : undefined;
}

/** Returns whether the name of a fact is the role of a party or a person, and nothing more. */
export function isPartyName(name: string): boolean {
  return (
    isRoleName(withoutBrackets(name)) ||
    [names.author, names.seller, names.buyer].some((each) => isOnly(each, name))
  );
}

/** Returns the names of parties or persons in the value of a fact; empty when the value is something else. */
function partiesIn(value: string): string[] {
  // A comma with a number after it begins an address, which is left out.
  const [line = ''] = cleanLine(value, longestName * mostParties).split(/[,，]\s*\d/u);
  const each = /[\u4e00-\u9fff]/u.test(line) ? line.split(/[、；;]/u) : line.split(/;/u);
  return each.map((party) => party.trim()).filter(isName);
}

/**
 * Returns whether a text can be a name. Square brackets and web addresses are refused, because they would
 * make links in a property.
 */
function isName(party: string): boolean {
  return (
    party.length <= longestName &&
    /\p{L}{2}/u.test(party) &&
    !/www\.|[\d -]{7}/i.test(party) &&
    /^[\p{L}\p{M}\p{N} .,，、&'’()（）·-]+$/u.test(party)
  );
}

/** Returns the first IBAN of a text, without spaces; undefined if its check number (ISO 13616) is wrong. */
function ibanIn(text: string): string | undefined {
  const [iban] = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/.exec(text) ?? [];
  const account = iban?.replaceAll(' ', '') ?? '';
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return account !== '' && account.length <= 34 && BigInt(digits) % 97n === 1n ? account : undefined;
}

function daysIn(value: string, order: DateOrder): readonly string[] {
  return findDates(value, order)
    .filter(({ precision }) => precision === 'day')
    .map((date) => date.value);
}

function isTotal(name: string): boolean {
  return names.total.test(name) && (!names.partTotal.test(name) || names.withTax.test(name));
}

/** Returns whether an amount with this name is the tax, or an amount without tax. */
function isPart(name: string): boolean {
  return (
    [names.net, names.tax, names.partTotal].some((words) => words.test(name)) && !names.withTax.test(name)
  );
}

/**
 * Returns the document's total, or its only amount. An amount without a currency gets the currency of the
 * other amounts if these have only one currency.
 */
function amountOf(facts: readonly Fact[]): Pick<Found, 'pdf_amount' | 'pdf_currency'> {
  const amounts = facts.flatMap(({ name, value }) => {
    const amount = moneyOf(value) ?? bareAmountOf(name, value);
    return amount === undefined ? [] : [{ ...amount, name, isTotal: isTotal(name) }];
  });
  const known = new Set(amounts.flatMap(({ currency }) => currency ?? []));
  const [single] = amounts.length === 1 ? amounts.filter(({ name }) => !isPart(name)) : [];
  const chosen = amounts.find((amount) => amount.isTotal) ?? single;
  if (chosen === undefined) return {};
  const currency = chosen.currency ?? (known.size === 1 ? [...known][0] : undefined);
  return { pdf_amount: chosen.value, ...(currency === undefined ? {} : { pdf_currency: currency }) };
}

/** An amount. The currency is a code of three letters (ISO 4217). */
interface Amount {
  readonly value: number;
  readonly currency?: string;
}

/** Matches the words that may stand in the name of a sum beside `total`, `net` or `tax`. */
const besideSum =
  /^(?:grand|invoice|order|amount|montant|importe|sum|sales|due|payable|to|pay|price|of|the|总|金额|税率|[\d.,%\s:\uff1a-])*$/iu;

/**
 * Parses an amount that has no currency, such as `1,200.00` in a table. The name must consist only of words
 * for a sum, and the value must be a number with two decimals.
 */
function bareAmountOf(name: string, value: string): Amount | undefined {
  const words = [names.total, names.net, names.tax].find((each) => each.test(name));
  const rest = withoutBrackets(name)
    .replace(words ?? /^/u, '')
    .replace(names.withTax, '');
  const bare = withoutBrackets(value);
  if (words === undefined || !besideSum.test(rest) || !/^-?\d[\d.,' ]*[.,]\d\d$/u.test(bare))
    return undefined;
  const [first, second] = findQuantities(bare);
  return first === undefined || second !== undefined || first.unit !== '' ? undefined : amountIn(first.value);
}

/**
 * Parses an amount with its currency. Undefined when the text contains no amount or several different ones.
 */
function moneyOf(text: string): Amount | undefined {
  const all = findQuantities(text).filter(({ unit }) => currencies.includes(unit));
  const [first] = all;
  if (first === undefined || all.some(({ value, unit }) => value !== first.value || unit !== first.unit))
    return undefined;
  return amountIn(first.value, first.unit);
}

function amountIn(decimal: string, currency?: string): Amount | undefined {
  const value = Number(decimal);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? { value, ...(currency === undefined ? {} : { currency }) }
    : undefined;
}
