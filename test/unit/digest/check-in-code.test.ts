import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInCode } from '../../../src/digest/check-in-code';
import type { Digest } from '../../../src/digest/digest';
import type { DraftAction, DraftDue } from '../../../src/llm/draft';
import { actionDraft, documentOf, emptyDraft, factDraft } from './document';

const contract = documentOf(
  [
    '技术服务合同',
    '甲方应当于2026年3月15日前向乙方支付首付款人民币1,200元（大写：壹仟贰佰元整）。',
    '乙方应当自收到款项之日起10个工作日内向甲方开具发票。',
  ],
  [
    '乙方不得将本合同转让给第三方。',
    '本合同期限为12个月。',
    '双方应于每月5日前核对账目，违约金为合同金额的百分之五。',
  ],
);

function checkAction(given: Partial<DraftAction>): Digest {
  return checkInCode({ ...emptyDraft, actions: [actionDraft(given)] }, contract);
}

const pay = {
  text: '甲方应于2026年3月15日前支付首付款1200元',
  owner: '甲方',
  quote: '甲方应当于2026年3月15日前向乙方支付首付款人民币1,200元',
  refs: [2],
};

describe('an action', () => {
  it('an action cites the sentence that contains its quote', () => {
    const { actions, unverified } = checkAction(pay);
    expect(unverified).toEqual([]);
    expect(actions).toMatchObject([
      { text: pay.text, owner: '甲方', citations: [{ page: 1, sentences: [2] }] },
    ]);
  });

  it('an action that cites a sentence stays in its section even if its quote is wrong', () => {
    expect(checkAction({ ...pay, quote: '甲方支付首付款' }).actions).toHaveLength(1);
  });

  it('if the date of an action differs from the document, the doubt contains both dates', () => {
    const { actions, unverified } = checkAction({ ...pay, text: '应于2026年3月25日前支付1200元' });
    expect(actions).toEqual([]);
    expect(unverified).toMatchObject([
      {
        section: 'actions',
        owner: '甲方',
        doubt: { kind: 'differs', fact: 'date', stated: '2026年3月25日', found: '2026年3月15日' },
      },
    ]);
  });

  it('an action is confirmed if it has the amount of the document in another form', () => {
    for (const text of [
      '甲方应支付壹仟贰佰元',
      '甲方应支付一千二百元',
      '甲方应支付￥1,200.00',
      '甲方应支付0.12万元',
    ]) {
      expect(checkAction({ ...pay, text }).actions).toHaveLength(1);
    }
  });
});

describe('a deadline', () => {
  const due = (given: Partial<DraftDue>, action: Partial<DraftAction> = pay): unknown =>
    checkAction({ ...action, due: { kind: 'none', text: '', date: '', ...given } }).actions[0]?.due;
  const invoice = {
    text: '乙方应开具发票',
    owner: '乙方',
    quote: '乙方应当自收到款项之日起10个工作日内向甲方开具发票',
    refs: [3],
  };

  it('the date of a deadline is taken from the document and not from the model', () => {
    const expected = { kind: 'absolute', text: '于2026年3月15日前', date: '2026-03-15' };
    expect(due({ kind: 'absolute', text: '2026年3月15日前', date: '2026-03-15' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '2026年3月15日前', date: '2027-01-01' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '', date: '2026-03-15' })).toEqual(expected);
    expect(due({ kind: 'absolute', text: '3月15日前', date: '2026-03-15' })).toEqual(expected);
  });

  it('an action is doubtful if the document does not contain its deadline', () => {
    for (const given of [
      { text: '2026年4月1日', date: '2026-04-01' },
      { text: '', date: '2026-04-01' },
    ]) {
      const { actions, unverified } = checkAction({ ...pay, due: { kind: 'absolute', ...given } });
      expect(actions).toEqual([]);
      expect(unverified[0]?.doubt).toMatchObject({ kind: 'differs', fact: 'date', found: '2026年3月15日' });
    }
  });

  it('a relative deadline gets no date, even if the model has computed one', () => {
    const relative = { kind: 'relative', text: '自收到款项之日起10个工作日内' };
    expect(
      due({ kind: 'absolute', text: '收到款项之日起10个工作日内', date: '2026-03-25' }, invoice),
    ).toEqual(relative);
    expect(due({ kind: 'relative', text: '收到款项之日起10个工作日内' }, invoice)).toEqual(relative);
  });

  it('a relative deadline keeps the words of the model if the document has other words', () => {
    expect(due({ kind: 'relative', text: '收款后10个工作日内' }, invoice)).toEqual({
      kind: 'relative',
      text: '收款后10个工作日内',
    });
  });

  it('a recurring deadline gets no date', () => {
    const check = { text: '双方应核对账目', owner: '双方', quote: '双方应于每月5日前核对账目', refs: [6] };
    const recurring = { kind: 'recurring', text: '于每月5日前' };
    expect(due({ kind: 'absolute', text: '每月5日前', date: '2026-04-05' }, check)).toEqual(recurring);
  });

  it('an action has no deadline if the text of the deadline is a word such as "none"', () => {
    for (const text of ['none', '无', 'N/A'])
      expect(due({ kind: 'relative', text })).toEqual({ kind: 'none' });
  });
});

describe('a digest', () => {
  it('a sentence of the summary gets one citation for each page to which it refers', () => {
    const statement = { text: '期限12个月，首付款1200元，违约金5%。', refs: [2, 5, 6, 6, 77] };
    const { summary, points, unverified } = checkInCode(
      { ...emptyDraft, summary: [statement], points: [statement] },
      contract,
    );
    expect(unverified).toEqual([]);
    expect(summary[0]?.citations).toMatchObject([
      { page: 1, sentences: [2] },
      { page: 2, sentences: [5, 6] },
    ]);
    expect(points).toHaveLength(1);
  });

  it('a fact is kept if its quote contains its value, and cites the sentence of the quote', () => {
    const fact = factDraft({ name: '期限', value: '12个月', quote: '本合同期限为12个月', refs: [1] });
    const { facts } = checkInCode({ ...emptyDraft, facts: [fact] }, contract);
    expect(facts).toMatchObject([{ name: '期限', value: '12个月' }]);
    expect(facts[0]?.citations).toMatchObject([{ page: 2, sentences: [5] }]);
  });

  it('each statement occurs once in the digest, in its section or under "To be verified"', () => {
    const letters = '甲乙方应于2026年3月15日前支付1,200元。abc %|…';
    const text = fc.string({ unit: fc.constantFrom(...letters) }).filter((value) => value.trim() !== '');
    const refs = fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 4 });
    const statements = fc.array(fc.record({ text, refs }), { maxLength: 4 });
    const actions = fc.array(fc.record({ text, refs, quote: text, owner: text }).map(actionDraft), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(statements, actions, statements, (summary, acts, points) => {
        const digest = checkInCode({ ...emptyDraft, summary, actions: acts, points }, contract);
        const confirmed = [...digest.summary, ...digest.actions, ...digest.points];
        const out = [...confirmed, ...digest.unverified].map((each) => each.text).sort();
        expect(out).toEqual([...summary, ...acts, ...points].map((each) => each.text.trim()).sort());
        for (const each of confirmed) expect(each.citations.length).toBeGreaterThan(0);
      }),
    );
  });
});
