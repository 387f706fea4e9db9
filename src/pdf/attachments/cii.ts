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
import { childOf, childrenOf, firstNamed, textOf, type XmlElement } from './xml';

/**
 * Reads a Cross Industry Invoice of UN/CEFACT (Factur-X, ZUGFeRD 1 and 2, XRechnung); undefined for any other
 * XML. ZUGFeRD 1 and its drafts use other names for the root and for some elements, so the name of the root
 * is not checked.
 */
export function readCii(root: XmlElement): Invoice | undefined {
  const document = childOf(root, 'ExchangedDocument') ?? childOf(root, 'HeaderExchangedDocument');
  const trade =
    childOf(root, 'SupplyChainTradeTransaction') ?? childOf(root, 'SpecifiedSupplyChainTradeTransaction');
  if (document === undefined || trade === undefined) return undefined;
  const agreement =
    childOf(trade, 'ApplicableHeaderTradeAgreement') ?? childOf(trade, 'ApplicableSupplyChainTradeAgreement');
  const settlement =
    childOf(trade, 'ApplicableHeaderTradeSettlement') ??
    childOf(trade, 'ApplicableSupplyChainTradeSettlement');
  const currency = textOf(settlement, 'InvoiceCurrencyCode');
  const dues = childrenOf(settlement, 'SpecifiedTradePaymentTerms').map((terms) =>
    dateIn(childOf(terms, 'DueDateDateTime')),
  );
  const accounts = childrenOf(settlement, 'SpecifiedTradeSettlementPaymentMeans').map((means) =>
    accountOf(textOf(means, 'PayeePartyCreditorFinancialAccount', 'IBANID')),
  );
  return {
    format: 'cii',
    seller: partyOf(childOf(agreement, 'SellerTradeParty')),
    buyer: partyOf(childOf(agreement, 'BuyerTradeParty')),
    terms: termsOf(trade, agreement, settlement),
    lines: childrenOf(trade, 'IncludedSupplyChainTradeLineItem').flatMap(lineOf),
    missing: [
      ...(currency === undefined ? (['currency'] as const) : []),
      ...(textOf(document, 'TypeCode') === undefined ? (['type'] as const) : []),
    ],
    ...known({
      number: textOf(document, 'ID'),
      date: dateIn(childOf(document, 'IssueDateTime')),
      due: dues.find((due) => due !== undefined),
      currency,
      iban: accounts.find((account) => account !== undefined),
      ...totalsOf(settlement, currency),
    }),
  };
}

function termsOf(
  trade: XmlElement,
  agreement: XmlElement | undefined,
  settlement: XmlElement | undefined,
): InvoiceTerms {
  const delivery =
    childOf(trade, 'ApplicableHeaderTradeDelivery') ?? childOf(trade, 'ApplicableSupplyChainTradeDelivery');
  const numberOf = (parent: XmlElement | undefined, name: string): string | undefined =>
    textOf(parent, name, 'IssuerAssignedID') ?? textOf(parent, name, 'ID');
  const terms = childrenOf(settlement, 'SpecifiedTradePaymentTerms').map((each) =>
    textOf(each, 'Description'),
  );
  return known({
    order: numberOf(agreement, 'BuyerOrderReferencedDocument'),
    salesOrder: numberOf(agreement, 'SellerOrderReferencedDocument'),
    buyerReference: textOf(agreement, 'BuyerReference'),
    contract: numberOf(agreement, 'ContractReferencedDocument'),
    project: numberOf(agreement, 'SpecifiedProcuringProject'),
    costCentre: textOf(settlement, 'ReceivableSpecifiedTradeAccountingAccount', 'ID'),
    deliveryNote: numberOf(delivery, 'DespatchAdviceReferencedDocument'),
    deliveryDate: dateIn(childOf(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime')),
    paymentReference: textOf(settlement, 'PaymentReference'),
    customer: textOf(agreement, 'BuyerTradeParty', 'ID'),
    paymentTerms: terms.find((text) => text !== undefined),
  });
}

function totalsOf(settlement: XmlElement | undefined, currency: string | undefined): Partial<Invoice> {
  const totals =
    childOf(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation') ??
    childOf(settlement, 'SpecifiedTradeSettlementMonetarySummation');
  const amount = (name: string): string | undefined => amountOf(textOf(totals, name));
  // The tax may also be stated in the currency of the tax office. The currency of the invoice is preferred.
  const taxes = childrenOf(totals, 'TaxTotalAmount');
  const tax = taxes.find(({ attributes }) => attributes['currencyID'] === currency) ?? taxes[0];
  return known({
    lineTotal: amount('LineTotalAmount'),
    net: amount('TaxBasisTotalAmount') ?? amount('LineTotalAmount'),
    tax: amountOf(tax?.text),
    total: amount('GrandTotalAmount'),
    payable: amount('DuePayableAmount'),
  });
}

function dateIn(element: XmlElement | undefined): string | undefined {
  return dayOf(firstNamed(element, 'DateTimeString', 'DateTime')?.text ?? element?.text);
}

function partyOf(party: XmlElement | undefined): InvoiceParty {
  const ids = childrenOf(party, 'SpecifiedTaxRegistration').flatMap((registration) =>
    childrenOf(registration, 'ID'),
  );
  const vat = ids.find(({ attributes }) => /^VAT?$/.test(attributes['schemeID'] ?? '')) ?? ids[0];
  return known({ name: textOf(party, 'Name'), taxId: vat?.text === '' ? undefined : vat?.text });
}

function lineOf(line: XmlElement): readonly InvoiceLine[] {
  const quantity = firstNamed(line, 'BilledQuantity');
  if (quantity === undefined) return [];
  const gross = firstNamed(line, 'GrossPriceProductTradePrice');
  const allowances = childrenOf(gross, 'AppliedTradeAllowanceCharge');
  return [
    known({
      name: textOf(childOf(line, 'SpecifiedTradeProduct'), 'Name'),
      quantity: amountOf(quantity.text),
      unit: quantity.attributes['unitCode'],
      price: amountOf(textOf(firstNamed(line, 'NetPriceProductTradePrice'), 'ChargeAmount')),
      grossPrice: amountOf(textOf(gross, 'ChargeAmount')),
      allowance: allowances.length === 1 ? signedAllowance(allowances[0]) : undefined,
      amount: amountOf(textOf(summationOf(line), 'LineTotalAmount')),
    }),
  ];
}

function summationOf(line: XmlElement): XmlElement | undefined {
  return firstNamed(
    line,
    'SpecifiedTradeSettlementLineMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  );
}

/** The amount that is subtracted from the gross price; negative for a charge. */
function signedAllowance(allowance: XmlElement | undefined): string | undefined {
  const amount = amountOf(textOf(allowance, 'ActualAmount'));
  const isCharge = textOf(childOf(allowance, 'ChargeIndicator'), 'Indicator') === 'true';
  if (amount === undefined || !isCharge) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
