import { describe, expect, it } from 'vitest';
import type { Digest, Fact } from '../../../../src/digest/digest';
import { factProperties } from '../../../../src/digest/fact-properties';
import { differencesFromPages } from '../../../../src/digest/invoice/page-check';
import { withInvoices } from '../../../../src/digest/invoice/with-invoices';
import { messagesFor } from '../../../../src/i18n/messages';
import { invoiceLine } from '../../../../src/note/invoice-line';
import type { Invoice } from '../../../../src/pdf/attachments/invoice';
import type { Sentence } from '../../../../src/text/sentence';

const invoice: Invoice = {
  format: 'cii',
  number: 'ER-2031-0417',
  date: '2031-04-02',
  due: '2031-05-02',
  currency: 'EUR',
  seller: { name: 'Nordhafen Pumpen GmbH', taxId: 'DE812345670' },
  buyer: { name: 'Aufzugwerk Lindau KG' },
  net: '1480.00',
  tax: '281.20',
  total: '1761.20',
  payable: '1761.20',
  lines: [{ name: 'Kreiselpumpe', quantity: '2', price: '740.0000', amount: '1480' }],
  missing: [],
};

const page =
  'Rechnung ER-2031-0417 vom 2. April 2031 der Nordhafen Pumpen GmbH über einen Betrag von 1.761,20 EUR.';

function sentences(text: string): readonly Sentence[] {
  return [{ number: 1, page: 1, paragraph: 1, text, kind: 'text', source: [] } as unknown as Sentence];
}

function digestWith(facts: readonly Fact[], language = 'de'): Digest {
  return {
    title: 'Rechnung',
    documentType: 'invoice',
    language,
    tags: [],
    summary: [],
    actions: [],
    points: [],
    facts,
    unverified: [],
    checking: { level: 'facts' },
  };
}

const read = (name: string, value: string): Fact => ({
  name,
  value,
  text: `${name}: ${value}`,
  citations: [{ page: 1, sentences: [1] }],
});

describe('an embedded invoice', () => {
  it('an embedded invoice provides facts for the digest, and the facts become properties', () => {
    const digest = withInvoices(digestWith([]), { invoices: [invoice], unreadable: 0 }, sentences(page));
    expect(
      digest.facts.every(({ from, citations }) => from === 'embedded-invoice' && citations.length === 0),
    ).toBe(true);
    expect(digest.facts.at(-1)).toMatchObject({
      name: 'Item 1',
      value: 'Kreiselpumpe: 2 × 740.00 = 1,480.00 EUR',
    });
    expect(factProperties(digest.facts, digest.language)).toEqual({
      pdf_number: 'ER-2031-0417',
      pdf_date: '2031-04-02',
      pdf_due: '2031-05-02',
      pdf_parties: ['Nordhafen Pumpen GmbH', 'Aufzugwerk Lindau KG'],
      pdf_amount: 1761.2,
      pdf_currency: 'EUR',
    });
    expect(digest).not.toHaveProperty('invoiceProblems');
  });

  it('the facts of an embedded invoice become properties in a Chinese digest too', () => {
    const chinese = withInvoices(
      digestWith([], 'zh-Hans'),
      { invoices: [{ ...invoice, currency: 'CNY' }], unreadable: 0 },
      sentences(page),
    );
    expect(factProperties(chinese.facts)).toMatchObject({
      pdf_number: 'ER-2031-0417',
      pdf_due: '2031-05-02',
      pdf_amount: 1761.2,
    });
  });

  it('an embedded invoice replaces a fact from the pages only if both have the same value', () => {
    const facts = [
      read('Rechnungsnummer', 'ER-2031-0417'),
      read('Betrag', '1.761,20 €'),
      read('Kundennummer', '4711'),
    ];
    const digest = withInvoices(digestWith(facts), { invoices: [invoice], unreadable: 0 }, sentences(page));
    expect(digest.facts.filter(({ from }) => from === undefined)).toEqual([facts[2]]);
  });

  it('the digest contains each problem of its embedded invoices', () => {
    const wrong: Invoice = { ...invoice, total: '1800.00', payable: '1761.20', missing: ['currency'] };
    const { invoiceProblems = [] } = withInvoices(
      digestWith([]),
      { invoices: [wrong, invoice], unreadable: 1 },
      sentences(page),
    );
    expect(invoiceProblems.map(({ kind }) => kind)).toEqual(['unreadable', 'several', 'missing', 'sum']);
    const words = ['en', 'zh'].map((language) => invoiceLine(invoiceProblems, messagesFor(language)));
    expect(words[0]).toContain('Its total is 1800.00; net amount and tax add up to 1761.20.');
    expect(words[1]).toContain('1800.00');
  });

  it('the digest stays unchanged if the PDF has no embedded invoice', () => {
    const digest = digestWith([]);
    expect(withInvoices(digest, { invoices: [], unreadable: 0 }, sentences(page))).toBe(digest);
    expect(invoiceLine([], messagesFor('en'))).toBe('');
  });
});

describe('an invoice and its pages', () => {
  const differingFields = (text: string): readonly string[] =>
    differencesFromPages(invoice, text).map(({ field }) => field);
  const rest =
    ' Nordhafen Pumpen GmbH, Am Kai 3, Neuhafen, liefert zwei Kreiselpumpen an die Aufzugwerk Lindau KG.';

  it.each([
    ['in German figures', 'Nr. ER-2031-0417, 02.04.2031, 1.761,20 €'],
    ['in American figures', 'No. ER 2031 0417, 4/2/2031, $1,761.20'],
    ['in French words', 'N° ER-2031-0417 du 2 avril 2031, 1 761,20 €'],
    ['in Chinese', '编号：ER-2031-0417，日期：2031年4月2日，合计：1761.20元'],
    ['with a two-digit year', 'ER-2031-0417 02.04.31 1761,20'],
  ])('an invoice agrees with its pages if the values on the pages are written %s', (_, text) => {
    expect(differingFields(text + rest)).toEqual([]);
  });

  it.each([
    ['number', 'Nr. ER-2031-0416, 02.04.2031, 1.761,20 €'],
    ['date', 'Nr. ER-2031-0417, 02.04.2030, 1.761,20 €'],
    ['total', 'Nr. ER-2031-0417, 02.04.2031, 1.671,20 €'],
  ])('an invoice differs from its pages if the pages have another %s', (field, text) => {
    expect(differingFields(text + rest)).toEqual([field]);
  });

  it('an invoice is not compared with pages that have very little text', () => {
    expect(differingFields('Seite 1')).toEqual([]);
  });
});
