import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factProperties } from '../../../src/digest/fact-properties';
import type { DocumentType } from '../../../src/llm/draft';
import { fieldNames } from '../../../src/digest/fields';
import { noteProperties } from '../../../src/note/frontmatter';
import { attacks } from '../note/attacks';
import { contract, contractDigest, layout, portsFor } from '../note/sample';

const of = (...pairs: readonly (readonly [name: string, value: string])[]): object =>
  factProperties(pairs.map(([name, value]) => ({ name, value, text: '', citations: [] })));

describe('factProperties', () => {
  it('factProperties converts the facts of a Chinese contract', () => {
    expect(
      of(
        ['合同编号', 'SGRJ-2026-0117'],
        ['签订日期', '2026年1月17日'],
        ['甲方（委托方）', '临澜市晴川精密制造有限公司'],
        ['乙方（受托方）', '临澜市拾光软件有限公司'],
        ['合同总金额', '人民币486,000.00元（大写：人民币肆拾捌万陆仟元整）'],
        ['首付款', '145,800.00元'],
        ['合同有效期', '2026年1月17日起至2027年7月31日止'],
      ),
    ).toEqual({
      pdf_number: 'SGRJ-2026-0117',
      pdf_date: '2026-01-17',
      pdf_parties: ['临澜市晴川精密制造有限公司', '临澜市拾光软件有限公司'],
      pdf_amount: 486000,
      pdf_currency: 'CNY',
      pdf_start: '2026-01-17',
      pdf_end: '2027-07-31',
    });
  });

  it('factProperties converts the facts of an English invoice', () => {
    expect(
      of(
        ['Invoice No.', 'BW-1093'],
        ['VAT ID', 'DE123456789'],
        ['Invoice Date', 'March 9, 2026'],
        ['Due Date', 'April 8, 2026'],
        ['Subtotal', 'USD 9,650.00'],
        ['Total Due', 'USD 10,458.03'],
        ['Buyer', 'Harrowfield Logistics Ltd.'],
      ),
    ).toEqual({
      pdf_number: 'BW-1093',
      pdf_date: '2026-03-09',
      pdf_due: '2026-04-08',
      pdf_amount: 10458.03,
      pdf_currency: 'USD',
      pdf_parties: ['Harrowfield Logistics Ltd.'],
    });
  });

  it.each<[readonly (readonly [string, string])[], object]>([
    [
      [
        ['Grand Total', '319.00'],
        ['Tax', '40.39 (14.50% CST)'],
        ['Price', '278.61'],
      ],
      { pdf_amount: 319, pdf_tax: 40.39 },
    ],
    [
      [
        ['Montant HT', '24.99'],
        ['Montant TTC', '29.99 €'],
      ],
      { pdf_net: 24.99, pdf_amount: 29.99, pdf_currency: 'EUR' },
    ],
    [
      [
        ['价税合计', '19,080.00'],
        ['小计', '18,000.00元'],
      ],
      { pdf_amount: 19080, pdf_net: 18000, pdf_currency: 'CNY' },
    ],
    // A count, a number of hours, a rate and a weight are not amounts of money.
    [
      [
        ['Total', '44'],
        ['Total hours', '12.50'],
        ['Tax rate', '7.50'],
        ['Total weight', '12.50 kg'],
      ],
      {},
    ],
    // The tax or the net amount alone is not the amount of the document.
    [[['Tax', '$1.50']], { pdf_tax: 1.5 }],
    [[['Subtotal', 'EUR 10.00']], { pdf_net: 10 }],
    // A subtotal that equals the total contains the tax, so it is not the net amount.
    [
      [
        ['Subtotaal', '10,00 EUR'],
        ['Totaalbedrag', '10,00 EUR'],
      ],
      { pdf_amount: 10, pdf_currency: 'EUR' },
    ],
    [
      [
        ['Subtotaal', '10,00 EUR'],
        ['Totaalbedrag', '12,10 EUR'],
      ],
      { pdf_amount: 12.1, pdf_currency: 'EUR', pdf_net: 10 },
    ],
  ])('factProperties takes only sums of money from the invoice facts %j', (facts, expected) => {
    const read = factProperties(
      facts.map(([name, value]) => ({ name, value, text: '', citations: [] })),
      'en',
      'invoice',
    );
    expect(read).toEqual(expected);
  });

  it.each<[DocumentType, readonly (readonly [string, string])[], object]>([
    [
      'invoice',
      [
        ['Order number', 'PO-7'],
        ['Order date', '1 March 2031'],
        ['Tax invoice no.', 'TI-12'],
        ['Date of issue', '4 March 2031'],
        ['Supplier', 'Nordwind GmbH, 12 Hafen Street, Kiel'],
        ['Bill to', 'Acme Ltd.'],
        ['Net amount', 'EUR 100.00'],
        ['VAT (19%)', 'EUR 19.00'],
        ['Total incl. VAT', 'EUR 119.00'],
        ['Pay by', '18 March 2031'],
        ['Account (IBAN)', 'DE89 3704 0044 0532 0130 00'],
      ],
      {
        pdf_number: 'TI-12',
        pdf_seller: 'Nordwind GmbH',
        pdf_buyer: 'Acme Ltd.',
        pdf_amount: 119,
        pdf_net: 100,
        pdf_tax: 19,
        pdf_currency: 'EUR',
        pdf_date: '2031-03-04',
        pdf_due: '2031-03-18',
        pdf_iban: 'DE89370400440532013000',
      },
    ],
    [
      'contract',
      [
        ['甲方法定代表人', '沈知衡'],
        ['出租方（甲方）', '云栖物业有限公司'],
        ['承租方', '青石书店'],
        ['租赁期限', '2031年1月1日至2033年12月31日'],
        ['签署日期', '2030年12月20日'],
        ['续约通知截止日', '2033年9月30日'],
        ['押金', '10,000元'],
        ['合同总金额', '360,000元'],
      ],
      {
        pdf_parties: ['云栖物业有限公司', '青石书店'],
        pdf_amount: 360000,
        pdf_currency: 'CNY',
        pdf_date: '2030-12-20',
        pdf_start: '2031-01-01',
        pdf_end: '2033-12-31',
        pdf_notice_by: '2033-09-30',
      },
    ],
    [
      'report',
      [
        ['Date of the accident', 'May 3, 2031'],
        ['Total cost', 'USD 5'],
        ['Report date', 'June 1, 2031'],
        ['Author', 'Dr. A. Weiss'],
      ],
      { pdf_date: '2031-06-01', pdf_parties: ['Dr. A. Weiss'] },
    ],
    ['resume', [['Date', 'June 1, 2031']], {}],
    ['invoice', [['IBAN', 'DE89 3704 0044 0532 0130 01']], {}],
  ])('factProperties selects the facts for the document type %s from %j', (kind, pairs, expected) => {
    const facts = pairs.map(([name, value]) => ({ name, value, text: '', citations: [] }));
    expect(factProperties(facts, 'en', kind)).toEqual(expected);
  });

  it.each([
    ['dates that can be read in two ways', 'Date', '5/6/2026'],
    ['months', '签订日期', '2026年1月'],
    ['amounts without a currency', 'Total', '1,200'],
    ['two amounts', 'Total', 'USD 1,200 or EUR 1,100'],
    ['words instead of a date', 'Due Date', 'within 30 days'],
    ['tax numbers', '纳税人识别号', '91310000MA1FL0000X'],
    ['telephone numbers', 'Phone No.', '0599 5550 1288'],
    ['clauses where a name should be', '甲方', '应当于本合同签订之日起10日内：提供测试数据'],
  ])('factProperties leaves out %s', (_, name, value) => {
    expect(of([name, value])).toEqual({});
  });

  it('the number of the approval of a form is not the number of the document', () => {
    expect(of(['OMB No.', '1545-0074'])).not.toHaveProperty('pdf_number');
    expect(of(['No.', '1545-0074'])).toHaveProperty('pdf_number');
    expect(of(['Combined no.', '1545-0074'])).toHaveProperty('pdf_number');
  });

  it('an amount named "Fee" becomes a property only if the document has no other amount', () => {
    expect(of(['Fee', 'USD 20'])).toEqual({ pdf_amount: 20, pdf_currency: 'USD' });
    expect(of(['Fee', 'USD 20'], ['Deposit', 'USD 30'])).toEqual({});
  });

  it('a property always has the same type and never contains a link', () => {
    const text = fc.oneof(
      fc.constantFrom(
        ...Object.values(attacks)
          .flat()
          .filter((attack) => attack.length < 500),
      ),
      fc.constantFrom('2026年1月17日', 'USD 5', '甲方', 'Buyer', 'No. 7', 'Total', 'Date', 'Acme Ltd.'),
    );
    const name = fc.constantFrom(
      '合同编号',
      'Invoice No.',
      '甲方',
      'Buyer',
      '合同总金额',
      'Total',
      '日期',
      'Due Date',
      '有效期',
      'status',
      'pdf_sha256',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            name,
            fc.array(text, { maxLength: 3 }).map((parts) => parts.join(' ')),
          ),
        ),
        (pairs) => {
          for (const [property, value] of Object.entries(of(...pairs))) {
            expect(fieldNames).toContain(property);
            if (property === 'pdf_amount') expect(value).toBeTypeOf('number');
            else if (property === 'pdf_parties') expect(value).toBeInstanceOf(Array);
            else expect(value).toBeTypeOf('string');
            if (/date|due|start|end/.test(property)) expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(JSON.stringify(value)).not.toMatch(/\[\[|\]\]|:\/\/|<%|::|www\.|\p{Cf}/u);
          }
        },
      ),
    );
  });
});

describe('a note with facts as properties', () => {
  it('if the setting factProperties is on, the facts follow the other properties of a note', () => {
    const ports = portsFor(contract.pdfName);
    const own = Object.keys(noteProperties(contract, layout, ports));
    expect(own).not.toContain('pdf_number');
    const digest = { ...contractDigest, properties: factProperties(contractDigest.facts) };
    const withFacts = noteProperties({ ...contract, digest }, { ...layout, factProperties: true }, ports);
    expect(Object.keys(withFacts).slice(0, own.length)).toEqual(own);
    expect(withFacts).toMatchObject({ pdf_number: 'HT-2026-0107', pdf_amount: 1200, pdf_currency: 'CNY' });
    expect(contractDigest.facts).toHaveLength(2);
  });
});
