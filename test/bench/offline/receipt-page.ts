import type { Page, Paragraph } from '../../../src/pdf/document';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/**
 * Makes a page from the text boxes of a receipt. Boxes at the same height form a paragraph.
 * @param csv one box per line: the x and y of its four corners (the first is top left, the third is bottom
 * right), and the text
 */
export function receiptPage(csv: string): Page {
  const boxes = csv
    .split(/\r?\n/u)
    .flatMap(boxOf)
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const lines: Box[][] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    const middle = (box.top + box.bottom) / 2;
    if (last?.some(({ top, bottom }) => top < middle && middle < bottom) === true) last.push(box);
    else lines.push([box]);
  }
  const paragraphs = lines.map(paragraphOf);
  return { number: 1, kind: 'text', width: 595, height: 842, paragraphs };
}

function boxOf(line: string): Box[] {
  const [, numbers = '', text = ''] = /^((?:\d+,){8})(.*)$/u.exec(line) ?? [];
  const [left = 0, top = 0, , , right = 0, bottom = 0] = numbers.split(',').map(Number);
  return text.trim() === '' ? [] : [{ left, right, top, bottom, text: text.trim() }];
}

function paragraphOf(boxes: readonly Box[]): Paragraph {
  const text = [...boxes]
    .sort((a, b) => a.left - b.left)
    .map((box) => box.text)
    .join('\t');
  return { kind: boxes.length > 1 ? 'row' : 'text', page: 1, text, source: [] };
}
