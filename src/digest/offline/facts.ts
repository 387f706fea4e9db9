import type { DraftFact } from '../../llm/draft';
import { anyOf } from '../../text/words';
import type { Unit } from './units';

/** Maximum number of facts of a document. */
const MOST_FACTS = 12;
/** Maximum length of a value in UTF-16 units. A longer text is a clause and not a value. */
const LONGEST_VALUE = 80;

/**
 * Labels before a colon or a tab. The label becomes the name of the fact. If several labels begin at the same
 * character, the first one in the list is used.
 */
const ZH_LABEL = anyOf(
  '(?:合同|协议|订单|发票|项目|文件|报告|凭证|采购|工程)(?:编号|号码|号|名称|代码|金额|总价|总额|总金额|期限|日期)',
  '甲\\s*方, 乙\\s*方, 丙\\s*方, 买\\s*方, 卖\\s*方, 供\\s*方, 需\\s*方, 出租[方人], 承租[方人]',
  '委托[方人], 受托[方人], 发包[方人], 承包[方人], 购买方(?:名称)?, 销售方(?:名称)?, 采购[方人]',
  '供应商, 招标人, 中标人, 签订(?:日期|时间|地点), 签署日期, 生效日期, 开票日期, 价税合计',
  '合计金额, 总\\s*价, 总金额, 应付金额, 服务期限?, 租赁期限?, 有效期, 付款期限, 截止日期, 到期日',
  '纳税人识别号, 统一社会信用代码, 发票代码, 发票号码',
  '[\\u4e00-\\u9fff]{0,4}(?:编号|单号|到期日|日期), 课题名称, 论文题目, 作者',
);
const EN_BY = '(?:\\s+(?:on|by)\\s+[\\p{L}\\p{N} ,./-]{4,24})?';
const EN_LABEL = anyOf(
  '(?:Tax\\s+|Sales\\s+)?Invoice\\s*(?:No\\.?|Number|#|ID|Date)',
  'Order\\s*(?:No\\.?|Number|#|ID|Date), P\\.?O\\.?\\s*(?:No\\.?|Number|#)',
  '(?:Contract|Agreement|Account|Customer|Reference|Policy|Project)\\s*(?:No\\.?|Number|#|ID)',
  '(?:Invoice|Issue|Effective|Due|Start|End|Expiry|Expiration|Payment|Billing)\\s+Date',
  'Date\\s+(?:of\\s+issue|due)',
  `(?:Grand\\s+|Sub\\s?|Invoice\\s+)?Total(?:\\s+(?:Due|Amount(?:\\s+Due)?|Price|for\\s+this\\s+invoice))?${EN_BY}`,
  `Amount\\s+(?:Due|Payable)${EN_BY}, Balance\\s+Due`,
  'Total\\s+VAT, VAT, Payment\\s+Terms, Billing\\s+Period, Service\\s+Period, Term, Buyer, Seller',
  'Supplier, Vendor, Customer, Client, Landlord, Tenant, Contractor, Party\\s+[AB], Authors?',
  'Rechnungsnummer, Rechnungsdatum, Gesamtbetrag, Factuurnummer, Factuurdatum',
  'Date\\s+de\\s+facture, Total\\s+TTC',
);

const ZH_FACT = new RegExp(
  `(?:^|[\\s；;，,、（(])(${ZH_LABEL})((?:[（(][^（）()]{1,20}[)）])?)\\s*(?:[:：]|\\t)\\s*([^；;。\\t]{2,})`,
  'gu',
);
const EN_FACT = new RegExp(`(?:^|[\\s;,(|])(${EN_LABEL})\\s*(?:[:：#]|\\t)\\s*([^;\\t]{1,})`, 'giu');

/** Labels whose value contains a number. */
const FIGURE_LABEL =
  /total|amount|balance due|金额|总[价额]|合计|\b(?:no\.?|number|id)$|#$|编号|号码|单号|代码|识别号|号$|日期|到期日/iu;
/**
 * Matches the name of a total. Without a currency or cents, its value may be a count, such as a number of
 * visitors.
 */
const TOTAL = /^(?:grand |sub)?total$|^合计$/iu;
/** Matches a total that is certainly an amount: it has a currency, a letter or cents. */
const MONEY = /\p{Sc}|\p{L}|[.,]\d{2}$/u;
const FIGURE = /[\p{Nd}〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖]/u;

/** Headings of columns. After a label, such a word is the next heading and not a value. */
export const HEADING = new RegExp(
  `^${anyOf(
    `${ZH_LABEL}, ${EN_LABEL}`,
    '序号, 名称, 单位, 数量, 单价, 税[率额], 备注, 说明, 地址, 电话, 联系人, 账号',
    'Name, Address, Phone, Date, Terms, Currency, Remarks?, Description, Quantity, Qty, Rate, Price',
    'Status, Type, Notes?',
  )}$`,
  'iu',
);

/** A label right after a value, without a space, as in the cells of a form. */
const INSIDE_LABEL = new RegExp(
  `(?!日)(?:${ZH_LABEL}|税号|地址|电话|开户行|账号|法定代表人|联系人)[:：]`,
  'u',
);

const ZH_DIGITS = '零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';
const ZH_DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const EN_MONEY = '(?:US\\$|USD|\\$|€|£|EUR|GBP)\\s?[\\d,.]*\\d';

/** Amounts and terms in running text. The first group is the name of the fact, the second one its value. */
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
/** The forms of organisations at the end of Chinese names. */
const ZH_FORM = anyOf('公司, 大学, 学院, 银行, 中心, 医院, 研究院, 研究所, 事务所');
/** The same definition in Chinese: `X公司（以下简称“甲方”）`. */
const DEFINED_ZH = new RegExp(
  [
    `(?:^|[^\\u4e00-\\u9fff（）()]|[由与和向及])([\\u4e00-\\u9fff（）()]{3,30}${ZH_FORM})`,
    '[（(](?:以下|下)?(?:简)?称(?:为)?[：:]?[“"「]?([\\u4e00-\\u9fff]{2,6})[”"」]?[)）]',
  ].join(''),
  'gu',
);

/** Words of a clause before the name of a company: `以股份向X公司`, `与X公司`, `其持有的X公司`. */
const BEFORE_NAME =
  /^[\u4e00-\u9fff]{0,24}(?:[与向的]|(?:股权|股份|资产|权益)[和及])(?=[\u4e00-\u9fff]{4,})/u;
/** Words that a name does not contain, but a clause does. */
const CLAUSE = /拟|将|所持|起诉|收到|根据|委托/u;

/** Returns the facts of a document in order. Labels and values are words of the document. */
export function factsOf(units: readonly Unit[]): DraftFact[] {
  const found = new Map<string, DraftFact>();
  for (const unit of units) {
    for (const fact of factsIn(unit)) {
      const key = fact.name.replace(/\s/gu, '').toLowerCase();
      const isKnown = [...found.values()].some(
        (other) => other.value === fact.value && other.name.endsWith(fact.name),
      );
      if (!found.has(key) && !isKnown) found.set(key, fact);
      if (found.size === MOST_FACTS) return [...found.values()];
    }
  }
  return [...found.values()];
}

function factsIn({ text, numbers, kind }: Unit): DraftFact[] {
  const facts: DraftFact[] = [];
  if (kind === 'row' && isHeadingRow(text)) return facts;
  const add = (name: string, value: string, quote: string): void => {
    const trimmed = trimValue(value);
    if (!isValue(trimmed) || HEADING.test(trimmed) || (FIGURE_LABEL.test(name) && !FIGURE.test(trimmed)))
      return;
    if (TOTAL.test(name) && !MONEY.test(trimmed)) return;
    // The quote ends after the value and the label. In a definition, the label comes after the value.
    const end = Math.max(quote.indexOf(trimmed) + trimmed.length, quote.indexOf(name) + name.length);
    facts.push({ name: name.trim(), value: trimmed, quote: quote.slice(0, end).trim(), refs: numbers });
  };
  for (const match of text.matchAll(ZH_FACT)) {
    const next = nextLabel(match[3] ?? '', ZH_FACT);
    add((match[1] ?? '').replace(/\s/gu, ''), next, match[0]);
  }
  for (const match of text.matchAll(EN_FACT))
    add(match[1] ?? '', nextLabel(match[2] ?? '', EN_FACT), match[0]);
  for (const pattern of [DEFINED, DEFINED_ZH]) {
    for (const match of text.matchAll(pattern)) {
      const [, named = '', role = ''] = match;
      const name = named.replace(BEFORE_NAME, '');
      if (!CLAUSE.test(name)) add(role, name, match[0]);
    }
  }
  for (const pattern of PROSE) {
    for (const match of text.matchAll(pattern)) add(match[1] ?? '', match[2] ?? '', match[0]);
  }
  return facts;
}

/** True for a row of column headings: three or more cells without a figure, of which only one is a label. */
function isHeadingRow(text: string): boolean {
  const cells = text.split('\t').map((cell) => cell.trim());
  return cells.length > 2 && !FIGURE.test(text) && cells.filter((cell) => HEADING.test(cell)).length === 1;
}

/** Returns the value up to the next label, because a line can have several fields. */
export function nextLabel(value: string, pattern: RegExp): string {
  const next = value.search(new RegExp(pattern.source, pattern.flags.replace('g', '')));
  const inside = value.search(INSIDE_LABEL);
  const wide = value.search(/\s{3,}|\s(?:\p{Lu}?\S{1,12}|\p{Lu}\S{1,12} \p{Ll}\S{1,12})[:：]/u);
  const cut = [next, inside, wide].filter((at) => at > 0);
  return cut.length === 0 ? value : value.slice(0, Math.min(...cut));
}

export function trimValue(value: string): string {
  return value
    .trim()
    .replace(/((?:\b(?:Ltd|Inc|Corp|Co|S\.A|B\.V|N\.V)\.)?)[，,、。.；;：:（(\s]*$/u, '$1')
    .replace(/^[：:\s]+/u, '');
}

function isValue(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= LONGEST_VALUE &&
    /[\p{L}\p{N}]/u.test(value) &&
    !/_{2,}|＿/u.test(value)
  );
}
