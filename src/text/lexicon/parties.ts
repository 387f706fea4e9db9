import { anyOf, wordsOf } from '../words';

/** Words for the parties of contracts, transports, trusts and court cases. */

const CHINESE_BOTH = wordsOf('甲乙双方 甲、乙双方 双方 各方');
const CHINESE_ROLES = wordsOf(
  '甲方 乙方 丙方 丁方 买方 卖方 买受人 出卖人 供方 需方 供应商 供货方 采购方 采购人',
  '购买方 销售方 承租人 出租人 承租方 出租方 委托方 受托方 委托人 受托人 受益人 发包人',
  '承包人 发包方 承包方 分包人 监理人 借款人 贷款人 出借人 担保人 保证人 抵押人 被许可方',
  '许可方 披露方 接收方 转让方 受让方 用人单位 劳动者 雇主 雇员 投标人 招标人 中标人 申请人',
  '被申请人 原告 被告 上诉人 被上诉人 托运人 承运人 收货人 发货人 被代理方 代理方 被特许人',
  '特许人 经销商 投资方 投资人 服务方 服务商 投保人 被保险人 保险人',
);
const CHINESE_GROUPS = wordsOf('用户 客户 学生 员工 各部门 各单位');

const ENGLISH_ROLES = anyOf(
  'Party [A-D]',
  '(?:Disclosing|Receiving|Indemnifying|Terminating|Other|Non-defaulting|Defaulting) Part(?:y|ies)',
  'Part(?:y|ies)',
  'Service Provider, Provider, Customer, Client, Supplier, Vendor, Buyer, Seller, Purchaser',
  'Contractor, Subcontractor, Consultant, Employer, Employee, Landlord, Tenant, Lessor, Lessee',
  'Licensor, Licensee, Lender, Borrower, Guarantor, Recipient, Owner, Agent, Principal, Distributor',
  'Manufacturer, Franchisor, Franchisee, Insurer, Insured, Shipper, Carrier, Consignee, Settlor',
  'Trustee, Beneficiary, Claimant, Defendant, Plaintiff, Respondent, Applicants?, Publisher, Author',
  'Investors?',
);
const ENGLISH_GROUPS = anyOf(
  'Company, Executive, Bank, Agency, Committee, Board, Members?, Participants?, Students?, Users?',
  'Bidders?, Authors',
);

/** Source of a regular expression for a party in Chinese text. */
export const CHINESE_PARTY = `(?:${[...CHINESE_BOTH, ...CHINESE_ROLES, ...CHINESE_GROUPS].join('|')})`;

/** Source of a regular expression for a party in English text, also after `The` or `Each`. */
export const ENGLISH_PARTY = `(?:(?:The|Each|Either|Neither|Both|Such)\\s+)?${anyOf(
  ENGLISH_ROLES,
  ENGLISH_GROUPS,
).replaceAll(' ', '\\s+')}`;

/** The seller and the buyer of an invoice in German, French, Spanish, Italian and Dutch. */
const SIDES = 'Verkäufer|Käufer|Vendeur|Acheteur|Vendedor|Comprador|Venditore|Acquirente|Verkoper|Koper';

const GERMAN_ROLES = anyOf(
  '(?:Ver)?Mieter(?:in)?, (?:Ver)?Pächter(?:in)?, Dienstleister(?:in)?',
  '(?:Auftrag|Arbeit|Darlehens|Lizenz)(?:geber|nehmer)(?:in)?',
);

const ROLE = new RegExp(
  `${CHINESE_ROLES.join('|')}|${SIDES}|\\b(?:${ENGLISH_ROLES}|${GERMAN_ROLES})\\b`,
  'iu',
);

/** Returns true when a text contains the name of a party's role, such as `Tenant` or `甲方`. */
export function namesRole(text: string): boolean {
  return ROLE.test(text);
}

const ANY_ROLE = anyOf(
  ...CHINESE_ROLES,
  SIDES,
  GERMAN_ROLES,
  ENGLISH_ROLES,
  ...CHINESE_GROUPS,
  ENGLISH_GROUPS,
);
const ONLY_ROLE = new RegExp(`^(?:the\\s+)?${ANY_ROLE}(?:\\s*名称|\\s+name)?$`, 'iu');

/** Returns true when a text is only the name of a party's role. */
export function isRoleName(text: string): boolean {
  return ONLY_ROLE.test(text.trim());
}
