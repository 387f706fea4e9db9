import type { TextBox } from './text-box';

/** Maximum distance between the baselines of two boxes of the same line, as a share of the font size. */
export const LEVEL = 0.5;

/** Orders boxes by lines from top to bottom, and from left to right within a line. */
export function inRows(boxes: readonly TextBox[]): TextBox[] {
  const rows: TextBox[][] = [];
  let main: TextBox | undefined;
  for (const box of [...boxes].sort((a, b) => b.y - a.y || a.x - b.x)) {
    if (main && main.y - box.y < LEVEL * Math.min(main.size, box.size)) rows[rows.length - 1]?.push(box);
    else {
      rows.push([box]);
      main = box;
    }
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x));
}
