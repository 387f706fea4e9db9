import {
  accountOf,
  amountOf,
  dayOf,
  type Invoice,
  type InvoiceLine,
  type InvoiceParty,
  type InvoiceTerms,
  known,
} from './invoice';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';

/** The form of an IBAN (ISO 13616). */
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{8,30}$/;

/** Reads an invoice or a credit note of OASIS UBL 2. Returns undefined for any other XML. */
export function readUbl(root: XmlElement): Invoice | undefined {
  const isCredit = root.name === 'CreditNote';
  if (!isCredit && (root.name !== 'Invoice' || childOf(root, 'LegalMonetaryTotal') === undefined))
    return undefined;
  const currency = textOf(root, 'DocumentCurrencyCode');
  const totals = childOf(root, 'LegalMonetaryTotal');
  const means = childrenOf(root, 'PaymentMeans');
  const accounts = means.map((each) => accountOf(textOf(each, 'PayeeFinancialAccount', 'ID')));
  const taxes = childrenOf(root, 'TaxTotal').map((tax) => childOf(tax, 'TaxAmount'));
  const tax = taxes.find((amount) => amount?.attributes['currencyID'] === currency) ?? taxes[0];
  const type = textOf(root, isCredit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode');
  return {
    format: 'ubl',
    seller: partyOf(childOf(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(childOf(root, 'AccountingCustomerParty', 'Party')),
    terms: termsOf(root, means),
    lines: childrenOf(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').flatMap(lineOf),
    missing: [
      ...(currency === undefined ? (['currency'] as const) : []),
      ...(type === undefined ? (['type'] as const) : []),
    ],
    ...known({
      number: textOf(root, 'ID'),
      date: dayOf(textOf(root, 'IssueDate')),
      due: dayOf(
        textOf(root, 'DueDate') ?? means.map((each) => textOf(each, 'PaymentDueDate')).find(Boolean),
      ),
      currency,
      lineTotal: amountOf(textOf(totals, 'LineExtensionAmount')),
      net: amountOf(textOf(totals, 'TaxExclusiveAmount') ?? textOf(totals, 'LineExtensionAmount')),
      tax: amountOf(tax?.text),
      total: amountOf(textOf(totals, 'TaxInclusiveAmount')),
      payable: amountOf(textOf(totals, 'PayableAmount')),
      iban: accounts.find((account) => account !== undefined && IBAN.test(account)),
    }),
  };
}

function termsOf(root: XmlElement, means: readonly XmlElement[]): InvoiceTerms {
  return known({
    order: textOf(root, 'OrderReference', 'ID'),
    salesOrder: textOf(root, 'OrderReference', 'SalesOrderID'),
    buyerReference: textOf(root, 'BuyerReference'),
    contract: textOf(root, 'ContractDocumentReference', 'ID'),
    project: textOf(root, 'ProjectReference', 'ID'),
    costCentre: textOf(root, 'AccountingCost'),
    deliveryNote: textOf(root, 'DespatchDocumentReference', 'ID'),
    deliveryDate: dayOf(textOf(root, 'Delivery', 'ActualDeliveryDate')),
    paymentReference: means.map((each) => textOf(each, 'PaymentID')).find(Boolean),
    customer: textOf(root, 'AccountingCustomerParty', 'Party', 'PartyIdentification', 'ID'),
    paymentTerms: textOf(root, 'PaymentTerms', 'Note'),
  });
}

function partyOf(party: XmlElement | undefined): InvoiceParty {
  const schemes = childrenOf(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => textOf(scheme, 'TaxScheme', 'ID') === 'VAT') ?? schemes[0];
  return known({
    name: textOf(party, 'PartyLegalEntity', 'RegistrationName') ?? textOf(party, 'PartyName', 'Name'),
    taxId: textOf(vat, 'CompanyID'),
  });
}

function lineOf(line: XmlElement): readonly InvoiceLine[] {
  const quantity = childOf(line, 'InvoicedQuantity') ?? childOf(line, 'CreditedQuantity');
  if (quantity === undefined) return [];
  return [
    known({
      name: textOf(line, 'Item', 'Name'),
      quantity: amountOf(quantity.text),
      unit: quantity.attributes['unitCode'],
      price: amountOf(textOf(line, 'Price', 'PriceAmount')),
      amount: amountOf(textOf(line, 'LineExtensionAmount')),
    }),
  ];
}
