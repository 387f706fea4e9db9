import type { Fact, FactProperties } from './digest';
import { namesRole } from '../text/lexicon/parties';
import { dateOrderOf, findDates, type DateOrder } from '../text/dates';
import { isCurrency } from '../text/lexicon/units';
import { findQuantities } from '../text/numbers';
import { wordsPattern } from '../text/words';
import { cleanLine } from '../clean';

export type { FactProperties };

export const factPropertyNames: readonly (keyof FactProperties)[] = [
  'pdf_number',
  'pdf_parties',
  'pdf_amount',
  'pdf_currency',
  'pdf_date',
  'pdf_due',
  'pdf_start',
  'pdf_end',
];

type DateProperty = 'pdf_date' | 'pdf_due' | 'pdf_start' | 'pdf_end';

/** Matches names of facts whose value is a number such as that of a contract or invoice. */
const numbered: readonly RegExp[] = [
  /编号|单号|号码|合同号|协议号/u,
  /(?:\b(?:no|number|id)\b\.?|#|numm?er)\s*$/iu,
  /^n[uú]m[eé]?ro\b/iu,
];
/** Matches names of facts with other numbers, such as those of people, phones and accounts. */
const otherNumber = wordsPattern(
  '税, 信用, 身份, 电话, 手机, 传真, 账号, 帐号, 账户, 银行, 邮编',
  '*tax*, *vat*, ust, btw, tva, iva, *bank*, *account*, *phone*, *tel*, *fax*, *iban*, *passport*',
);
const total = wordsPattern(
  '总价, 总金额, 总额, 合计, 合同金额, 价款, 应付',
  'total, *amount due*, *amount payable*, *balance due*, *purchase price*',
  '*contract (price|amount|value|sum)*',
  '*betrag*, *à payer*, *importe*, *importo*, *totale*, *totaal*, *te betalen*',
);
const partTotal = wordsPattern(
  '小计, 税额, 不含税',
  '*sub ?total*, *tax*, *vat*, net amount*, HT',
  '*netto*, *steuer*, *imponible*, *imponibile*',
);
const period = wordsPattern('期限, 期间, 有效期, 服务期, 租期, *period*, *term*');
const dateNames: readonly (readonly [DateProperty, RegExp])[] = [
  [
    'pdf_due',
    wordsPattern(
      '付款, 缴费, 缴款, 截止, 交付, *due*, *deadline*, *payment date*',
      '*fällig*, *échéance*, *vencimiento*, *scadenza*, *verval*',
    ),
  ],
  ['pdf_end', wordsPattern('到期, 终止, 届满, 结束, *expir*, end*')],
  ['pdf_start', wordsPattern('生效, 起始, 开始, 起租, *effective*, *start*, *commenc*')],
  ['pdf_date', wordsPattern('日期, 时间, 签订, 签署, 开票, *date*, *datum*, *fecha*, ^data')],
];
const currencies: readonly string[] = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'MYR', 'CHF'];

/** Longest name of a party and longest number, in UTF-16 units. Longer texts are clauses. */
const longestName = 120;
const longestNumber = 60;
const mostParties = 8;

/**
 * Converts facts to note properties. The first unambiguous fact for a property counts; ambiguous facts are
 * left out.
 */
export function factProperties(facts: readonly Fact[], language = 'und'): FactProperties {
  const order = dateOrderOf(language, currencyIn(facts));
  const found: { -readonly [Name in keyof FactProperties]: FactProperties[Name] } = {};
  const parties = new Set<string>();
  for (const { name, value } of facts) {
    const number = numberOf(name, value);
    if (number !== undefined) found.pdf_number ??= number;
    const party = partyOf(name, value);
    if (party !== undefined && parties.size < mostParties) parties.add(party);
    for (const [property, date] of datesOf(name, value, order)) found[property] ??= date;
  }
  return { ...found, ...(parties.size === 0 ? {} : { pdf_parties: [...parties] }), ...amountOf(facts) };
}

/**
 * Returns the currency of the first amount. It decides the order of day and month: English texts with pounds
 * write the day first.
 */
function currencyIn(facts: readonly Fact[]): string {
  const found = facts.flatMap(({ value }) => findQuantities(value)).find(({ unit }) => isCurrency(unit));
  return found?.unit ?? '';
}

function numberOf(name: string, value: string): string | undefined {
  if (!numbered.some((form) => form.test(name)) || otherNumber.test(name)) return undefined;
  const number = cleanLine(value, longestNumber + 1);
  return number.length <= longestNumber &&
    /\d/.test(number) &&
    !/www\./i.test(number) &&
    /^[\p{L}\p{N} ._/()（）〔〕-]+$/u.test(number)
    ? number
    : undefined;
}

function partyOf(name: string, value: string): string | undefined {
  // The name of a tax number also contains the role of a party, but its value is not a party.
  if (!namesRole(name) || otherNumber.test(name) || /[:：]/.test(value)) return undefined;
  const party = cleanLine(value, longestName + 1);
  // In a property, double brackets and web addresses would become links.
  return party.length <= longestName &&
    /\p{L}{2}/u.test(party) &&
    !/www\./i.test(party) &&
    /^[\p{L}\p{M}\p{N} .,，、&'’()（）·-]+$/u.test(party)
    ? party
    : undefined;
}

function datesOf(
  name: string,
  value: string,
  order: DateOrder,
): readonly (readonly [DateProperty, string])[] {
  const dates = findDates(value, order)
    .filter(({ precision }) => precision === 'day')
    .map((date) => date.value);
  const [first, second] = dates;
  if (first === undefined || dates.length > 2) return [];
  if (second !== undefined)
    return period.test(name) && first < second
      ? [
          ['pdf_start', first],
          ['pdf_end', second],
        ]
      : [];
  const kind = dateNames.find(([, pattern]) => pattern.test(name));
  return kind === undefined ? [] : [[kind[0], first]];
}

/** Returns the document's total, or its only amount. */
function amountOf(facts: readonly Fact[]): Pick<FactProperties, 'pdf_amount' | 'pdf_currency'> {
  const amounts = facts.flatMap(({ name, value }) => {
    const amount = moneyOf(value);
    return amount === undefined ? [] : [{ ...amount, total: total.test(name) && !partTotal.test(name) }];
  });
  const chosen = amounts.find((amount) => amount.total) ?? (amounts.length === 1 ? amounts[0] : undefined);
  return chosen === undefined ? {} : { pdf_amount: chosen.value, pdf_currency: chosen.currency };
}

/**
 * Parses an amount with its currency. Undefined when the text contains no amount or several different ones.
 */
function moneyOf(text: string): { readonly value: number; readonly currency: string } | undefined {
  const all = findQuantities(text).filter(({ unit }) => currencies.includes(unit));
  const [first] = all;
  if (first === undefined || all.some(({ value, unit }) => value !== first.value || unit !== first.unit))
    return undefined;
  const value = Number(first.value);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? { value, currency: first.unit }
    : undefined;
}
