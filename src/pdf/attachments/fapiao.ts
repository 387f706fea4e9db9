import { amountOf, dayOf, type Invoice, type InvoiceLine, known } from './invoice';
import { childOf, childrenOf, firstNamed, textOf, type XmlElement } from './xml';

/**
 * Reads the data of a Chinese e-invoice; undefined for any other XML. Invoices since 2021 have the root
 * `EInvoice`. Earlier VAT e-invoices have the root `eInvoice`; their format is part of the standard for
 * electronic accounting vouchers.
 */
export function readFapiao(root: XmlElement): Invoice | undefined {
  if (root.name === 'EInvoice') return present(root);
  return /^e?invoice$/i.test(root.name) && firstNamed(root, 'InvoiceNo') ? former(root) : undefined;
}

/** Reads the invoice data that a current Chinese e-invoice has in the document information of its PDF. */
export function readFapiaoInformation(entries: Readonly<Record<string, unknown>>): Invoice | undefined {
  const text = (name: string): string | undefined => {
    const value = entries[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const number = text('InvoiceNumber');
  const total = amountOf(text('TotalTax-includedAmount'));
  if (number === undefined || total === undefined) return undefined;
  return {
    format: 'fapiao',
    currency: 'CNY',
    number,
    total,
    seller: known({ name: text('SellerName'), taxId: text('SellerIdNum') }),
    buyer: known({ name: text('BuyerName'), taxId: text('BuyerIdNum') }),
    lines: [],
    missing: [],
    ...known({
      date: dayOf(text('IssueTime')),
      net: amountOf(text('TotalAmWithoutTax')),
      tax: amountOf(text('TotalTaxAm')),
    }),
  };
}

function present(root: XmlElement): Invoice {
  const data = childOf(root, 'EInvoiceData');
  const basic = childOf(data, 'BasicInformation');
  const supervision = childOf(root, 'TaxSupervisionInfo');
  const seller = childOf(data, 'SellerInformation');
  const buyer = childOf(data, 'BuyerInformation');
  return {
    format: 'fapiao',
    currency: 'CNY',
    seller: known({ name: textOf(seller, 'SellerName'), taxId: textOf(seller, 'SellerIdNum') }),
    buyer: known({ name: textOf(buyer, 'BuyerName'), taxId: textOf(buyer, 'BuyerIdNum') }),
    lines: childrenOf(data, 'IssuItemInformation').flatMap((item) => lineOf(item, presentNames)),
    missing: [],
    ...known({
      number: textOf(supervision, 'InvoiceNumber') ?? textOf(root, 'Header', 'EIid'),
      date: dayOf(textOf(supervision, 'IssueTime') ?? textOf(basic, 'RequestTime')),
      net: amountOf(textOf(basic, 'TotalAmWithoutTax')),
      tax: amountOf(textOf(basic, 'TotalTaxAm')),
      total: amountOf(textOf(basic, 'TotalTax-includedAmount')),
    }),
  };
}

/**
 * The tags of the XML elements that contain the description, the unit and the price of an invoice line. These
 * tags differ between the present and the former format.
 */
interface LineNames {
  readonly name: string;
  readonly unit: string;
  readonly price: string;
}

const presentNames: LineNames = { name: 'ItemName', unit: 'MeaUnits', price: 'UnPrice' };
const formerNames: LineNames = { name: 'Item', unit: 'MeasurementDimension', price: 'Price' };

function lineOf(item: XmlElement, names: LineNames): readonly InvoiceLine[] {
  const amount = amountOf(textOf(item, 'Amount'));
  if (amount === undefined) return [];
  return [
    known({
      name: textOf(item, names.name),
      quantity: amountOf(textOf(item, 'Quantity')),
      unit: textOf(item, names.unit),
      price: amountOf(textOf(item, names.price)),
      amount,
    }),
  ];
}

function former(root: XmlElement): Invoice {
  const [seller, buyer] = [firstNamed(root, 'Seller'), firstNamed(root, 'Buyer')];
  const text = (name: string): string | undefined => textOf(root, name);
  return {
    format: 'fapiao',
    currency: 'CNY',
    seller: known({ name: textOf(seller, 'SellerName'), taxId: textOf(seller, 'SellerTaxID') }),
    buyer: known({ name: textOf(buyer, 'BuyerName'), taxId: textOf(buyer, 'BuyerTaxID') }),
    lines: childrenOf(firstNamed(root, 'GoodsInfos'), 'GoodsInfo').flatMap((item) =>
      lineOf(item, formerNames),
    ),
    missing: [],
    ...known({
      number: text('InvoiceNo'),
      date: dayOf(text('IssueDate')),
      net: amountOf(text('TaxExclusiveTotalAmount')),
      tax: amountOf(text('TaxTotalAmount')),
      total: amountOf(text('TaxInclusiveTotalAmount')),
    }),
  };
}
