import { isListItem, type Block } from './blocks';
import { isRule, readLine } from './line';

/** Maximum number of lines of a statement that a formatter has wrapped. */
const mostLines = 250;

/**
 * Joins the lines of a statement that a formatter has wrapped. A formatter leaves no sign of this, so lines
 * are joined only if they are a generated line together, and the first of them alone is not.
 */
export function joinWrapped(blocks: readonly Block[], isGenerated: (text: string) => boolean): Block[] {
  const joined: Block[] = [];
  let isStart = true;
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at] ?? { text: '', children: [] };
    const length: number = isStart || isListItem(block.text) ? wrappedLength(blocks, at, isGenerated) : 0;
    const lines = following(blocks, at, length);
    const ownLines = Math.min(length, block.children.length);
    joined.push(
      length === 0
        ? block
        : { text: [block.text, ...lines].join('\n'), children: block.children.slice(ownLines) },
    );
    at += 1 + length - ownLines;
    isStart = block.text === '' || length > 0 || isGenerated(block.text);
  }
  return joined;
}

/** Returns how many of the following lines belong to the line; 0 when it is not wrapped. */
function wrappedLength(blocks: readonly Block[], at: number, isGenerated: (text: string) => boolean): number {
  const first = blocks[at]?.text ?? '';
  const lines = following(blocks, at, mostLines);
  if (first === '' || lines.length === 0 || !isOneLine(first) || isGenerated(first)) return 0;
  return lines.findIndex((_, last) => isGenerated([first, ...lines.slice(0, last + 1)].join('\n'))) + 1;
}

/** Returns the lines that may continue a line: its indented lines, then lines of text below it. */
function following(blocks: readonly Block[], at: number, most: number): readonly string[] {
  const children = blocks[at]?.children ?? [];
  const own = children.slice(
    0,
    firstOr(children, (line) => readLine(line).form !== 'text'),
  );
  if (own.length < children.length) return own.slice(0, most);
  const below = blocks.slice(at + 1, at + 1 + most);
  const texts = below.slice(
    0,
    firstOr(below, ({ text }) => text === '' || readLine(text).form !== 'text' || isRule(text)),
  );
  return [...own, ...texts.map(({ text }) => text)].slice(0, most);
}

function firstOr<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  const found = items.findIndex(fits);
  return found < 0 ? items.length : found;
}

function isOneLine(text: string): boolean {
  const { form } = readLine(text);
  return form !== 'row' && form !== 'block' && !isRule(text);
}
