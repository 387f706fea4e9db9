import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftAction, DraftDue } from '../../../../src/llm/answer/draft';
import { ground } from '../../../../src/digest/grounding/ground';
import { Source } from '../../../../src/digest/grounding/source';
import { actionDraft, documentOf, emptyDraft, factDraft } from '../document';

const contract = documentOf(
  ['技术服务合同', '甲方应当于2026年3月15日前向乙方支付首付款人民币1,200元（大写：壹仟贰佰元整）。', '乙方应当自收到款项之日起10个工作日内向甲方开具发票。'],
  ['乙方不得将本合同转让给第三方。', '本合同期限为12个月。', '双方应于每月5日前核对账目，违约金为合同金额的百分之五。'],
);

function groundAction(given: Partial<DraftAction>): ReturnType<typeof ground> {
  return ground({ ...emptyDraft, actions: [actionDraft(given)] }, new Source(contract));
}

const pay = { text: '甲方应于2026年3月15日前支付首付款1200元', owner: '甲方', quote: '甲方应当于2026年3月15日前向乙方支付首付款人民币1,200元', refs: [2] };

describe('an action', () => {
  it('is tied to the sentence its quote stands in', () => {
    const { actions, unverified } = groundAction(pay);
    expect(unverified).toEqual([]);
    expect(actions).toMatchObject([{ text: pay.text, owner: '甲方', due: { kind: 'none' }, citations: [{ page: 1, sentences: [2] }] }]);
  });

  it('is found where its quote stands when it cites another sentence, none, or one that does not exist', () => {
    for (const refs of [[5], [], [99], [-1, 0]]) {
      expect(groundAction({ ...pay, refs }).actions[0]?.citations).toMatchObject([{ page: 1, sentences: [2] }]);
    }
  });

  it('may quote in other widths, with other white space, and without the final mark', () => {
    const quote = '“甲方应当于 2026 年 3 月 15 日前\n向乙方支付首付款人民币１，２００元（大写：壹仟贰佰元整）”。';
    expect(groundAction({ ...pay, quote }).actions).toHaveLength(1);
  });

  it.each([
    ['an invented quote', { quote: '甲方应当于2026年3月15日前向乙方支付全部服务费' }, 'quote-not-found'],
    ['no quote', { quote: '' }, 'quote-not-found'],
    ['a quote too short to prove anything', { quote: '甲方' }, 'quote-not-found'],
    ['swapped parties in the quote', { quote: '乙方应当于2026年3月15日前向甲方支付首付款人民币1,200元' }, 'quote-not-found'],
    ['another amount in the quote', { quote: '甲方应当于2026年3月15日前向乙方支付首付款人民币12,000元' }, 'quote-not-found'],
    ['another amount in the text', { text: '甲方应支付12,000元' }, 'number-not-found'],
    ['another date in the text', { text: '甲方应于2026年3月25日前支付1200元' }, 'date-not-found'],
    ['another party in the text', { text: '乙方应支付首付款1200元', owner: '乙方' }, 'name-not-found'],
    ['parties the other way round', { text: '乙方向甲方支付首付款1200元', owner: '' }, 'name-not-found'],
    ['a party the passage does not name', { text: '丙方应支付首付款1200元', owner: '丙方' }, 'name-not-found'],
    ['days for working days', { text: '乙方应在10日内开具发票', owner: '乙方', quote: '乙方应当自收到款项之日起10个工作日内向甲方开具发票', refs: [3] }, 'number-not-found'],
    ['a negation dropped', { text: '乙方可以将本合同转让给第三方', owner: '乙方', quote: '乙方不得将本合同转让给第三方', refs: [4] }, 'contradicts-quote'],
    ['a quote that begins after the negation', { text: '转让本合同', owner: '', quote: '得将本合同转让给第三方', refs: [4] }, 'quote-not-found'],
    ['a quote that begins within a figure', { text: '核对账目', owner: '', quote: '00元（大写：壹仟贰佰元整）', refs: [2] }, 'quote-not-found'],
  ] as const)('with %s stands under what is to be verified', (_, change, reason) => {
    const { actions, unverified } = groundAction({ ...pay, ...change });
    expect(actions).toEqual([]);
    expect(unverified).toMatchObject([{ section: 'actions', reason }]);
  });

  it('finds amounts in figures, words and grouping', () => {
    for (const text of ['甲方应支付壹仟贰佰元', '甲方应支付一千二百元', '甲方应支付￥1,200.00']) {
      expect(groundAction({ ...pay, text }).actions).toHaveLength(1);
    }
  });
});

describe('a deadline', () => {
  const due = (given: Partial<DraftDue>, action: Partial<DraftAction> = pay): unknown =>
    groundAction({ ...action, due: { kind: 'none', text: '', date: '', ...given } }).actions[0]?.due;
  const invoice = { text: '乙方应开具发票', owner: '乙方', quote: '乙方应当自收到款项之日起10个工作日内向甲方开具发票', refs: [3] };

  it('gets its date from the document', () => {
    const expected = { kind: 'absolute', text: '于2026年3月15日前', date: '2026-03-15' };
    expect(due({ kind: 'absolute', text: '2026年3月15日前', date: '2026-03-15' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '2026年3月15日前', date: '2027-01-01' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '', date: '2026-03-15' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '3月15日前', date: '2026-03-15' })).toEqual(expected);
  });

  it('is none when only the model knows it', () => {
    expect(due({ kind: 'absolute', text: '2026年4月1日', date: '2026-04-01' })).toEqual({ kind: 'none' });
    expect(due({ kind: 'absolute', text: '', date: '2026-04-01' })).toEqual({ kind: 'none' });
  });

  it('is never counted out', () => {
    const relative = { kind: 'relative', text: '自收到款项之日起10个工作日内' };
    expect(due({ kind: 'absolute', text: '收到款项之日起10个工作日内', date: '2026-03-25' }, invoice)).toEqual(relative);
    expect(due({ kind: 'relative', text: '收到款项之日起10个工作日内' }, invoice)).toEqual(relative);
  });

  it('that comes again stays in words', () => {
    const check = { text: '双方应核对账目', owner: '双方', quote: '双方应于每月5日前核对账目', refs: [6] };
    expect(due({ kind: 'absolute', text: '每月5日前', date: '2026-04-05' }, check)).toEqual({ kind: 'recurring', text: '于每月5日前' });
  });
});

describe('a statement that turns its sentence round outside of its quote', () => {
  const source = new Source(
    documentOf(['The Consultant shall submit a correct and itemized invoice at least ten days before each payment falls due to the Company.']),
  );
  const grounded = (text: string): number =>
    ground({ ...emptyDraft, actions: [actionDraft({ text, quote: 'submit a correct and itemized invoice at least ten days', refs: [1] })] }, source).actions.length;

  it('is not verified', () => {
    expect(grounded('The Company shall submit a correct and itemized invoice at least ten days before each payment falls due to the Consultant.')).toBe(0);
    expect(grounded('The Consultant shall not submit a correct and itemized invoice at least ten days before each payment falls due to the Company.')).toBe(0);
    expect(grounded('The Consultant shall submit a correct and itemized invoice at least ten days before each payment falls due to the Company.')).toBe(1);
    expect(grounded('Submit an itemized invoice ten days before payment')).toBe(1);
  });
});

describe('summary and points', () => {
  const statement = (text: string, refs: readonly number[]): ReturnType<typeof ground> =>
    ground({ ...emptyDraft, summary: [{ text, refs }], points: [{ text, refs }] }, new Source(contract));

  it('keep what their sentences hold, cited by page', () => {
    const { summary, points, unverified } = statement('期限12个月，首付款1200元，违约金5%。', [2, 5, 6, 6, 77]);
    expect(unverified).toEqual([]);
    expect(summary[0]?.citations).toMatchObject([{ page: 1, sentences: [2] }, { page: 2, sentences: [5, 6] }]);
    expect(points).toHaveLength(1);
  });

  it.each([
    ['期限为24个月。', [5], 'not-supported'],
    ['首付款1200元。', [], 'no-passage'],
    ['首付款1200元。', [99], 'no-passage'],
    ['应于2026年5月15日付款。', [2], 'not-supported'],
  ] as const)('%s %j is not kept as checked', (text, refs, reason) => {
    const { summary, points, unverified } = statement(text, refs);
    expect([...summary, ...points]).toEqual([]);
    const told = unverified.map((each) => [each.section, each.doubt.kind]);
    expect(told).toEqual([['summary', reason], ['points', reason]]);
  });

  it('a statement without references that is the document’s own sentence is cited there', () => {
    expect(statement('本合同期限为12个月。', []).summary[0]?.citations).toMatchObject([{ page: 2, sentences: [5] }]);
  });
});

describe('a fact', () => {
  const fact = (name: string, value: string, quote: string, refs: readonly number[]): ReturnType<typeof ground> =>
    ground({ ...emptyDraft, facts: [factDraft({ name, value, quote, refs })] }, new Source(contract));

  it('stands when quote and value do', () => {
    expect(fact('期限', '12个月', '本合同期限为12个月', [1]).facts).toMatchObject([{ name: '期限', value: '12个月', citations: [{ page: 2, sentences: [5] }] }]);
  });

  it('does not when the value is another, or part of a figure', () => {
    expect(fact('期限', '24个月', '本合同期限为12个月', [5]).unverified).toMatchObject([{ reason: 'number-not-found' }]);
    expect(fact('首付款', '200元', '200元', [2]).unverified).toMatchObject([{ reason: 'quote-not-found' }]);
  });
});

describe('ground', () => {
  it('loses nothing: every statement of the draft stands once, checked or to be verified', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙方应于2026年3月15日前支付1,200元。abc %') }).filter((value) => value.trim() !== '');
    const refs = fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 4 });
    const statements = fc.array(fc.record({ text, refs }), { maxLength: 4 });
    const actions = fc.array(fc.record({ text, refs, quote: text }).map(actionDraft), { maxLength: 4 });
    fc.assert(
      fc.property(statements, actions, statements, (summary, acts, points) => {
        const digest = ground({ ...emptyDraft, summary, actions: acts, points }, new Source(contract));
        const out = [...digest.summary, ...digest.actions, ...digest.points, ...digest.unverified].map((each) => each.text).sort();
        expect(out).toEqual([...summary, ...acts, ...points].map((each) => each.text.trim()).sort());
        for (const each of [...digest.summary, ...digest.actions, ...digest.points]) expect(each.citations.length).toBeGreaterThan(0);
      }),
    );
  });
});
