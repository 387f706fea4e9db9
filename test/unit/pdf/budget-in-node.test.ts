import { beforeAll, describe, expect, it } from 'vitest';
import { Budget } from '../../../src/pdf/read/budget';
import { bombs } from '../../fixtures/bombs/bombs';
import { pagesWithOneThatNeverEnds } from './awkward';

describe('the budget in Node', () => {
  const budget = new Budget();
  const counts: number[] = [];
  let openPatched: (typeof import('../../patched-pdfjs'))['openPatched'];

  beforeAll(async () => {
    budget.bytes = (count) => counts.push(count);
    // pdf.js reads the budget when it is loaded, so pdf.js is imported only now.
    Object.assign(globalThis, { pdfBudget: budget });
    ({ openPatched } = await import('../../patched-pdfjs'));
  });

  it('without a canvas, the budget uses the size in the header of a JPEG 2000 image', async () => {
    const bomb = bombs.find(({ name }) => name.includes('JPEG 2000'));
    // In Node, pdf.js cannot make a canvas.
    const document = await openPatched(new Uint8Array(bomb?.make() ?? []));
    const page = await document.getPage(2);
    await page.getOperatorList();
    expect(Math.max(...counts)).toBe((2 * 60_000 * 60_000 * 3) / 4 ** 3);
    await document.destroy();
  });

  it('other tasks can run while pdf.js reads a page of many nested forms', async () => {
    const document = await openPatched(pagesWithOneThatNeverEnds(5));
    const page = await document.getPage(2);
    budget.begin();
    let isOver = false;
    let tasks = 0;
    const count = (): void => {
      tasks += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await page.getTextContent();
    isOver = true;
    expect(tasks).toBeGreaterThan(1);
    await document.destroy();
  });
});
