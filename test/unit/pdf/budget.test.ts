import { describe, expect, it } from 'vitest';
import { Budget, BudgetExceeded, DOCUMENT_LIMITS, PAGE_LIMITS } from '../../../src/pdf/read/budget';
import type { TextItemInput } from '../../../src/pdf/layout';
import { TextBudget } from '../../../src/pdf/read/read-page';

describe('Budget', () => {
  it.each(['bytes', 'objects', 'operators', 'text'] as const)(
    'a page may reach the limit of %s but not exceed it',
    (kind) => {
      const budget = new Budget();
      budget[kind](PAGE_LIMITS[kind]);
      expect(budget.isExceeded).toBe(false);
      expect(() => budget[kind](1)).toThrow(BudgetExceeded);
      expect(budget.isExceeded).toBe(true);
    },
  );

  it('after a limit is exceeded, the budget refuses everything until the next page begins', () => {
    const budget = new Budget();
    expect(() => budget.bytes(Infinity)).toThrow();
    for (const kind of ['bytes', 'objects', 'operators', 'text'] as const)
      expect(() => budget[kind](1)).toThrow();
    budget.begin();
    budget.objects(1);
    expect(budget.isExceeded).toBe(false);
  });

  it('the budget ignores the amounts NaN and -Infinity', () => {
    const budget = new Budget();
    budget.bytes(NaN);
    budget.bytes(-Infinity);
    budget.bytes(PAGE_LIMITS.bytes);
    expect(() => budget.bytes(1)).toThrow(BudgetExceeded);
  });

  it('the budget limits the total of the objects that pdf.js keeps for all pages', () => {
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

describe('TextBudget', () => {
  it('the text budget refuses the next page after the limit of characters is exceeded', () => {
    const text = new TextBudget();
    const item = { str: 'x'.repeat(DOCUMENT_LIMITS.characters) } as TextItemInput;
    text.begin();
    text.spend([item]);
    text.begin();
    expect(() => text.spend([{ ...item, str: 'x' }])).toThrow(BudgetExceeded);
    expect(() => text.begin()).toThrow(BudgetExceeded);
  });
});
