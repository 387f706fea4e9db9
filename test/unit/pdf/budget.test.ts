import { describe, expect, it } from 'vitest';
import { Budget, BudgetExceeded, DOCUMENT_LIMITS, PAGE_LIMITS } from '../../../src/pdf/read/budget';
import type { TextItemInput } from '../../../src/pdf/layout';
import { TextBudget } from '../../../src/pdf/read/read-page';

describe('the budget of reading', () => {
  it.each(['bytes', 'objects', 'operators', 'text'] as const)(
    'allows a page to reach the limit of %s, but not to exceed it',
    (kind) => {
      const budget = new Budget();
      budget[kind](PAGE_LIMITS[kind]);
      expect(budget.isExceeded).toBe(false);
      expect(() => budget[kind](1)).toThrow(BudgetExceeded);
      expect(budget.isExceeded).toBe(true);
    },
  );

  it('throws for every count after a limit was exceeded, until the next page begins', () => {
    const budget = new Budget();
    expect(() => budget.bytes(Infinity)).toThrow();
    for (const kind of ['bytes', 'objects', 'operators', 'text'] as const)
      expect(() => budget[kind](1)).toThrow();
    budget.begin();
    budget.objects(1);
    expect(budget.isExceeded).toBe(false);
  });

  it('ignores a count that is not a number', () => {
    const budget = new Budget();
    budget.bytes(NaN);
    budget.bytes(-Infinity);
    budget.bytes(PAGE_LIMITS.bytes);
    expect(() => budget.bytes(1)).toThrow(BudgetExceeded);
  });

  it('adds up the objects that pdf.js keeps from each page of a document', () => {
    const budget = new Budget();
    const keep = (weight: number): void => {
      budget.begin();
      const before = budget.weight;
      budget.objects(weight);
      budget.keep(before);
    };
    keep(PAGE_LIMITS.objects);
    expect(() => keep(DOCUMENT_LIMITS.kept - PAGE_LIMITS.objects + 1)).toThrow('kept');
    budget.beginDocument();
    keep(PAGE_LIMITS.objects);
    expect(budget.isExceeded).toBe(false);
  });
});

describe('the text of a document', () => {
  it('is not read any further after a page that exceeds the limit', () => {
    const text = new TextBudget();
    const item = { str: 'x'.repeat(DOCUMENT_LIMITS.characters) } as TextItemInput;
    text.begin();
    text.spend([item]);
    text.begin();
    expect(() => text.spend([{ ...item, str: 'x' }])).toThrow(BudgetExceeded);
    expect(() => text.begin()).toThrow(BudgetExceeded);
  });
});
