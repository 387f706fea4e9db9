import { PdfDocument } from '../../fixtures/writer/document';
import { Flow } from '../../fixtures/writer/flow';
import { standardFont } from '../../fixtures/writer/fonts';

const clauses = [
  'The supplier shall deliver the goods of lot {n} of order {name} to the warehouse no later than 15 March 2026',
  'The customer shall pay {n},200.00 USD for lot {n} of order {name} within 30 days after delivery of the goods',
  'The parties keep confidential whatever they learn of each other while they handle lot {n} of order {name}',
];

/**
 * Makes a contract of three pages. `name` is in every clause, so two contracts with different names have
 * different texts. An endpoint with a small context gets a contract in several parts.
 */
export function contractInParts(name: string): Uint8Array {
  const document = new PdfDocument();
  const { writer } = document;
  const flow = new Flow({ font: standardFont(writer, 'Times-Roman'), leading: 15 });
  for (let page = 1; page <= 3; page += 1) {
    if (page > 1) flow.newPage();
    for (const lot of [1, 2, 3, 4]) {
      const fill = (clause: string): string =>
        clause.replaceAll('{n}', String(page * 10 + lot)).replaceAll('{name}', name);
      flow.paragraph(`${clauses.map(fill).join('. ')}.`);
    }
  }
  flow.addTo(document);
  return document.toBytes({ title: name });
}
