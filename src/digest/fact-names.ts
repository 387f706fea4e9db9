import type { DocumentType } from '../llm/draft';
import { wordsPattern } from '../text/words';

/** Matches names of facts whose value may be the document's own number, such as “contract number”. */
export const numbered: readonly RegExp[] = [
  /编号|单号|号码|合同号|协议号|案号|文号|字号/u,
  /(?:\b(?:no|number|id|ref|reference)\b\.?|#|numm?er)\s*$/iu,
  /^(?:n[uú]m[eé]?ro|n[°º])/iu,
];

/** Matches names of facts whose value is another number, such as a phone number. */
export const otherNumber = wordsPattern(
  '税, 信用, 身份, 电话, 手机, 传真, 账号, 帐号, 账户, 银行, 邮编',
  '*tax*, *vat*, ust, btw, tva, iva, *bank*, *account*, *phone*, *tel*, *fax*, *iban*, *passport*',
  // The number of the approval of a form by an office of the United States.
  'omb',
);

/**
 * Matches names of facts about something that the document only mentions, such as the order number in an
 * invoice.
 */
export const ofAnother = wordsPattern(
  '订单, 采购, 客户, 项目, 产品, 合同, 协议, 发票, 物料, 设备',
  '*order*, *po*, *customer*, *client*, *kunden*, *line*, *ligne*, *project*, *contract*, *vertrag*',
  '*invoice*, *agreement*, *product*, *item*, *catalog*, *cat*, *tracking*, *delivery*, *shipment*, *member*',
);

/**
 * Words with which documents of a kind refer to themselves. The fact “invoice number” of an invoice, for
 * example, is the number of the document itself.
 */
const SELF: Readonly<Partial<Record<DocumentType, string>>> = {
  contract: '合同, 协议, *contract*, *agreement*, *vertrag*, *contrat*, *lease*',
  invoice:
    '发票, 开票, 结算单, 账单, *invoice*, *rechnung*, *facture*, *factura*, *fattura*, *factuur*, bill*',
  receipt: '收据, 小票, 发票, 交易, *receipt*, *invoice*, transaction*, *beleg*, *quittung*, *reçu*',
  quotation: '报价, *quot*, *offer*, *angebot*, *devis*, *estimate*',
  'purchase-order': '订单, 采购, *order*, *po*, *bestell*, *commande*',
  statement: '账单, 对账单, *statement*',
  policy: '保单, 政策, *polic*',
  certificate: '证书, 证号, 证件, *certificate*, *licence*, *license*',
  court: '案, 文书, *case*, *docket*, *claim*',
  report: '报告, *report*',
  form: '表单, 申请, *form*, *application*',
  application: '申请, *application*, *request*',
  letter: '函, 信函, *letter*, our ref*',
  notice: '通知, 公告, 文, *notice*',
};
const self = new Map(Object.entries(SELF).map(([kind, words]) => [kind, wordsPattern(words)] as const));

/** Returns whether the name of a fact contains a word of `SELF` for this kind of document. */
export function namesItself(kind: DocumentType, name: string): boolean {
  return self.get(kind)?.test(name) === true;
}

/** Returns whether the name of a fact contains a word of `SELF` for any kind of document. */
export function namesAnyKind(name: string): boolean {
  return [...self.values()].some((words) => words.test(name));
}

/** Matches names for the whole amount. */
export const total = wordsPattern(
  '总价, 总金额, 总额, 合计, 合同金额, 价款, 应付',
  'total, *amount due*, *amount payable*, *balance due*, *purchase price*, total fees?, net pay',
  '*contract (price|amount|value|sum)*',
  '*betrag*, *montant ttc*, *total ttc*, *à payer*, *importe*, *importo*, *totale*, *totaal*, *te betalen*',
);

const SUBTOTALS = 'subtot*, sub total*, sub-total*, sous-total*, zwischensumme*, 小计';

/** Matches names for a subtotal. */
export const subtotal = wordsPattern(SUBTOTALS);

/** Matches names for a part of the whole amount. */
export const partTotal = wordsPattern(
  SUBTOTALS,
  '税额, 不含税, *tax*, *vat*, net amount*, HT',
  '*netto*, *steuer*, *imponible*, *imponibile*',
);

/** Matches names for the amount without tax. */
export const net = wordsPattern(
  SUBTOTALS,
  '不含税, 未税, net, net amount*, net total*, *before tax*',
  '*before vat*, *excl*, *without vat*, *without tax*, *netto*, *ohne*, *hors taxes*, *montant ht*',
  'total ht, *base imponible*, *imponibile*',
);

/** Matches names for the tax. */
export const tax = wordsPattern(
  '税额, 增值税, 税金, *tax*, *vat*, *gst*, *steuer*, *mwst*, ust, *tva*, *iva*, *btw*',
);

/** Matches names for amounts that include the tax. */
export const withTax = /incl|inkl|价税|(?:^|[^不未])含税|\bttc\b|brutto/iu;

/** Matches names of facts whose value is the seller. */
export const seller = wordsPattern(
  '销售方, 卖方, 供应商, 供货方, 收款方, 收款单位, 报价单位, 开票方, 商家, 商户',
  'seller, vendor, supplier, service provider, provider, from, issuer, issued by, payee, merchant, biller',
  'verkäufer, rechnungssteller, lieferant, vendeur, fournisseur, vendedor, proveedor, venditore, verkoper',
);

/** Matches names of facts whose value is the buyer. */
export const buyer = wordsPattern(
  '购买方, 买方, 采购方, 付款方, 客户',
  'buyer, customer, client, purchaser, bill to, billed to, sold to, prepared for, payer',
  'käufer, kunde, rechnungsempfänger, acheteur, client, abonné, comprador, cliente, acquirente, koper, klant',
);

/** Matches names of facts whose value is a person or organisation other than the seller and the buyer. */
export const author = wordsPattern(
  '作者, 发件人, 寄件人, 收件人, 收信人, 发文单位, 发文机关, 发布单位, 主持人, 出席人员, 参会人员',
  'author, authors, sender, recipient, from, to, addressee, chair, attendees, participants, present',
  'claimant, holder, issued to, applicant, employer, employee, insured, insurer',
);

/** Matches names for a period. */
export const period = wordsPattern('期限, 期间, 有效期, 服务期, 租期, 账期, *period*, *term*');
/** Matches names for the period in which the whole document applies. */
export const wholePeriod = wordsPattern(
  '有效期, 合同期限, 服务期限, 租赁期限, 租期, 保险期间, 合同期间',
  'term, initial term, lease term, contract period, contract term, term of *, validity*, policy period',
  'period, statement period, pay period, service period, period of validity',
);

export type DateProperty = 'pdf_date' | 'pdf_due' | 'pdf_start' | 'pdf_end' | 'pdf_notice_by';

/**
 * A fact whose name matches the pattern can become the date property beside the pattern. If several patterns
 * match, the first one is used.
 */
export const dateNames: readonly (readonly [Exclude<DateProperty, 'pdf_date'>, RegExp])[] = [
  [
    'pdf_notice_by',
    wordsPattern(
      '解约通知, 终止通知, 续约通知, 通知截止, *notice (by|deadline|date)*, notice of termination*',
    ),
  ],
  [
    'pdf_due',
    wordsPattern(
      '付款, 缴费, 缴款, 截止, 交付, 交货, *due*, *deadline*, *payment date*, *pay by*, *payable by*, reply by',
      '*fällig*, *zahlungsziel*, *zahlbar*, *échéance*, *limite de paiement*, *vencimiento*, *scadenza*, *verval*',
    ),
  ],
  ['pdf_end', wordsPattern('到期, 终止, 届满, 结束, 有效期至, *expir*, end*, *valid (until|through|to)*')],
  [
    'pdf_start',
    wordsPattern('生效, 起始, 开始, 起租, 施行, *effective*, *start*, *commenc*, *valid from*, *beginn'),
  ],
];

/** Matches names for the first day of a term. This day can differ from the effective date of a contract. */
export const termStart = wordsPattern('起始, 开始, 起租, *start*, *commenc*, *beginn');

/** Matches names for the day on which a document was signed, issued or published. */
export const issued = wordsPattern(
  '签订, 签署, 开票, 开具, 出具, 签发, 发布, 印发, 成文, 落款, 填表, 制表, 会议时间, 会议日期, 发文',
  '*signed*, *signing*, *signature*, *dated*, *issued*, *issue*, *publi*, *date of (the )?(letter|report|meeting)*',
  'letter date, report date, meeting date, *ausstell*, *unterzeichn*, *émission*, *emisión*, *emissione*',
);

/** Matches names that say only “date”, such as `the date` or `Datum`. */
export const plainDate = /^(?:the\s+)?(?:date|datum|fecha|data|日期|时间|日)$/iu;

/** Matches names for any date. */
export const someDate = wordsPattern('日期, 时间, 日, *date*, *datum*, *fecha*, ^data, signed');
