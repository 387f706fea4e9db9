import type { EmbeddedInvoices, Invoice, InvoiceTerms } from '../../pdf/attachments/invoice';
import { isSameProperty, type OwnField } from '../../llm/own-field';
import type { Digest, Fact } from '../digest';
import { fieldsFor } from '../own-fields';
import { LONGEST_VALUE, type InvoiceTerm } from './invoice-facts';

type Term = InvoiceTerm | keyof InvoiceTerms | 'currency';

/**
 * The names of the terms of an invoice (items such as the order number) in seven languages: the names in
 * EN 16931 and other usual ones. Only letters and digits are compared.
 */
const NAMES: Readonly<Record<Term, string>> = {
  order:
    'order number, order no, order, purchase order, purchase order number, purchase order reference, po number, ' +
    'po, 订单号, 采购订单, 采购订单号, 订单编号, bestellnummer, bestellung, auftragsnummer, numéro de commande, ' +
    'bon de commande, número de pedido, pedido, numero ordine, ordine di acquisto, ordernummer, bestelnummer',
  salesOrder: 'sales order, sales order number, 销售订单, 销售订单号, auftragsbestätigung, ordine di vendita',
  buyerReference:
    'buyer reference, buyer ref, customer reference, your reference, your ref, routing id, 买方参考, 买方参考号, ' +
    '购买方参考号, leitweg-id, leitweg, käuferreferenz, ihr zeichen, ihre referenz, référence acheteur, ' +
    'votre référence, referencia del comprador, riferimento acquirente, uw referentie',
  contract:
    'contract number, contract no, contract, contract reference, 合同号, 合同编号, vertragsnummer, vertrag, ' +
    'numéro de contrat, contrat, número de contrato, numero contratto, contractnummer',
  project:
    'project number, project no, project, project reference, 项目编号, 项目号, 项目, projektnummer, projekt, ' +
    'numéro de projet, projet, número de proyecto, proyecto, progetto, projectnummer',
  costCentre:
    'cost centre, cost center, accounting reference, accounting cost, buyer accounting reference, 成本中心, ' +
    'kostenstelle, kontierung, buchungsreferenz, centre de coûts, centro de coste, centro de costo, ' +
    'centro di costo, kostenplaats',
  deliveryNote:
    'delivery note, delivery note number, despatch advice, 送货单, 送货单号, 发货单号, lieferschein, ' +
    'lieferscheinnummer, bon de livraison, albarán, documento di trasporto, ddt, pakbon',
  deliveryDate:
    'delivery date, date of delivery, date of supply, service date, 交货日期, 送货日期, 交付日期, lieferdatum, ' +
    'leistungsdatum, date de livraison, fecha de entrega, data di consegna, leverdatum',
  paymentReference:
    'payment reference, remittance information, 付款参考, 付款附言, verwendungszweck, zahlungsreferenz, ' +
    'référence de paiement, referencia de pago, causale, betalingskenmerk',
  customer:
    'customer number, customer no, customer id, client number, 客户编号, 客户号, kundennummer, numéro client, ' +
    'numéro de client, número de cliente, codice cliente, klantnummer',
  paymentTerms:
    'payment terms, terms of payment, 付款条件, 付款条款, zahlungsbedingungen, conditions de paiement, ' +
    'condiciones de pago, condizioni di pagamento, betalingsvoorwaarden',
  number:
    'invoice number, invoice no, 发票号码, 发票号, rechnungsnummer, numéro de facture, número de factura, ' +
    'numero fattura, factuurnummer',
  date:
    'invoice date, date of issue, 开票日期, rechnungsdatum, date de facture, fecha de factura, data fattura, ' +
    'factuurdatum',
  due:
    'due date, payment due date, 付款截止日期, 付款到期日, fälligkeit, fälligkeitsdatum, fällig am, ' +
    "date d'échéance, fecha de vencimiento, data di scadenza, vervaldatum",
  currency: 'currency, invoice currency, 币种, 货币, währung, devise, moneda, valuta',
  seller:
    'seller, supplier, vendor, 销售方, 卖方, 供应商, verkäufer, lieferant, vendeur, fournisseur, vendedor',
  sellerTaxId:
    'seller vat id, seller tax id, vat number, vat id, 销售方纳税人识别号, 销售方税号, ust-idnr, ' +
    'umsatzsteuer-id, ust-id, numéro de tva, partita iva, btw-nummer',
  buyer: 'buyer, 购买方, 买方, käufer, rechnungsempfänger, acheteur, comprador, acquirente, koper',
  buyerTaxId: 'buyer vat id, buyer tax id, 购买方纳税人识别号, 购买方税号',
  net: 'net amount, net total, subtotal, 不含税金额, nettobetrag, montant ht, base imponible, imponibile',
  tax: 'vat amount, tax amount, vat, tax, 税额, steuerbetrag, umsatzsteuer, montant tva, imposta',
  total:
    'total, invoice total, gross amount, total amount, 价税合计, 合计, gesamtbetrag, bruttobetrag, montant ttc, ' +
    'importe total, totale, totaalbedrag',
  payable: 'amount due, amount payable, 应付金额, zahlbetrag, net à payer, importe a pagar, te betalen',
  iban: 'iban, bank account, 银行账号, bankverbindung, compte bancaire, cuenta bancaria',
};

/**
 * Fills the user's own fields from an embedded invoice. The entries in a field's `ask`, and then the field's
 * name, are compared with the names of terms. The field gets the value of the first term that matches and has
 * a value in the invoice. The values of the invoice replace the values that were read on the pages.
 */
export function withInvoiceFields(
  digest: Digest,
  { invoices: [invoice] }: EmbeddedInvoices,
  fields: readonly OwnField[],
): Digest {
  if (invoice === undefined || fields.length === 0) return digest;
  const found = fieldsFor(fields, digest.documentType).flatMap((field) => factOf(field, invoice) ?? []);
  if (found.length === 0) return digest;
  const others = (digest.fields ?? []).filter(
    ({ name }) => !found.some((own) => isSameProperty(own.name, name)),
  );
  return { ...digest, fields: [...found, ...others] };
}

function factOf({ name, ask }: OwnField, invoice: Invoice): Fact | undefined {
  const labels = [...ask.split(/[,;|\uff0c\uff1b\u3001]/u), name].map(keyOf).filter((key) => key !== '');
  const values = valuesOf(invoice);
  for (const label of labels) {
    const term = termNamed(label);
    const value = term === undefined ? undefined : values[term]?.slice(0, LONGEST_VALUE);
    if (value !== undefined)
      return { name, value, text: `${name}: ${value}`, citations: [], from: 'embedded-invoice' };
  }
  return undefined;
}

/** Matches a word for `number` at the end of a label that `keyOf` returned. */
const NUMBER_WORD = /(?:number|nummer|no|nr|num|\u53f7\u7801|\u7f16\u53f7|\u53f7)$/u;

/**
 * Returns the term that has this label as one of its names. If there is none, the last word may be another
 * word for `number`: `PO no.` is accepted for `po number`.
 */
function termNamed(label: string): Term | undefined {
  const find = (fits: (name: string) => boolean): Term | undefined =>
    (Object.keys(NAMES) as Term[]).find((term) => NAMES[term].split(', ').map(keyOf).some(fits));
  const stem = label.replace(NUMBER_WORD, '');
  return (
    find((name) => name === label) ??
    (stem === label ? undefined : find((name) => name !== stem && name.replace(NUMBER_WORD, '') === stem))
  );
}

function valuesOf({ seller, buyer, terms, ...invoice }: Invoice): {
  readonly [Each in Term]?: string | undefined;
} {
  return {
    ...terms,
    number: invoice.number,
    date: invoice.date,
    due: invoice.due,
    currency: invoice.currency,
    seller: seller.name,
    sellerTaxId: seller.taxId,
    buyer: buyer.name,
    buyerTaxId: buyer.taxId,
    net: invoice.net,
    tax: invoice.tax,
    total: invoice.total,
    payable: invoice.payable,
    iban: invoice.iban,
  };
}

/** Returns the letters and digits of a label in lower case, without accents. */
function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[^\p{L}\p{N}]/gu, '');
}
