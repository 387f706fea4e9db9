import { findDates } from '../../text/dates';
import { AGREED_MONEY, DURATION, ZH_DURATION } from '../../text/lexicon/contract';
import { anyOf } from '../../text/words';
import type { Unit } from './units';

/**
 * Labels before a colon or a tab. The label becomes the name of the fact. If several labels begin at the same
 * character, the first one in the list is used.
 */
const ZH_LABEL = anyOf(
  '(?:合同|协议|订单|发票|项目|文件|报告|凭证|采购|工程)(?:编号|号码|号|名称|代码|金额|总价|总额|总金额|期限|日期)',
  '甲\\s*方, 乙\\s*方, 丙\\s*方, 买\\s*方, 卖\\s*方, 供\\s*方, 需\\s*方, 出[租借][方人], 承租[方人]',
  '委托[方人], 受托[方人], 发包[方人], 承包[方人], 购买方(?:名称)?, 销售方(?:名称)?, 采购[方人]',
  '[借贷]款[方人], (?:担保|保证|抵押|出卖|买受|受让|转让|投保|被?保险|供货)[方人], 用人单位, 劳动者',
  '披露方, 接收方, 许可方, 被许可方, 服务方, 客户(?:名称)?, (?:报价|供货|收款|付款)单位(?:名称)?',
  '供应商, 招标人, 中标人, 签[订署](?:日期|时间|地点), 生效日期, 开票日期, 价税合计',
  '合计(?:金额)?, 总\\s*价, 总金额, 应付金额, 服务期限?, 租赁期限?, 保险期[间限], 有效期[至限]?',
  '付款期限, 截止日期, 到期日',
  '[实应]发(?:工资|金额|合计)?, 纳税人识别号, 统一社会信用代码, 发票代码, 发票号码',
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
  '(?:Net|Gross|Total)\\s+Pay, Total\\s+VAT, VAT, Payment\\s+Terms, Billing\\s+Period, Service\\s+Period, Term, Buyer, Seller',
  'Supplier, Vendor, Customer(?:\\s+Name)?, Client(?:\\s+Name)?, Landlord, Tenant, Lessor, Lessee',
  'Lender, Borrower, Employer, Employee, (?:Service\\s+)?Provider, Consultant, Purchaser, Licensor, Licensee, Guarantor',
  '(?:Prepared|Quot(?:e|ation))\\s+(?:for|to), Insured, Insurer, Policyholder, Contractor',
  'Party\\s+[AB], Authors?',
  '(?:Ver)?[Mm]ieter(?:in)?, Auftrag(?:geber|nehmer)(?:in)?, Arbeit(?:geber|nehmer)(?:in)?',
  'Rechnungsnummer, Rechnungsdatum, Gesamtbetrag, Factuurnummer, Factuurdatum',
  'Date\\s+de\\s+facture, Total\\s+TTC',
);

export const ZH_FACT = new RegExp(
  `(?:^|[\\s；;，,、（(])(${ZH_LABEL})((?:[（(][^（）()]{1,20}[)）])?)\\s*(?:[:：]|\\t)\\s*([^；;。\\t]{2,})`,
  'gu',
);
export const EN_FACT = new RegExp(`(?:^|[\\s;,(|])(${EN_LABEL})\\s*(?:[:：#]|\\t)\\s*([^;\\t]{1,})`, 'giu');
/** A line that is only the number of the document, without a colon: `Agreement No. SA-2026-0147`. */
const NUMBER_LINE =
  /^((?:[\p{L}]+ ){0,2}(?:No\.?|Number|Nr\.?))\s+((?=\S*\d)[\p{L}\d][\p{L}\d./_-]{2,29})$/iu;

export const FIGURE = /[\p{Nd}〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖]/u;

/** The last word of a label for the number of a document. */
const NUMBER_LABEL = /(?:\b(?:no\.?|number|nr\.?|ref(?:erence)?)|nummer|编号|单号|号码|证号)$/iu;
const AMOUNT_LABEL =
  /\b(?:pay|price|total|net|gross|charge|fee|rent|salary|deposit|premium|amount)\b|[费金款额价](?:合计)?$|(?:miete|kaution|betrag|gehalt|vergütung)$/iu;
const PERIOD_LABEL = /\b(?:notice|term|period|duration)\b|期[限间]?$|frist$|laufzeit$/iu;
const ONLY_MONEY = new RegExp(
  `^(?:${AGREED_MONEY})(?:\\s(?:plus|incl\\.?|excl\\.?|including|excluding) .{1,12})?$`,
  'u',
);
const ONLY_PERIOD = new RegExp(`^(?:${DURATION}|${ZH_DURATION})$`, 'iu');
/** Labels of data about persons and accounts. Such data are not facts of the document. */
const PERSONAL =
  /\b(?:tel|phone|fax|mobile|vat|tax|ni|ssn|account|bank|birth|company)|电话|手机|传真|身份|证件|账号|税|信用|出生|steuer|konto|geb/iu;
/** A cell with a label: at most five words or twelve Han characters. */
const LABEL_CELL =
  /^(?:(?:(?!\p{Script=Han})[\p{L}.'’/])+(?: (?:(?!\p{Script=Han})[\p{L}.'’/])+){0,4}|[\u4e00-\u9fff]{2,12}(?:[（(][^（）()]{1,10}[)）])?)$/u;

/** Headings of columns. In the row `Invoice No. | Date`, `Date` is not the value of `Invoice No.` */
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

/** A label with its value. */
export interface Label {
  /** UTF-16 offset of the character before the label; 0 when the label is at the start of the text. */
  readonly at: number;
  readonly label: string;
  readonly value: string;
  readonly quote: string;
}

/**
 * Returns the labels that a pattern finds in a text, with their values. If the value is in the next cell, the
 * label must fill its own cell: in `Individual Consultant` / `Jane Doe`, the word "Consultant" is no label.
 */
export function labelsIn(text: string, pattern: RegExp): Label[] {
  const found: Label[] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const raw = match.at(-1) ?? '';
    const value = nextLabel(raw, pattern);
    const label = match[1] ?? '';
    const start = match[0].indexOf(label);
    const hasColon = /[:：#]/u.test(match[0].slice(start + label.length, match[0].length - raw.length));
    if (hasColon || !/\p{L}[^\t]*$/u.test(text.slice(0, match.index + start)))
      found.push({ at: match.index, label, value, quote: match[0] });
    search.lastIndex -= raw.length - value.length;
  }
  return found;
}

/**
 * Returns the labels of a line with their values, if the value has the type that its label promises (a
 * number, an amount or a period). A complete date is accepted as the value of every label.
 */
export function typedPairs(text: string, kind: Unit['kind']): [string, string][] {
  const line = NUMBER_LINE.exec(text);
  if (line !== null && !PERSONAL.test(line[1] ?? '')) return [[line[1] ?? '', line[2] ?? '']];
  const cells = text.split('\t').map((cell) => cell.trim());
  const isRow = kind === 'row';
  const filled = cells.filter((cell) => cell !== '');
  // In a row of more than two cells, a cell without a colon is not a label, but a value of its column.
  const pairs = filled.flatMap((cell, index): [string, string][] => {
    const [, label = '', value = ''] = /^([^:：]{2,40})[:：]\s*(.*)$/u.exec(cell) ?? [];
    if (value !== '') return [[label, value]];
    const next = filled[index + 1] ?? '';
    const isPair = isRow && (label !== '' || filled.length === 2);
    return isPair && index + 1 < filled.length ? [[cell.replace(/[:：]$/u, ''), next]] : [];
  });
  return pairs.filter(([label, value]) => {
    const name = label.trim();
    if (!LABEL_CELL.test(name) || PERSONAL.test(name)) return false;
    const [date] = findDates(value);
    if (date?.precision === 'day' && date.length === value.length) return true;
    if (AMOUNT_LABEL.test(name) && ONLY_MONEY.test(value)) return true;
    if (PERIOD_LABEL.test(name) && ONLY_PERIOD.test(value)) return true;
    return NUMBER_LABEL.test(name) && /^(?=.*\d)[\p{L}\d][\p{L}\d ./_-]{2,29}$/u.test(value);
  });
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
