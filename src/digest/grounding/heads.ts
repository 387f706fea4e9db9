import { specificsOf } from './specifics';

/** What stands between an amount and the word that says what it is: 押金为人民币…, a fee of USD …. */
const LINK = /(?:为|是|共计?|约|计|的|达|：|:|人民币|RMB|CNY|USD|US\$|EUR|GBP|[$€£¥￥(（\s]|\b(?:of|is|are|was|at|a|the|amounts? to|equals?)\b)+$/iu;
/** Units of amounts that one passage may have several of. */
const AMOUNTS: ReadonlySet<string> = new Set(['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', '%']);

/** Characters before an amount that are looked at. */
const REACH = 60;

interface Named {
  readonly value: string;
  readonly unit: string;
  readonly head: string;
  /** What stands before it in its clause. */
  readonly lead: string;
}

/** True when a statement gives an amount a name that the passage gives to another amount: the deposit for the rent. */
export function turnsAmount(statement: string, passage: string): boolean {
  const read = namedIn(passage);
  return namedIn(statement).some(({ value, unit, head }) => {
    const same = read.filter((other) => other.value === value && other.unit === unit);
    return same.length > 0 && !same.some((other) => other.lead.includes(head)) && read.some((other) => other.head === head && other.unit === unit);
  });
}

function namedIn(text: string): Named[] {
  return specificsOf(text).quantities.flatMap(({ at, value, unit }) => {
    if (!AMOUNTS.has(unit)) return [];
    const lead = text.slice(Math.max(0, at - REACH), at).toLowerCase();
    const head = /(?:[\u4e00-\u9fff]{2}|[\p{Script=Latin}]{3,})$/u.exec(lead.replace(LINK, ''))?.[0];
    return head === undefined ? [] : [{ value, unit, head, lead: /[^，,。；;\n]*$/u.exec(lead)?.[0] ?? '' }];
  });
}
