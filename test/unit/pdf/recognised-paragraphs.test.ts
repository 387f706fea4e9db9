import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/pdf/document';
import { recognisedPage } from '../../../src/pdf/recognised-page';
import { recognisedParagraphs } from '../../../src/pdf/recognised-paragraphs';

const scan: Page = {
  number: 3,
  kind: 'scan',
  width: 595,
  height: 842,
  paragraphs: [{ kind: 'text', page: 3, text: 'STAMP', source: [] }],
};

/** Returns each paragraph as `kind: words`, or only as its words if its kind is `text`. */
function read(text: string): readonly string[] {
  return recognisedPage(scan, recognisedParagraphs(text)).paragraphs.map(({ kind, text: words }) =>
    kind === 'text' ? words : `${kind}: ${words}`,
  );
}

describe('a recognised page', () => {
  it('a recognised page has the recognised text in place of its text layer', () => {
    const page = recognisedPage(scan, recognisedParagraphs('Receipt'));
    expect(page).toEqual({
      ...scan,
      recognised: true,
      paragraphs: [{ kind: 'text', page: 3, text: 'Receipt', source: [] }],
    });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'one paragraph per line',
      'Receipt no. 4\n\nDoor hinges\nTotal 4.20',
      ['Receipt no. 4', 'Door hinges', 'Total 4.20'],
    ],
    [
      'text with the line breaks of the page',
      'The supplier shall deliver the goods within thirty days after\nreceipt of the order, to the address that is named in the or-\nder.\n\nPayment is due at once.',
      [
        'The supplier shall deliver the goods within thirty days after receipt of the order, to the address that is named in the order.',
        'Payment is due at once.',
      ],
    ],
    [
      'Chinese text with the line breaks of the page',
      '甲方应当在收到乙方开具的增值税专用发票之日起十个工作日内向\n乙方支付全部价款。\n乙方应当按时交付。',
      ['甲方应当在收到乙方开具的增值税专用发票之日起十个工作日内向乙方支付全部价款。', '乙方应当按时交付。'],
    ],
    [
      'an address',
      'Port Elloway Hardware\n12 Quay Street\nPort Elloway',
      ['Port Elloway Hardware', '12 Quay Street', 'Port Elloway'],
    ],
    [
      'tabs between cells',
      'Item\tPrice\nDoor hinges\t18.40',
      ['row: Item\tPrice', 'row: Door hinges\t18.40'],
    ],
    [
      'a Markdown table',
      '| Item | Price |\n|---|---:|\n| Door hinges | 18.40 |',
      ['row: Item\tPrice', 'row: Door hinges\t18.40'],
    ],
    ['Markdown headings and bold', '## Terms\n\n**Payment** is due.', ['heading: Terms', 'Payment is due.']],
    [
      'a list',
      '1. Deliver the goods.\n2. Pay.\n（一）总则',
      ['list-item: 1. Deliver the goods.', 'list-item: 2. Pay.', 'list-item: （一）总则'],
    ],
    [
      'a list item over two lines',
      'The parties agree, each for itself and for all of its successors, that:\n1. the goods are delivered within thirty days after receipt of\nthe order.',
      [
        'The parties agree, each for itself and for all of its successors, that:',
        'list-item: 1. the goods are delivered within thirty days after receipt of the order.',
      ],
    ],
    ['a line of dashes', 'Above\n---\nBelow', ['Above', 'Below']],
    ['nothing', ' \n\n', []],
  ])('recognised text is divided into the right paragraphs if it contains %s', (_, text, paragraphs) => {
    expect(read(text)).toEqual(paragraphs);
  });

  it('the paragraphs of a recognised page keep all letters, digits and punctuation marks', () => {
    const line = fc.string({ unit: fc.constantFrom(...'abc XYZ 019 .,:;()甲乙。，・か'), maxLength: 90 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const bare = (text: string): string => text.replace(/\s/g, '');
        expect(
          bare(
            recognisedPage(scan, recognisedParagraphs(lines.join('\n')))
              .paragraphs.map(({ text }) => text)
              .join(''),
          ),
        ).toBe(bare(lines.join('')));
      }),
    );
  });
});
