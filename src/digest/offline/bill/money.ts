/** An amount of money in a text. */
export interface Money {
  /** The amount as the document writes it. */
  readonly text: string;
  /** The number of units of the currency; negative for a credit. */
  readonly value: number;
}

const SIGN = '(?:€|\\$|£|[¥￥]|RM|EUR|USD|GBP|CHF|MYR|CNY|RMB|Rs\\.?|INR|人民币|US\\$|HK\\$)';
const WHOLE = "\\d{1,3}(?:[.,'\\u2019\\u00a0\\u202f ]\\d{3})+|\\d+";
const MONEY = new RegExp(
  `(?:(-)\\s?)?(?:(${SIGN})\\s?)?(-?)(${WHOLE})([.,]\\d{2})?(?![\\d%‰]|[.,]\\d|\\s?%)(?:\\s?(${SIGN}|元)(?![A-Za-z]))?`,
  'gu',
);

/** Returns the amounts of a text. An amount is a number with two decimals or with a currency. */
export function moneyIn(text: string): Money[] {
  return Array.from(text.matchAll(MONEY)).flatMap((match) => {
    const [all, minus, before, sign, whole = '', cents, after] = match;
    if (cents === undefined && before === undefined && after === undefined) return [];
    const previous = text.charAt(match.index - 1);
    if (/[\d.,/\p{L}]/u.test(previous) && !/\p{Script=Han}/u.test(previous)) return [];
    const size = Number(`${whole.replace(/\D/gu, '')}.${cents?.slice(1) ?? '0'}`);
    const isCredit = minus === '-' || sign === '-';
    return [{ text: all.trim(), value: isCredit ? -size : size }];
  });
}

/** Each currency (ISO 4217) with its signs and words. */
const CODES: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|\bEUR\b|\beuros?\b/iu],
  ['GBP', /£|\bGBP\b/u],
  ['USD', /US\$|\bUSD\b|\$\s?\d/u],
  ['MYR', /\bRM\b|\bMYR\b|\(RM\)/u],
  ['CHF', /\bCHF\b/u],
  ['INR', /₹|\bINR\b|\bRs\.?\s?\d/u],
  ['CNY', /[¥￥]|人民币|\bCNY\b|\bRMB\b|\d元/u],
];
const NAMED =
  /(?:währung|currency|devise|moneda|valuta|beträge in|币种)\s*[:：]?\s*(EUR|GBP|USD|CHF|MYR|CNY)\b/iu;

/**
 * Returns the currency (ISO 4217) that a line gives for the whole bill, as in `Currency: EUR`. Without such a
 * line, returns the first currency of {@link CODES} that occurs in the lines; empty when there is none.
 */
export function currencyOf(lines: readonly { readonly text: string }[]): string {
  const all = lines.map(({ text }) => text).join('\n');
  const named = NAMED.exec(all)?.[1];
  return named?.toUpperCase() ?? CODES.find(([, pattern]) => pattern.test(all))?.[0] ?? '';
}

/** Adds the currency of the bill to an amount that has no currency. */
export function withCurrency(text: string, currency: string): string {
  return currency === '' || CODES.some(([, pattern]) => pattern.test(text)) ? text : `${text} ${currency}`;
}
