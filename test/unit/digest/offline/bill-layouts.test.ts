import { describe, expect, it } from 'vitest';
import { digestOffline } from '../../../../src/digest/offline/digest-offline';
import type { Paragraph } from '../../../../src/pdf/document';
import { toSentences } from '../../../../src/text/segment';

function factsOf(...lines: readonly string[]): Record<string, string> {
  const paragraphs = lines.map((text): Paragraph => {
    return { kind: text.includes('\t') ? 'row' : 'text', page: 1, text, source: [] };
  });
  const sentences = toSentences([{ number: 1, kind: 'text', width: 595, height: 842, paragraphs }]);
  const { facts } = digestOffline({ sentences, pageCount: 1, notRead: [] }).digest;
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
}

describe('bill layouts', () => {
  it('the offline engine recognises the company after "Spett.le" as the buyer, not as the seller', () => {
    const facts = factsOf(
      'Studio Legale Bassi e Associati',
      'Via Garibaldi 22, 40124 Bologna',
      'Spett.le',
      'Ceramiche Romagna S.r.l.',
      'FATTURA n. 45 del 15/03/2023',
      'Imponibile\t1.500,00 €',
      'IVA 22%\t330,00 €',
      'Totale fattura\t1.830,00 €',
      'Pagamento entro il 14/04/2023',
    );
    expect(facts).toMatchObject({
      Acquirente: 'Ceramiche Romagna S.r.l.',
      'Numero fattura': '45',
      'Data fattura': '15/03/2023',
      Scadenza: '14/04/2023',
      Totale: '1.830,00 €',
    });
    expect(facts).not.toHaveProperty('Venditore');
  });

  it('the offline engine does not use the due date of a French invoice as the invoice date', () => {
    const facts = factsOf(
      'SARL Dupin Électricité',
      'FACTURE N° F2023-0198',
      'Rennes, le 12 avril 2023',
      'Total HT\t1 240,00 €',
      'TVA 10 %\t124,00 €',
      'Total TTC\t1 364,00 €',
      'Date limite de règlement : 12/05/2023',
    );
    expect(facts).toMatchObject({ 'Date de facture': '12 avril 2023', 'Date d’échéance': '12/05/2023' });
  });

  it('the offline engine does not use a table row as the seller on a receipt', () => {
    const facts = factsOf(
      'PAYMENT RECEIPT',
      'Guest Name: Sanjay\tDate: 31/12/2017',
      'Hotel Details\tCheck In\tCheck Out\tRooms',
      'Resort Nanganallur,\t31/12/2017\t01/01/2018\t1',
      'Room Charges\tRs 1939 x 1 Night\tRs 1939',
      'Grand Total\tRs 1939',
    );
    expect(facts['Total']).toBe('Rs 1939');
    expect(facts).not.toHaveProperty('Seller');
  });
});
