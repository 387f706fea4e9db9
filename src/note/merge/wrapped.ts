import { isListItem, type Block } from './blocks';
import { citationsIn } from './likeness';
import { isRule, readLine } from './line';

/** Maximum number of lines of a statement that a formatter has wrapped. */
const mostLines = 250;

/**
 * Joins the lines of a statement that a formatter has wrapped. A formatter leaves no sign of this, so lines
 * are joined if they are a generated line together. The user may have edited the statement, too. Then its
 * lines are joined if none of them is generated and a citation, with which statements end, is behind the
 * first line.
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
  if (first === '' || lines.length === 0 || !isOneLine(first)) return 0;
  const whole = (count: number): string => [first, ...lines.slice(0, count)].join('\n');
  // The longest counts, because the last lines may consist of additions such as a due date.
  for (let count = lines.length; count > 0; count -= 1) if (isGenerated(whole(count))) return count;
  if (isGenerated(first)) return 0;
  const isEdited = citationsIn(whole(lines.length)) > citationsIn(first) && !lines.some(isGenerated);
  return isEdited ? lines.length : 0;
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
