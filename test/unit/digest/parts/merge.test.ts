import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniteDrafts } from '../../../../src/digest/parts/merge';
import { actionDraft, emptyDraft, factDraft } from '../document';

const pay = actionDraft({ text: '甲方付款', owner: '甲方', quote: '甲方应当付款', refs: [4] });

describe('uniteDrafts', () => {
  it('uniteDrafts keeps one copy of an item that is in two overlapping parts', () => {
    const first = {
      ...emptyDraft,
      actions: [actionDraft({ text: '乙方交货', quote: '乙方应当交货', refs: [9] }), pay],
    };
    const second = { ...emptyDraft, actions: [{ ...pay, text: '甲方要付款', quote: '甲方应当 付款。' }] };
    expect(uniteDrafts([first, second]).actions.map((action) => action.text)).toEqual([
      '甲方付款',
      '乙方交货',
    ]);
  });

  it('uniteDrafts finds duplicates even if one part quotes more words than the other', () => {
    const first = {
      ...emptyDraft,
      actions: [pay],
      facts: [factDraft({ name: '总价', value: '人民币12,000元', refs: [4] })],
    };
    const second = {
      ...emptyDraft,
      actions: [{ ...pay, quote: '甲方应当付款，逾期' }],
      facts: [factDraft({ name: '总价', value: '12,000元', refs: [4] })],
    };
    expect(uniteDrafts([first, second])).toMatchObject({
      actions: [pay],
      facts: [{ value: '人民币12,000元' }],
    });
  });

  it('uniteDrafts keeps facts that share a name but have different values', () => {
    const drafts = [4, 5].map((ref) => ({
      ...emptyDraft,
      facts: [factDraft({ name: 'Fee', value: ref === 4 ? '100 USD' : '1,100 USD', refs: [ref] })],
    }));
    expect(uniteDrafts(drafts).facts).toHaveLength(2);
  });

  it('uniteDrafts keeps actions that share a quote but have different deadlines or owners', () => {
    const due = { kind: 'relative' as const, text: '10日内', date: '' };
    const drafts = [{ ...emptyDraft, actions: [pay, { ...pay, due }, { ...pay, owner: '乙方' }] }];
    expect(uniteDrafts(drafts).actions).toHaveLength(3);
  });

  it('a tag that two parts have comes before a tag that one part repeats', () => {
    const drafts = [
      { ...emptyDraft, tags: ['pump', 'Pump', 'pump ', 'lease'] },
      { ...emptyDraft, tags: ['lease'] },
    ];
    expect(uniteDrafts(drafts).tags).toEqual(['lease', 'pump']);
  });

  it('uniteDrafts takes the title and the document type from a part that has them', () => {
    const drafts = [
      { ...emptyDraft, doc_type: 'other' as const },
      { ...emptyDraft, title: '合同', doc_type: 'contract' as const },
    ];
    expect(uniteDrafts(drafts)).toMatchObject({ title: '合同', doc_type: 'contract' });
  });

  it('a united draft stays the same if it is united with itself', () => {
    const text = fc.string({ minLength: 1 });
    const refs = fc.array(fc.nat(50), { minLength: 1, maxLength: 3 });
    const draft = fc.record({
      summary: fc.array(fc.record({ text, refs })),
      facts: fc.array(fc.record({ name: text, value: text, quote: text, refs }).map(factDraft)),
    });
    fc.assert(
      fc.property(draft, (given) => {
        const once = uniteDrafts([{ ...emptyDraft, ...given }]);
        expect(uniteDrafts([once, once])).toEqual(once);
      }),
    );
  });
});
