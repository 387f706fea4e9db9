import { describe, expect, it } from 'vitest';
import { bombs } from '../../fixtures/bombs/bombs';

describe('the budget for JPEG 2000 images', () => {
  it('without a canvas, the budget uses the size in the header of a JPEG 2000 image', async () => {
    const counts: number[] = [];
    const nothing = (): void => undefined;
    const counting = { bytes: (count: number) => counts.push(count), objects: nothing, operators: nothing };
    Object.assign(globalThis, { pdfBudget: { ...counting, text: nothing, keep: nothing, weight: 0 } });
    const bomb = bombs.find(({ name }) => name.includes('JPEG 2000'));
    // pdf.js reads the budget when it is loaded, so pdf.js is imported only now. In Node, pdf.js cannot make
    // a canvas.
    const { openPatched } = await import('../../patched-pdfjs');
    const document = await openPatched(new Uint8Array(bomb?.make() ?? []));
    const page = await document.getPage(2);
    await page.getOperatorList();
    expect(Math.max(...counts)).toBe((2 * 60_000 * 60_000 * 3) / 4 ** 3);
    await document.destroy();
  });
});
