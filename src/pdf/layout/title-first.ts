/** A block of a page; see `LaidBlock`. */
interface Placed {
  readonly top: number;
  readonly bottom: number;
  readonly angle: number;
  readonly isRow: boolean;
}

/** Maximum number of blocks of a title. */
const MOST_BLOCKS = 4;

/**
 * Puts the title before all other blocks, if it is the highest text of the page and is drawn after the ruled
 * table below it. This order occurs when the title is a merged cell: spreadsheet programs draw merged cells
 * after all other cells.
 */
export function withTitleFirst<B extends Placed>(blocks: readonly B[]): readonly B[] {
  const highest = blocks.reduce((top, block) => Math.max(top, block.top), 0);
  const start = blocks.findIndex(({ top }) => top === highest);
  if (start < 1) return blocks;
  for (let end = start + 1; end <= start + MOST_BLOCKS && end <= blocks.length; end += 1) {
    const title = blocks.slice(start, end);
    const rest = [...blocks.slice(0, start), ...blocks.slice(end)];
    const [first, ...others] = [...rest].sort((a, b) => b.top - a.top);
    const isTitle = title.every(
      ({ bottom, angle, isRow }) => !isRow && angle === first?.angle && bottom > first.top,
    );
    if (!isTitle) return blocks;
    if (first?.isRow && others[0]?.isRow && rest.indexOf(first) < start) return [...title, ...rest];
  }
  return blocks;
}
