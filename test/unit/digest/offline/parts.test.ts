import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, shorten, withoutMarker } from '../../../../src/digest/offline/clauses';
import { factsOf } from '../../../../src/digest/offline/facts';
import { centrality, chooseDiverse, similarity, vectorsOf } from '../../../../src/digest/offline/rank';
import { splitWithoutDictionary, termsOf } from '../../../../src/digest/offline/terms';
import { unitsOf } from '../../../../src/digest/offline/units';
import { documentOf } from '../document';

describe('factsOf', () => {
  it('factsOf does not treat a word as the value of a total', () => {
    const facts = factsOf(unitsOf(documentOf(['Total\tRevenue', 'Grand Total: Rs 1939', '合计\t金额'])));
    expect(facts.map(({ name, value }) => [name, value])).toEqual([['Grand Total', 'Rs 1939']]);
  });

  it('factsOf does not treat the heading of a column as a value', () => {
    const headings = [
      'Serial No.\tContract Description\tContract No.\tMethod of Procurement\tContractor\tAddress\tContract Amount',
      'Invoice No.\tInvoice Date\tCustomer\tTerms',
      'Supplier\tAddress\tPhone',
      '合同编号\t合同名称\t甲方\t乙方\t签订日期\t备注',
      '序号\t发票号码\t开票日期\t金额',
      '订单编号：见附件',
    ];
    expect(factsOf(unitsOf(documentOf(headings)))).toEqual([]);
  });

  it('factsOf does not treat the heading `Sum` as the value of the heading `VAT`', () => {
    const lines = ['Description\tQty\tPrice\tVAT\tSum', 'Oars\t2\t40.00\t20%\t80.00', 'VAT: included'];
    expect(factsOf(unitsOf(documentOf(lines)))).toEqual([]);
  });

  it.each([
    ['totals', ['Boats\t$2M', 'Total\t$5M', 'Piers\t$9M', 'Total\t$11M']],
    ['tax numbers', ['Name: Oar & Sons', 'VAT: GB100', 'Name: Keel', 'VAT: GB200']],
  ])('factsOf returns neither of two different %s', (_, lines) => {
    expect(factsOf(unitsOf(documentOf(lines)))).toEqual([]);
  });

  it('factsOf uses a total that is stated twice', () => {
    const facts = factsOf(unitsOf(documentOf(['Total\tEUR 1,200.00', 'Total: 1,200.00'])));
    expect(facts.map(({ name, value }) => [name, value])).toEqual([['Total', 'EUR 1,200.00']]);
  });

  it.each([
    ['Contract No.: HT-2026-07', 'Contract No.', 'HT-2026-07'],
    ['Buyer\tAcme Trading Ltd.\tSeller\tBeta GmbH', 'Buyer', 'Acme Trading Ltd.'],
    ['Due Date: upon receipt', 'Due Date', 'upon receipt'],
    ['TOTAL AMOUNT DUE ON August 3, 2014\t$4.11', 'TOTAL AMOUNT DUE ON August 3, 2014', '$4.11'],
    ['Total for this invoice\t$4.11', 'Total for this invoice', '$4.11'],
    ['Amount due by 15 March 2026: EUR 1,200.00', 'Amount due by 15 March 2026', 'EUR 1,200.00'],
    ['签订日期：二〇二六年三月十五日', '签订日期', '二〇二六年三月十五日'],
    ['合同名称\t仓储服务合同', '合同名称', '仓储服务合同'],
    ['甲方：杭州云杉科技有限公司', '甲方', '杭州云杉科技有限公司'],
  ])('factsOf reads the name and the value in %j', (line, name, value) => {
    expect(factsOf(unitsOf(documentOf([line])))[0]).toMatchObject({ name, value });
  });
});

describe('shorten', () => {
  it('shorten cuts a sentence only after a clause and marks the cut', () => {
    expect(shorten('甲方支付1,200元，乙方开具发票，双方核对账目。', 34)).toBe(
      '甲方支付1,200元，乙方开具发票…',
    );
    expect(shorten('短句。', 34)).toBe('短句。');
    expect(shorten('没有任何标点的很长很长的一句话没有任何标点的很长很长的一句话', 34)).not.toContain('…');
  });

  it('shorten keeps a short last clause, which is often a deadline', () => {
    const text = '甲方支付1,200元，乙方开具发票，双方核对账目，五日内。';
    expect(shorten(text, 46)).toBe(text);
  });

  it('shorten returns the beginning of the text, word for word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'甲乙，；,:1 a（）。') }),
        fc.integer({ min: 4, max: 60 }),
        (text, most) => {
          const line = text.replace(/\s+/gu, ' ').trim();
          expect(line.startsWith(shorten(text, most).replace(/…$/u, ''))).toBe(true);
          expect(
            clausesOf(line)
              .map(({ at, end }) => line.slice(at, end))
              .join(''),
          ).toBe(line);
        },
      ),
    );
  });
});

describe('withoutMarker', () => {
  it.each([
    ['1.2 The Provider shall', 'The Provider shall'],
    ['（3）甲方应', '甲方应'],
    ['第2.1条甲方应', '甲方应'],
    ['3.钉钉应用', '钉钉应用'],
    ['一、合作方式', '合作方式'],
    ['• item one', 'item one'],
    ['*** Check the statement', 'Check the statement'],
    ['† Charges are billed monthly.', 'Charges are billed monthly.'],
    ['※本页无正文', '本页无正文'],
    ['30 days after delivery', '30 days after delivery'],
    ['2026年3月15日前', '2026年3月15日前'],
    ['3.5% of the sum', '3.5% of the sum'],
  ])('withoutMarker turns %j into %j', (text, expected) => {
    expect(withoutMarker(text)).toBe(expected);
  });
});

describe('unitsOf', () => {
  it('unitsOf joins two paragraphs that are the pieces of one sentence', () => {
    const units = unitsOf(
      documentOf([
        '1.1 The Provider shall design and operate a demand-forecasting platform (the',
        '“Platform”) for the warehouses of the Client.',
        'The Client shall pay.',
      ]),
    );
    expect(units.map(({ text, numbers }) => [text, numbers])).toEqual([
      [
        '1.1 The Provider shall design and operate a demand-forecasting platform (the “Platform”) for the warehouses of the Client.',
        [1, 2],
      ],
      ['The Client shall pay.', [3]],
    ]);
  });

  it('unitsOf keeps headings, rows and finished sentences separate', () => {
    const texts = [
      '项目\t金额',
      '甲方付款。',
      '第二条 验收',
      '乙方应当在系统部署完成之后的十个工作日之内组织验收并且出具书面的验收报告。',
    ];
    expect(unitsOf(documentOf(texts)).map(({ text }) => text)).toEqual(texts);
  });
});

describe('ranking', () => {
  const bag = (text: string): Map<string, number> => new Map(text.split(' ').map((word) => [word, 1]));

  it('centrality is highest for the sentence that is similar to most other sentences', () => {
    const vectors = vectorsOf(['a b c', 'a b d', 'a c e', 'x y z'].map(bag));
    const scores = centrality(vectors);
    expect(Math.max(...scores)).toBe(scores[0]);
    expect(similarity(vectors[0] ?? new Map(), vectors[0] ?? new Map())).toBeCloseTo(1);
  });

  it('chooseDiverse leaves out a text that is the same as a chosen one', () => {
    const vectors = vectorsOf(['a b c', 'a b c', 'x y z'].map(bag));
    expect(chooseDiverse([3, 2.9, 1], vectors, 3)).toEqual([0, 2]);
  });
});

describe('splitWithoutDictionary', () => {
  it('splitWithoutDictionary returns Latin words and every pair of neighbouring Han characters', () => {
    const terms = termsOf('租赁设备 for Client', splitWithoutDictionary);
    expect(terms.filter((term) => term.topical).map((term) => term.key)).toEqual([
      '租赁',
      '赁设',
      '设备',
      'client',
    ]);
  });
});
