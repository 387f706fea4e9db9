/**
 * Words of invoices and receipts in German, English, French, Spanish, Italian, Dutch and Chinese. Labels are
 * compared with text in lower case without white space, because the letters of a label are often printed
 * apart.
 */
import { anyOf } from '../words';

/** Labels of the amounts of a bill, by kind. */
export const AMOUNT_LABELS = {
  /** The amount that is left to pay. */
  payable: labels(
    'zahlbetrag, zuzahlen(?:der?)?, offenerbetrag, fälligerbetrag, restbetrag',
    'duepayable, (?:amount|amt|balance|total|sum)(?:now)?(?:due|payable|topay), payableamount',
    '(?:solde|net|montant|reste|total)àpayer',
    '(?:total|importe|saldo)apagar',
    '(?:totale|netto|importo)(?:da|a)pagare',
    'tebetalen',
    '应付(?:金额|总额|合计)?, 实付(?:金额|款)?, 应缴(?:金额|费用)?',
  ),
  /** The whole amount with tax. */
  gross: labels(
    'brutto(?:summe|betrag|gesamt)?, (?:rechnungs|gesamt|end)(?:betrag|summe), gesamtpreis',
    'summebrutto, gesamt$, gesamt[:：]',
    'totalttc, montantttc, totalgénéral',
    '(?:grand|invoice|nett?|bill)total',
    'total(?:amount|amt|sales|inclu?d?i?n?g?|incl|rm|due|ttc|factura|general|price|for)?',
    'importetotal',
    'totale(?:fattura|documento|generale|ivato)?',
    'totaal(?:bedrag)?, eindbedrag, factuurbedrag',
    '价税合计, 合计金额, 总金额, 总计, 合计',
  ),
  /** The amount without tax. */
  net: labels(
    'netto(?:betrag|summe), rechnungssumme(?:netto|ohne), summenetto, zwischensumme',
    'nettotal, sub-?total',
    'totalht, montantht, sous-?total',
    'baseimponible, imponibile',
    'subtotaal, totaalexcl',
    '不含税(?:金额|价)?',
  ),
  tax: labels(
    '(?:summe|gesamt)?(?:umsatz|mehrwert)steuer, ust\\.?gesamt, steuerbetrag, mwst',
    '(?:vat|tax|gst)(?:total|amount), total(?:vat|tax(?:es)?|gst|tva)',
    'montanttva, totaltaxes',
    'cuotaiva, totaleiva, imposta',
    'btwbedrag, totaalbtw',
    '税额(?:合计)?, 合计税额',
  ),
} as const;

/**
 * Words for surcharges, discounts, quantities, payments and values before tax. A label that contains such a
 * word is not read as one of {@link AMOUNT_LABELS}, with a few exceptions (`kindOf` in `read-bill.ts`).
 */
export const NO_AMOUNT = labels(
  'zuschl, abschl, rabatt, anzahlung, zuab, ohneust',
  'qty, quantity, items?\\b, items?[(:=], weight, points, before, excl',
  'savings?, saved, discount, rounding, change, tender, cash, card, paid, deposit',
  'remise, acompte, descuento, sconto, korting',
);

/** Words for an invoice or a receipt. The number of the bill may follow such a word. */
export const BILL_NAMES = anyOf(
  '(?:handels|teil|schluss|abschlags|sammel|kosten|beitrags)?rechnung(?:skorrektur)?(?:desversicherers)?',
  'gutschrift, rechnungswiederholung, buchungshilfe-keinerechnung',
  '(?:tax|sales|commercial|cash)?invoice, credit(?:note|memo)',
  'facture, avoir, factura, fattura, notadicredito, factuur, creditnota',
  'receipt, cashbill, bill, slip, beleg, document, doc',
  '电子发票, 发票, 收据',
);

/** Words for "number" in the label of a bill's number. */
export const NUMBER_WORDS = anyOf(
  'nummern?, num, nr\\.?, number, no\\.?, #, n[°º.], núm(?:ero)?\\.?, numéro, numero, id, 号码, 编号, 号',
);

/** Labels of the day on which a bill was written. */
export const DATE_LABELS = labels(
  '(?:rechnungs|beleg|ausstellungs|invoice|issue|bill(?:ing)?|receipt|factuur|transaction)-?dat(?:um|e)',
  "date(?:of|d')?(?:issue|invoice|facture|émission), dateofissue, issuedat",
  'datede(?:la)?facture, datefacture',
  'fecha(?:de)?(?:la)?(?:factura|emisión|expedición)?',
  'data(?:fattura|documento|emissione|di)?',
  '开票日期, 日期',
);

/** Matches a label that is only the word "date". It is used if no label of {@link DATE_LABELS} is found. */
export const PLAIN_DATE = /^(?:datum|date|fecha|data|日期)(?:&?time|\/time|\/hora)?[:：=.]*/u;

/**
 * Words that show that the date beside them is not the day of the bill, but for example the day of a delivery
 * or an order.
 */
export const NO_BILL_DATE = labels(
  'liefer, leistung, fällig, zahlbar, bis, zeitraum, bestell, vertrag, skonto',
  'due, period, order, version, stylesheet, deliver, ship, dob, expir, valid, delivery, service',
  'livraison, échéance, vencimiento, scadenza, vervaldatum',
  'limite, entro, uiterlijk, límite, avant, antes, 付款, 前付',
);

/** Labels of the day by which a bill has to be paid. */
export const DUE_LABELS = labels(
  'fällig, zahlbar, zahlungsziel, überweisen',
  'duedate, paymentdue, duepayable, dueon, dueby, due[:：], payby, payableby, pleasepay, remit',
  'payment(?:is)?due, payment(?:must|should|istobe)',
  'échéance, àpayeravant, àrégleravant, (?:date)?limitede(?:règlement|paiement)',
  'vencimiento, vence, scadenza, fechalímite, pagarantes, pagamentoentro, dapagareentro',
  'vervaldatum, tebetalenvoor, betaaldatum, betaalvoor, betaaltermijn, uiterstebetaal',
  '付款(?:期限|截止|日期), 请[于在].{4,16}前(?:付|支付|缴), 缴费(?:期限|截止), 最后付款, 到期',
);

/** Words for the discount on an early payment. */
export const REBATE = labels('skonto, rabatt, discount, escompte, descuento, sconto, korting');

/** A label before the name of the seller. */
export const SELLER_LABELS = partyLabel(
  'rechnungs(?:er)?steller, (?:leistungs)?erbringer, verkäufer, lieferant',
  'seller, vendor, supplier, (?:billed|issued|sold)by, from',
  'vendeur, fournisseur, émetteur',
  'vendedor, proveedor, emisor',
  'venditore, fornitore, cedente',
  'verkoper, leverancier',
  '销售方, 销方, 卖方, 发自, 收款方, 收款单位, 供货方',
);

/** A label before the name of the buyer. */
export const BUYER_LABELS = partyLabel(
  'rechnungsempfänger, käufer, kunde, leistungsempfänger, rechnungan',
  'buyer, customer, bill(?:ed|ing)?-?to, invoice-?to, sold-?to, to, client',
  'acheteur, destinataire, adressedefacturation, facturéà, adressedelivraison',
  'comprador, (?:datosdel)?cliente',
  'acquirente, cessionario, destinatario, spett\\.?le',
  'koper, klant, factuuraan, aan',
  '购买方, 购方, 买方, [付交]款单位, 付款人, 交款人, [今兹]收到, 订货方',
);

/** Words that end the name of a company. */
export const COMPANY_FORM = anyOf(
  'GmbH(?:\\s*&\\s*Co\\.?(?:\\s*KG)?)?, mbH, AG, KG, OHG, UG, e\\.?\\s?V\\.?, a\\.\\s?G\\., SE',
  'S\\.?A\\.?R\\.?L\\.?, SAS, S\\.?A\\.?S?, EURL, S\\.?L\\.?U?\\.?, S\\.?p\\.?A\\.?, S\\.?r\\.?l\\.?',
  'B\\.?V\\.?, N\\.?V\\.?',
  'Ltd\\.?, Limited, LLC, LLP, PLC, Inc\\.?, Corp(?:oration|\\.)?, Company',
  'SDN\\.?\\s*BHD\\.?, S/B, Pty, Pvt, Enterprise, Trading, Bhd',
);

/**
 * Matches text which says that the bill is paid, or that the seller collects the amount. The text must still
 * contain white space.
 */
export const PAID = new RegExp(
  anyOf(
    // `Rücklastschrift`, a debit that was returned, is not meant.
    '\\b(?:sepa-?|basis-?|firmen-?)?lastschrift, abgebucht, eingezogen, bankeinzug',
    'dankend erhalten, bereits bezahlt',
    'direct debit, \\bpaid in full\\b, \\bpayment received\\b, will be charged',
    'pr[ée]l[èe]vement, acquitt[ée]e, domiciliaci[óo]n, automatische incasso',
    '已付款, 已支付, 已付清',
  ),
  'iu',
);

function labels(...lists: readonly string[]): RegExp {
  return new RegExp(anyOf(...lists), 'u');
}

/**
 * Returns a pattern for a label at the beginning of a cell. After the label, there may be an addition: a
 * slash with a second name, or a Chinese word such as `名称`. After that, there may be a colon.
 */
function partyLabel(...lists: readonly string[]): RegExp {
  return new RegExp(`^${anyOf(...lists)}(?:\\/[^:：]*|信息|名称|[（(](?:盖章|签章|公章)[）)])?[:：]?`, 'u');
}
