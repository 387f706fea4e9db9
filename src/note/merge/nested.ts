import { indentOf, isListItem, toBlocks, type Block } from './blocks';
import type { Cell } from './sheet';
import { joinWrapped } from './wrapped';

/**
 * The user may have nested a generated list item in another item. In this case, all sub-items of the outer
 * item become separate blocks, so that the plugin can update the generated item in its new place.
 */
export function liftNested(blocks: readonly Block[], isGenerated: (text: string) => boolean): Block[] {
  return blocks.flatMap((block) => {
    if (block.children.length === 0) return [block];
    const inner = liftNested(joinWrapped(toBlocks(block.children), isGenerated), isGenerated);
    if (!inner.some(({ text }) => isListItem(text) && isGenerated(text))) return [block];
    const first = inner.findIndex(({ text }) => isListItem(text));
    return [
      { text: block.text, children: inner.slice(0, first).flatMap(({ text }) => text.split('\n')) },
      ...inner.slice(first),
    ];
  });
}

/** Returns the index after an item and everything that is nested in it. */
export function endOfItem(cells: readonly Cell[], item: Cell): number {
  const start = cells.indexOf(item) + 1;
  let end = start;
  for (let at = start; at < cells.length; at += 1) {
    const { state, block } = cells[at] ?? item;
    if (state === 'removed' || block.text === '') continue;
    if (!isBelow(block, item.block)) break;
    end = at + 1;
  }
  return end;
}

/** Returns the outermost list item in which a cell is nested; the cell itself if it is not nested. */
export function outermost(cells: readonly Cell[], cell: Cell): Cell {
  let outer = cell;
  for (const above of cells.slice(0, cells.indexOf(cell)).reverse()) {
    if (above.state === 'removed' || above.block.text === '') continue;
    if (isBelow(outer.block, above.block)) outer = above;
    else if (!isListItem(above.block.text)) break;
  }
  return outer;
}

function isBelow(block: Block, item: Block): boolean {
  return isListItem(item.text) && indentOf(block.text) > indentOf(item.text);
}
