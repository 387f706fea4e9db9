import type { DraftFact } from '../../llm/draft';
import { isRoleName } from '../../text/lexicon/parties';
import { anyOf } from '../../text/words';
import { total } from '../fact-names';
import { EN_FACT, FIGURE, HEADING, labelsIn, trimValue, typedPairs, ZH_FACT } from './fact-labels';
import { wordSplitter } from './terms';
import type { Unit } from './units';

const MOST_FACTS = 12;
/** Maximum length of a value in UTF-16 units. A longer text is a clause and not a value. */
const LONGEST_VALUE = 80;

/** Matches labels whose value must contain a number. */
const FIGURE_LABEL =
  /total|amount|\bvat\b|\b(?:net|gross) pay|[实应]发|balance due|金额|总[价额]|合计|\b(?:no\.?|number|id)$|#$|编号|号码|单号|代码|识别号|号$|日期|到期日/iu;
/**
 * Matches the name of a total. Without a currency or cents, its value may be a count, such as a number of
 * visitors.
 */
const TOTAL = /^(?:grand |sub)?total$|^合计$/iu;
/** Matches a total that is certainly an amount: it has a currency sign, a letter (as in `EUR`) or cents. */
const MONEY = /\p{Sc}|\p{L}|[.,]\d{2}$/u;
const ZH_DIGITS = '零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';
const ZH_DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const EN_MONEY = '(?:US\\$|USD|\\$|€|£|EUR|GBP)\\s?[\\d,.]*\\d';

/** Amounts and periods in running text. The first group is the name of the fact, the second one its value. */
const PROSE: readonly RegExp[] = [
  new RegExp(
    [
      '((?:合同|协议|服务|项目|工程|采购|租金|设备|货款)?',
      '(?:总价款?|总金额|总费用|价款总额|总额|套餐费用?|服务费用?总?额?))',
      '(?:共计|合计|总计)?(?:为|是)?[:：]?',
      `((?:人民币|RMB|¥|￥)?\\s*(?:[\\d,，.]+|[${ZH_DIGITS}]+)\\s*(?:万|亿)?(?:美元|港元|欧元|元)(?:整)?)`,
    ].join(''),
    'gu',
  ),
  new RegExp(
    [
      '((?:服务|合同|协议|租赁|合作|保密|质保|有效|履行|委托|保修)(?:期限|期间|有效期|期))',
      '(?:为|是|自|从|共|共计)?[:：]?',
      '((?:[\\d一二三四五六七八九十两]{1,3}\\s*(?:个月|年|天|日)(?!\\d|[一二三四五六七八九十]+月))',
      `|(?:${ZH_DAY}(?:起)?(?:至|到)${ZH_DAY}(?:止)?))`,
    ].join(''),
    'gu',
  ),
  new RegExp(`\\b(total) of (${EN_MONEY})`, 'giu'),
  new RegExp(
    [
      '(total (?:contract )?(?:price|amount|fee|value|sum)|purchase price|annual fee|monthly rent',
      '|base rent|initial term|term of this agreement)\\s+(?:shall be|will be|is|are|of)\\s+',
      `(${EN_MONEY}(?:\\s(?:million|billion))?|(?:\\w+\\s)?\\(?\\d+\\)?\\s(?:days|months|years))`,
    ].join(''),
    'giu',
  ),
];

const EN_FORM = anyOf(
  'Ltd, Inc, LLC, LLP, Corp, Corporation, Company, Limited, GmbH, AG, PLC, Co',
  'University, Bank, Foundation, Association',
);
/** `Acme Ltd., a company …, (the “Client”)`: a definition of the name of a party. */
const DEFINED = new RegExp(
  [
    `((?:\\p{Lu}[\\p{L}\\p{N}&.'’-]*\\s+){1,6}${EN_FORM}\\b\\.?)(?:[^“”"()]{0,160})`,
    '\\((?:the|hereinafter(?: referred to as)?(?: the)?|each)?\\s*[“"](\\p{Lu}[\\p{L} ]{2,24})[”"]\\)',
  ].join(''),
  'gu',
);
/** The legal forms at the end of Chinese names. */
const ZH_FORM = anyOf('公司, 大学, 学院, 银行, 中心, 医院, 研究院, 研究所, 事务所');
/** The same definition in Chinese: `X公司（以下简称“甲方”）`. */
const DEFINED_ZH = new RegExp(
  [
    `(?:^|[^\\u4e00-\\u9fff（）()]|[由与和向及])([\\u4e00-\\u9fff（）()]{3,30}${ZH_FORM})`,
    '[（(](?:以下|下)?(?:简)?称(?:为)?[：:]?[“"「]?([\\u4e00-\\u9fff]{2,6})[”"」]?[)）]',
  ].join(''),
  'gu',
);

/** The name of an organisation at the end of a cell. */
const NAMED = new RegExp(`(?:\\b${EN_FORM}\\.?|${ZH_FORM})\\s*(?:\\t|$)`, 'u');
/** The words before the role of a party in a line for a signature, such as `Signed by the`. */
const SIGNS_FOR = /\b(?:for|behalf of|signed by|by)\s+(?:the\s+)?$/iu;
const SIGNATURE = /^[^（(]{0,8}[（(](?:签[字章名]|盖章|公章)|[:：]\s*$/u;
/** Words that show that a text is a clause and not a name. */
const CLAUSE = /拟|将|所持|起诉|收到|根据|委托/u;

/**
 * Returns the facts of a document, in the order of the text. If a label such as `Total` has different values
 * in several tables, none of these values is returned.
 */
export function factsOf(units: readonly Unit[]): DraftFact[] {
  const found = new Map<string, DraftFact>();
  const unclear = new Set<string>();
  for (const [index, unit] of units.entries()) {
    for (const fact of factsIn(unit, units[index + 1])) {
      const key = fact.name.replace(/\s/gu, '').toLowerCase();
      const isParty = isRoleName(fact.name);
      const isKnown = [...found.values()].some(
        (other) =>
          other.value === fact.value &&
          (other.name.endsWith(fact.name) || (isParty && isRoleName(other.name))),
      );
      const known = found.get(key);
      if (known === undefined) {
        if (!isKnown && found.size < MOST_FACTS) found.set(key, fact);
      } else if (isShared(fact.name) && digitsOf(known) !== digitsOf(fact)) unclear.add(key);
    }
  }
  return [...found].flatMap(([key, fact]) => (unclear.has(key) ? [] : [fact]));
}

/** Leaves out a fact `Total` if a fact with a more exact name (`Contract price`) has the same amount. */
export function withoutRepeats(facts: readonly DraftFact[]): DraftFact[] {
  const exact = facts.filter(({ name }) => !TOTAL.test(name) && total.test(name)).map(digitsOf);
  return facts.filter((fact) => !TOTAL.test(fact.name) || !exact.includes(digitsOf(fact)));
}

/**
 * Returns true for a label that can have several values in a document: one for each table (`Total`) or one
 * for each party (`VAT`).
 */
function isShared(name: string): boolean {
  return TOTAL.test(name) || /^vat$/iu.test(name);
}

/** Returns the digits of a value, to compare amounts with and without a currency. */
function digitsOf({ value }: DraftFact): string {
  return value.replace(/\P{N}/gu, '');
}

function factsIn({ text, numbers, kind }: Unit, next: Unit | undefined): DraftFact[] {
  const facts: DraftFact[] = [];
  if (kind === 'row' && isHeadingRow(text, next)) return facts;
  const add = (name: string, value: string, quote: string): void => {
    const trimmed = isRoleName(name) ? partyIn(value) : trimValue(value);
    if (!isValue(trimmed) || HEADING.test(trimmed) || (FIGURE_LABEL.test(name) && !FIGURE.test(trimmed)))
      return;
    // In a row of headings, a label stands beside another label and not beside a value: `担保方` / `被担保方`.
    if (trimmed.endsWith(name) || (isRoleName(name) && isRoleName(trimmed))) return;
    if (TOTAL.test(name) && !MONEY.test(trimmed)) return;
    // The quote ends after the value or the label, whichever comes last: in a definition, the label comes
    // after the value.
    const end = Math.max(quote.indexOf(trimmed) + trimmed.length, quote.indexOf(name) + name.length);
    facts.push({ name: name.trim(), value: trimmed, quote: quote.slice(0, end).trim(), refs: numbers });
  };
  for (const { label, value, quote } of labelsIn(text, ZH_FACT)) add(label.replace(/\s/gu, ''), value, quote);
  for (const { at, label, value, quote } of labelsIn(text, EN_FACT)) {
    // `For the customer: Jane Doe` names a person who signs and not the customer, so it is not a fact.
    if (!SIGNS_FOR.test(text.slice(0, at + 1))) add(label, value, quote);
  }
  for (const [label, value] of typedPairs(text, kind)) add(label, value, value);
  for (const pattern of [DEFINED, DEFINED_ZH]) {
    for (const match of text.matchAll(pattern)) {
      const [, named = '', role = ''] = match;
      const name = withoutClause(named);
      // If the text in quotation marks is not a role, as in `(“Acme”)`, the fact would be of no use.
      if (isRoleName(role) && !CLAUSE.test(name)) add(role, name, match[0]);
    }
  }
  for (const pattern of PROSE) {
    for (const match of text.matchAll(pattern)) add(match[1] ?? '', match[2] ?? '', match[0]);
  }
  return facts;
}

/**
 * True for a row of column headings. It has three or more cells, no figure and no name of an organisation.
 * Either most of its cells are known labels, or exactly one cell is a known label and the next row does not
 * begin with a known label.
 */
function isHeadingRow(text: string, next: Unit | undefined): boolean {
  const cells = text.split('\t').map((cell) => cell.trim());
  if (cells.length < 3 || FIGURE.test(text) || NAMED.test(text)) return false;
  const labels = cells.filter((cell) => HEADING.test(cell)).length;
  if (labels * 2 > cells.length) return true;
  const [first = ''] = next?.kind === 'row' ? next.text.split('\t') : [];
  return !HEADING.test(first.trim()) && labels === 1;
}

/**
 * Returns the name of a party without its short name in brackets and without data that identifies a person.
 */
function partyIn(value: string): string {
  const [name = ''] = value.split(/[（(](?=以下|下称|简称|身份证|统一社会|盖章|签[字章]|the |hereinafter)/u);
  return SIGNATURE.test(name) ? '' : trimValue(name);
}

/**
 * Returns the name of an organisation without the clause before it (`甲方与`). The text is split into words
 * first, because `向` ends a clause only if it is a word by itself, and not in `向日葵`.
 */
function withoutClause(named: string): string {
  let cut = 0;
  for (const { segment, index } of wordSplitter()(named)) {
    const end = index + segment.length;
    const isJoint = /^[和及]$/u.test(segment) && /(?:股权|股份|资产|权益)$/u.test(named.slice(0, index));
    if ((isJoint || /^[与向的]$/u.test(segment)) && named.length - end >= 4) cut = end;
  }
  return named.slice(cut);
}

function isValue(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= LONGEST_VALUE &&
    /[\p{L}\p{N}]/u.test(value) &&
    !/_{2,}|＿/u.test(value)
  );
}
