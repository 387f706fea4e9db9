import { describe, expect, it } from 'vitest';
import { digestOffline } from '../../../../src/digest/offline/digest-offline';
import { factProperties } from '../../../../src/digest/fact-properties';
import type { FactProperties } from '../../../../src/digest/fields';
import type { Digest } from '../../../../src/digest/digest';
import { documentOf } from '../document';

function digest(...lines: readonly string[]): Digest {
  return digestOffline({ sentences: documentOf(lines), pageCount: 1, notRead: [] }).digest;
}

function propertiesOf({ facts, language }: Digest): FactProperties {
  return factProperties(facts, language);
}

const german = digest(
  'Nordlicht Werkzeuge GmbH - Hafenweg 3 - 20457 Hamburg',
  'Rechnung Nr. 2031-17 vom 05.03.2031',
  'Käufer:',
  'Kundennummer: 4711',
  'Ostwind Bau AG',
  'Am Deich 9',
  '26721 Emden',
  'Nettobetrag:\t479,87 €',
  'Umsatzsteuer 19 %:\t91,17 €',
  'Gesamtbetrag:\t571,04 €',
  'Bitte überweisen Sie bis zum 04.04.2031, 2 % Skonto bis 15.03.2031.',
  'IBAN: DE89 3704 0044 0532 0130 00',
);

describe('a German invoice', () => {
  it('the facts of a German invoice have the right labels and values', () => {
    expect(german.documentType).toBe('invoice');
    expect(german.language).toBe('de');
    expect(Object.fromEntries(german.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      Rechnungsnummer: '2031-17',
      Rechnungsdatum: '05.03.2031',
      Verkäufer: 'Nordlicht Werkzeuge GmbH',
      Käufer: 'Ostwind Bau AG',
      Gesamtbetrag: '571,04 €',
      'Fällig am': '04.04.2031',
      IBAN: 'DE89 3704 0044 0532 0130 00',
    });
    expect(german.unverified).toEqual([]);
  });

  it('the facts of a German invoice become properties, and its amount is the gross total', () => {
    expect(propertiesOf(german)).toMatchObject({
      pdf_number: '2031-17',
      pdf_date: '2031-03-05',
      pdf_due: '2031-04-04',
      pdf_amount: 571.04,
      pdf_currency: 'EUR',
      pdf_parties: ['Nordlicht Werkzeuge GmbH', 'Ostwind Bau AG'],
    });
  });
});

describe('other bills', () => {
  it('the offline engine reads a French invoice whose dates have slashes', () => {
    const made = digest(
      'Moulin Bleu SARL - 12 chemin des Prés - 84340 Malaucène - France',
      'Facture FA-2031-0009',
      'Adresse de facturation',
      'Hôtel du Port',
      'Date de facture\t05/11/2031',
      'Date d’échéance\t05/12/2031',
      'N° TVA client\tFR90343434346',
      'Total HT\t100,00 €',
      'Montant TVA\t20,00 €',
      'Total TTC\t120,00 €',
    );
    expect(propertiesOf(made)).toEqual({
      pdf_number: 'FA-2031-0009',
      pdf_date: '2031-11-05',
      pdf_due: '2031-12-05',
      pdf_amount: 120,
      pdf_currency: 'EUR',
      pdf_parties: ['Moulin Bleu SARL', 'Hôtel du Port'],
    });
  });

  it('the offline engine reads a Chinese invoice (fapiao)', () => {
    const made = digest(
      '电子发票（普通发票）',
      '发票号码：24312000000012345678\t开票日期：2031年03月05日',
      '购买方信息\t名称：青禾设计工作室有限公司\t销售方信息\t名称：云栖设备租赁有限公司',
      '价税合计（大写）\t壹佰贰拾圆整\t（小写）¥120.00',
    );
    expect(propertiesOf(made)).toMatchObject({
      pdf_number: '24312000000012345678',
      pdf_date: '2031-03-05',
      pdf_amount: 120,
      pdf_currency: 'CNY',
      pdf_parties: ['云栖设备租赁有限公司', '青禾设计工作室有限公司'],
    });
  });

  it('the offline engine uses the rounded amount of a receipt as the total', () => {
    const made = digest(
      'HARBOUR HARDWARE SDN BHD',
      'NO 7, JALAN BESAR, 51200 KUALA LUMPUR',
      'RECEIPT NO : CS 24399',
      'DATE : 09/02/2031 11:40',
      'TOTAL AMT RM\t60.31',
      'ROUNDING ADJ\t-0.01',
      'RM\t60.30',
      'CASH RM\t70.30',
      'CHANGE RM\t10.00',
      'THANK YOU, PLEASE COME AGAIN',
    );
    expect(made.documentType).toBe('receipt');
    expect(propertiesOf(made)).toMatchObject({
      pdf_date: '2031-02-09',
      pdf_amount: 60.3,
      pdf_currency: 'MYR',
    });
    expect(made.facts.map(({ value }) => value)).toContain('HARBOUR HARDWARE SDN BHD');
  });
});

describe('a payable invoice', () => {
  it('a payable invoice gets one to-do and a summary of one sentence', () => {
    expect(german.summary.map(({ text }) => text)).toEqual([
      'Rechnung 2031-17 von Nordlicht Werkzeuge GmbH an Ostwind Bau AG, 571,04 €, fällig am 04.04.2031.',
    ]);
    expect(german.actions).toMatchObject([
      {
        text: '571,04 € bis 04.04.2031 bezahlen',
        due: { kind: 'absolute', text: '04.04.2031', date: '2031-04-04' },
      },
    ]);
    expect(german.title).toBe('Rechnung 2031-17');
  });

  it.each([
    [
      ['云港水站', '费用结算单', '结算单号：\tJS-31', '总金额：\t40.00元', '付款期限：\t2031年4月7日'],
      'JS-31',
    ],
    [['Harbour Café', 'INVOICE', 'Account statement', 'Statement no.: S-17', 'Total\t$40.00'], 'S-17'],
    [['Harbour Café', 'INVOICE', 'Order no.: S-17', 'Total\t$40.00', 'Date\t4 April 2031'], undefined],
  ])(
    'in the bill %j, a label such as "Order no." gives the number only if it repeats the title: %s',
    (lines, number) => {
      expect(propertiesOf(digest(...lines)).pdf_number).toBe(number);
    },
  );

  it('a subtotal that equals the total does not become a fact', () => {
    const { facts } = digest('Haven BV', 'FACTUUR 31-7', 'Subtotaal\t€ 40,00', 'Totaalbedrag\t€ 40,00');
    expect(facts.map(({ name }) => name)).not.toContain('Subtotaal');
    expect(facts.map(({ name }) => name)).toContain('Totaalbedrag');
  });

  it('the offline engine finds the due date and the invoice number within a sentence', () => {
    const made = digest(
      'Invoice',
      'Brightwater Analytics LLC',
      'Bill to: Harrowfield Logistics Ltd.',
      'Amount due:\tUSD 10,458.03',
      'Please pay USD 10,458.03 by April 8, 2031, quoting invoice number BW-1093.',
    );
    expect(made.actions).toMatchObject([
      { text: 'Pay USD 10,458.03 by April 8, 2031', due: { kind: 'absolute', date: '2031-04-08' } },
    ]);
    expect(made.title).toBe('Invoice BW-1093');
  });

  it('besides the payment, only a task with a deadline becomes a to-do of an invoice', () => {
    const made = digest(
      'Invoice',
      'Brightwater Analytics LLC',
      'Bill to: Harrowfield Logistics Ltd.',
      'Invoice number: BW-1094',
      'Invoice date: 9 March 2031',
      'Amount due:\tUSD 1,200.00',
      'Payment is due by April 8, 2031.',
      'The customer shall confirm the day of the inspection by 1 April 2031.',
      'Please keep this invoice.',
    );
    expect(made.actions.map(({ due }) => (due.kind === 'absolute' ? due.date : ''))).toEqual([
      '2031-04-08',
      '2031-04-01',
    ]);
  });

  it('an invoice gets no to-do if the seller collects the amount', () => {
    const made = digest(
      'Nordlicht Werkzeuge GmbH - Hafenweg 3 - 20457 Hamburg',
      'Rechnung Nr. 2031-18 vom 05.03.2031',
      'Gesamtbetrag:\t571,04 €',
      'Der Betrag wird am 20.03.2031 per Lastschrift von Ihrem Konto eingezogen.',
    );
    expect(made.actions).toEqual([]);
  });

  it('an invoice that mentions the cost of a returned debit gets the to-do to pay', () => {
    const made = digest(
      'Nordlicht Werkzeuge GmbH - Hafenweg 3 - 20457 Hamburg',
      'Rechnung Nr. 2031-19 vom 05.03.2031',
      'Gesamtbetrag:\t571,04 €',
      'Zahlbar bis 19.03.2031',
      'Im Falle einer Rücklastschrift berechnen wir für die uns entstandenen Kosten 15,00 EUR.',
    );
    expect(made.actions.map(({ due }) => (due.kind === 'absolute' ? due.date : ''))).toEqual(['2031-03-19']);
  });
});

describe('amounts of a bill', () => {
  it('an amount belongs to the label before it if one sentence has several amounts', () => {
    const made = digest(
      'Rechnung SE-2032-77 vom 04.06.2032 Seeblick Segel GmbH, USt-IdNr. DE812345670 Focktuch 2 Stück',
      'Nettobetrag 400,00 EUR, Umsatzsteuer 19 % 76,00 EUR, Rechnungsbetrag 476,00 EUR, zahlbar bis 04.07.2032',
    );
    expect(Object.fromEntries(made.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      Nettobetrag: '400,00 EUR',
      Steuerbetrag: '76,00 EUR',
      Gesamtbetrag: '476,00 EUR',
    });
  });

  it('the sums of two columns do not become the total', () => {
    const made = digest(
      '电子发票（普通发票）',
      '发票号码：31990000000000012345',
      '开票日期：2031年05月06日',
      '销售方名称：望川样例木器厂',
      '合计\t¥52000.00\t¥6760.00',
    );
    expect(made.facts.map(({ value }) => value)).not.toContain('¥6760.00');
    expect(propertiesOf(made)).not.toHaveProperty('pdf_amount');
  });
});

it('if the seller is not recognised, a letterhead in the first line does not become the buyer', () => {
  const made = digest(
    'Atelier Sirène',
    '4 rue du Phare',
    '00000 Exempleville',
    'Facture n° 2031-44',
    'Voile\t95,00 €',
    'Total TTC\t95,00 €',
  );
  expect(made.facts.map(({ value }) => value)).not.toContain('Atelier Sirène');
});
