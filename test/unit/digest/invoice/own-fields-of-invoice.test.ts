import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/digest/digest';
import { withInvoiceFields } from '../../../../src/digest/invoice/own-fields-of-invoice';
import { withOwnFields } from '../../../../src/digest/own-fields';
import type { OwnField } from '../../../../src/llm/own-field';
import { readCii } from '../../../../src/pdf/attachments/cii';
import type { Invoice } from '../../../../src/pdf/attachments/invoice';
import { readUbl } from '../../../../src/pdf/attachments/ubl';
import { parseXml } from '../../../../src/pdf/attachments/xml';
import { cii, einvoice, ubl } from '../../../fixtures/documents/e-invoice-data';

const invoices = {
  cii: readCii(parseXml(cii('EN16931'))),
  ubl: readUbl(parseXml(ubl())),
};

const base: Digest = {
  title: 'Rechnung',
  documentType: 'invoice',
  language: 'de',
  tags: [],
  summary: [],
  actions: [],
  points: [],
  facts: [],
  unverified: [],
  checking: { level: 'facts' },
};

const field = (name: string, type: OwnField['type'] = 'text', ask = ''): OwnField => ({
  name,
  type,
  ask,
  kinds: [],
});

function filled(
  invoice: Invoice | undefined,
  fields: readonly OwnField[],
  digest = base,
): Digest['ownProperties'] {
  const embedded = { invoices: invoice === undefined ? [] : [invoice], unreadable: 0 };
  return withOwnFields(withInvoiceFields(digest, embedded, fields), fields).ownProperties;
}

describe.each(['cii', 'ubl'] as const)('own fields from a %s invoice', (format) => {
  const invoice = invoices[format];

  it.each([
    ['Order number', 'Buyer reference', 'Cost centre', 'Delivery date', 'Invoice total'],
    ['Purchase order no.', 'Your ref.', 'Cost center', 'Date of supply', 'Total amount'],
    ['Bestell-Nr.', 'Ihr Zeichen', 'Kontierung', 'Leistungsdatum', 'Bruttobetrag'],
    ['采购订单编号', '买方参考', '成本中心', '送货日期', '合计'],
    ['采购订单号', '买方参考号', '成本中心', '交货日期', '价税合计'],
    ['Bestellnummer', 'Leitweg-ID', 'Kostenstelle', 'Lieferdatum', 'Gesamtbetrag'],
    ['Numéro de commande', 'Référence acheteur', 'Centre de coûts', 'Date de livraison', 'Montant TTC'],
  ])(
    'the name or a search word of an own field, such as “%s”, selects its value in the invoice',
    (order, reference, centre, day, total) => {
      const fields = [
        field(order),
        field('a', 'text', reference),
        field('b', 'list', centre),
        field(day, 'date'),
        field('sum', 'number', `nothing; ${total}`),
      ];
      expect(filled(invoice, fields)).toEqual({
        [order]: einvoice.order,
        a: einvoice.buyerReference,
        b: [einvoice.costCentre],
        [day]: einvoice.deliveryDate,
        sum: Number(einvoice.total),
      });
    },
  );

  it('an own field takes its value from the invoice if possible, otherwise from the pages', () => {
    const name = 'Order number';
    const page = { name, value: 'PO-1', text: `${name}: PO-1`, citations: [{ page: 1, sentences: [1] }] };
    const fields = [
      field(name),
      { ...field('Cost centre'), kinds: ['contract'] as const },
      field('Project number'),
      field('Colour'),
    ];
    expect(filled(invoice, fields, { ...base, fields: [page] })).toEqual({ [name]: einvoice.order });
    expect(filled(undefined, fields, { ...base, fields: [page] })).toEqual({ [name]: 'PO-1' });
  });
});
