/**
 * English, Chinese and German words that show where a contract has parties, amounts, days and periods.
 */
import { anyOf } from '../words';

/** Words before the role of a party in a definition: `hereinafter referred to as the "Tenant"`. */
export const DEFINED_AS = anyOf(
  '(?:each )?here(?:in)?after(?: (?:collectively |individually )?(?:called|known as|referred to as))?',
  'in (?:its|his|her|their) capacity as, referred to as, as, als, each a, each an, together, collectively',
  '[Nn]achfolgend, [Nn]achstehend, [Ii]m (?:[Ff]olgenden|[Ww]eiteren)(?: auch)?, fortan, kurz',
  '(?:以下|下)(?:统|简)?称(?:作|为)?',
);

/** Words before the name of the first party. */
export const BETWEEN = anyOf('between, among, zwischen');

/** Titles of persons before their names. */
export const PERSON_TITLE = anyOf('Messrs, Miss, Mrs?, Ms, Dr, Prof, Herrn?, Frau, Firma, Eheleute');

/** Words that end the name of an organisation. */
export const ORGANISATION = anyOf(
  'Ltd, Limited, Inc, Incorporated, LLC, L\\.L\\.C, LLP, L\\.L\\.P, LP, L\\.P, Corp, Corporation',
  'Company, Co',
  'PLC, plc, Pte, Pty, Bhd, N\\.A, S\\.A, SAS, SARL, B\\.V, BV, N\\.V, NV, S\\.r\\.l, S\\.p\\.A, SE',
  'GmbH, mbH, AG, KG, OHG, UG, GbR, e\\.V, e\\.K, Trust, Foundation, Association, University',
);

/** Words after which `of` continues a name: `Bank of Scotland`. */
export const OF_NAME = anyOf(
  'Bank, Board, Church, City, College, County, Department, Government, Institute, Ministry, Office, School',
  'Society, State, Town, University',
);

/** Words that show that a text with capital letters is not the name of a party. */
export const NO_PARTY = anyOf('Agreement, Contract, Lease, Deed, Date, Exhibit, Schedule, Parties, Section');

/** Nouns of amounts, with the words before them: `monthly rent`. */
export const AMOUNT_NOUN: Readonly<Record<'latin' | 'han', string>> = {
  latin: [
    '(?:\\b(?:monthly|annual|yearly|weekly|daily|hourly|base|basic|gross|net|fixed|flat|total|security',
    '|rental|rent|lease|tenancy|damage|holding|purchase|contract|service|consulting|management',
    '|maintenance|licen[cs]e|subscription|retainer|loan) )*',
    '(?:\\b(?:rent|deposit|salary|wages?|fees?|price|charges?|premium|retainer|remuneration|compensation',
    '|loan)\\b|\\b[\\p{L}-]*(?:miete|kaution|gehalt|vergütung|pauschale|honorar|kaufpreis|darlehen',
    '|vorauszahlung)\\b)',
  ].join(''),
  han: [
    '(?:第[一二三四五]年|每?月|年|季度?|首期|基本|试用期|合同|租赁|房屋|场地|履约|项目|服务|技术|咨询',
    '|律师|代理|管理|物业|培训|运输|开发|设计|施工|维护|加工|保管|中介|委托|许可|使用|检测|保险|设备|总)*',
    '(?:租金|押金|保证金|定金|订金|工资|薪酬|报酬|价款|货款|本金|借款(?:本金|金额)?|保费|费用?',
    '|总价款?|总额|金额)',
  ].join(''),
};

/** Words between the noun of an amount and the amount itself. */
export const AMOUNT_LINK = anyOf(
  'of, is, are, be, at, to, sum, amounts?, equals, beträgt, betragen, von, in Höhe von, auf, ist',
);

const LATIN_MONEY = [
  '(?:(?:[A-Z]{1,3}\\s?)?[$€£]\\s?|\\b(?:USD|EUR|GBP|CHF|SGD|HKD|AUD|CAD|RM|RMB|CNY)\\s?)\\d(?:[\\d,.]*\\d)?',
  '(?:\\s(?:million|billion)\\b)?|\\b\\d(?:[\\d,.]*\\d)?\\s?(?:€|Euro\\b|EUR\\b|dollars\\b|pounds\\b)',
].join('');
const HAN_MONEY = [
  '(?:每月|每年|每季度?|税前|税后)*(?:人民币\\s*[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆]整?',
  '\\s*[（(](?:小写)?[:：]?\\s*(?:人民币)?[¥￥]?\\s*\\d(?:[\\d,，.]*\\d)?\\s*元?整?[)）]',
  '|(?:人民币|RMB|[¥￥])\\s*\\d(?:[\\d,，.]*\\d)?\\s*[万亿]?元?整?|\\d(?:[\\d,，.]*\\d)?\\s*[万亿]?元整?)',
].join('');
const EACH = [
  '(?:\\s*(?:per|a|each|every|/)\\s*(?:calendar )?(?:month|year|annum|week|day|hour|quarter)\\b',
  '|\\s(?:monatlich|jährlich|pro Monat|im Monat|brutto|netto)\\b|\\s*[/／每](?:月|年|季度?|天|日))*',
].join('');
/** Source of a pattern for an amount of money and the period that it is paid for: `£900.00 per month`. */
export const AGREED_MONEY = `(?:${HAN_MONEY}|${LATIN_MONEY})${EACH}`;

/** Words that show that the amount beside them is not the agreed amount, but a limit, damages or a part. */
export const NO_AGREED_AMOUNT = new RegExp(
  anyOf(
    '\\b(?:late|penalt\\w+|damages|liabilit\\w+|exceed\\w*|less than|more than|up to)\\b',
    '\\b(?:increase\\w*|verzug\\w*)\\b',
    '逾期, 违约, 滞纳, 罚, 赔偿, 不超过, 不低于, 不少于, 剩余, 余款, 注册资本',
  ),
  'iu',
);

/** Nouns for a contract or its duration. A day beside them is the first or last day of the contract. */
export const TERM_NOUN = new RegExp(
  anyOf(
    '\\b(?:term|lease|tenancy|agreement|contract|employment|period|engagement|appointment)\\b',
    '\\b(?:licen[cs]e|cover)\\b',
    '租期, 期限, 期间, 有效期, [\\u4e00-\\u9fff]期(?=[为自从:：]), 本(?:合同|协议)',
    'vertrag, mietverhältnis, arbeitsverhältnis, laufzeit, mietzeit, dauer\\b',
  ),
  'iu',
);

/** Words of periods and days that do not concern the whole contract, such as a trial period. */
export const NO_TERM = new RegExp(
  anyOf(
    '\\b(?:probation\\w*|trial|invoices?|payments?|interest|previous|prior|supersed\\w+)\\b',
    '\\b(?:replac\\w+|original|may (?:end|terminate)|rent[- ]free|amend\\w*|extend\\w*)\\b',
    '\\b(?:renew\\w*|option|surviv\\w*|warrant\\w*)\\b',
    '试用期, 免租, 装修, 宽限, 质保, 保修, 提前, 逾期, 利息, 续, 原合同, 原协议, probezeit, kündig, zinsen',
  ),
  'iu',
);

/** Words directly before a day on which a contract begins or ends. */
export const DAY_BEFORE: Readonly<Record<'start' | 'end', string>> = {
  start: anyOf(
    '\\b(?:begin(?:s|ning)?|commenc(?:es?|ing)|start(?:s|ing)?|effective|from)\\b',
    '\\b(?:beginnt|beginnend|ab|vom)\\b, 自, 从',
  ),
  end: anyOf(
    '\\b(?:end(?:s|ing)?|expir(?:es?|ing)|terminat(?:es?|ing)|until|till|through|to)\\b',
    '\\b(?:endet|bis)\\b, 至, 到, [—–~-]',
  ),
};
/** Words directly after a day on which a contract begins or ends. */
export const DAY_AFTER: Readonly<Record<'start' | 'end', string>> = {
  start: '(?:零时)?起|开始|生效',
  end: '(?:二十四时)?止|终止|届满|到期',
};
/** Words between the words of {@link DAY_BEFORE} and the day. */
export const DAY_LINK = anyOf(
  'on, at, as of, from, and, including, the, or, about, midnight, am, zum, dem, den',
);
/** Words before the day on which a contract was signed. */
export const SIGNED_BEFORE = new RegExp(
  anyOf(
    '\\b(?:made|signed|executed|entered into|geschlossen|unterzeichnet)\\b',
    '(?:^\\W*|\\bthis\\b.{0,80})\\bdated\\b, 签[订署], 订立',
  ),
  'iu',
);
/** Words after the day on which a contract was signed. */
export const SIGNED_AFTER = /^[^，。；]{0,12}(?:签订|签署|订立)/u;
/** Words before the day on which a loan is repaid. */
export const REPAID_BEFORE = /\b(?:repay|repaid|repayable|zurückzuzahlen|zurückzahlen)\b|还清|归还/iu;

/** A number of days, weeks, months or years. */
export const DURATION = [
  '(?:(?:[\\p{L}-]+\\s)?\\(\\d{1,3}\\)|\\d{1,3}|(?:[a-z]+-)?(?:one|two|three|four|five|six|seven|eight',
  '|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|ninety)',
  '|ein(?:e[mnr]?)?|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf)[\\s-]',
  '(?:calendar |business |working )?(?:days?|weeks?|months?|years?',
  '|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)\\b',
].join('');
/** A number of days, weeks, months or years in Chinese. */
export const ZH_DURATION = '(?:\\d{1,3}|[一二三四五六七八九十两半]{1,3})\\s*个?(?:工作)?(?:日|天|周|月|年)';

/** Words of a sentence in which a notice ends the contract. */
export const ENDS_CONTRACT = /\b(?:terminat|end\b|cancel|notice|resign)|kündig|解除|终止|退租|离职|辞职/iu;
/** Words of a notice for another purpose. */
export const OTHER_NOTICE = /\b(?:breach|default|cure|remed|inspect|entry|enter|renew|increase)|违约|续/iu;

/** The names, in each language, for facts that have no label in a contract. */
export const CONTRACT_NAMES = {
  party: { en: 'Party', zh: '当事人', de: 'Partei' },
  lender: { en: 'Lender', zh: '出借人', de: 'Darlehensgeber' },
  lent: { en: 'Loan', zh: '借款金额', de: 'Darlehen' },
  signed: { en: 'Date signed', zh: '签订日期', de: 'Unterzeichnet' },
  effective: { en: 'Effective date', zh: '生效日期', de: 'Wirksam ab' },
  start: { en: 'Start date', zh: '起始日期', de: 'Beginn' },
  end: { en: 'End date', zh: '终止日期', de: 'Ende' },
  repaid: { en: 'Repayment due', zh: '还款截止日', de: 'Rückzahlung fällig' },
  term: { en: 'Term', zh: '期限', de: 'Laufzeit' },
  notice: { en: 'Notice period', zh: '通知期', de: 'Kündigungsfrist' },
  interest: { en: 'Interest rate', zh: '利率', de: 'Zinssatz' },
};

export type ContractName = keyof typeof CONTRACT_NAMES;
