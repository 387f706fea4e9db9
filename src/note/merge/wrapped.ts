import { blank, isListItem, type Block } from './blocks';
import { citationsIn } from './likeness';
import { isRule, readLine } from './line';

/** Limits of one wrapped statement. */
const mostLines = 250;
const mostCharacters = 30_000;

/**
 * Joins the lines of each statement that a formatter has wrapped. Lines are joined if the result is a
 * generated line, which is a line that the plugin wrote. If the user has also edited the statement, the
 * result is never a generated line. Such lines are joined if none of them is a generated line and one after
 * the first has a citation, because each statement ends with its citations.
 */
export function joinWrapped(blocks: readonly Block[], isGenerated: (text: string) => boolean): Block[] {
  const joined: Block[] = [];
  let isStart = true;
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at] ?? blank;
    const length: number = isStart || isListItem(block.text) ? wrappedLength(blocks, at, isGenerated) : 0;
    const lines = following(blocks, at).slice(0, length);
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

/** Returns how many of the next lines belong to the line at `at`. */
function wrappedLength(blocks: readonly Block[], at: number, isGenerated: (text: string) => boolean): number {
  const first = blocks[at]?.text ?? '';
  const lines = following(blocks, at);
  if (first === '' || lines.length === 0 || !isOneLine(first)) return 0;
  const whole = (count: number): string => [first, ...lines.slice(0, count)].join('\n');
  // If the last lines contain only an addition, such as a due date, the text without them is a generated line
  // too. So the longest text is tried first.
  for (let count = lines.length; count > 0; count -= 1) if (isGenerated(whole(count))) return count;
  if (isGenerated(first)) return 0;
  const isEdited = citationsIn(whole(lines.length)) > citationsIn(first) && !lines.some(isGenerated);
  return isEdited ? lines.length : 0;
}

/** Returns the lines that may continue the line at `at`: its indented lines and the lines of text below. */
function following(blocks: readonly Block[], at: number): readonly string[] {
  const children = blocks[at]?.children ?? [];
  const own = children.slice(
    0,
    firstOr(children, (line) => readLine(line).form !== 'text'),
  );
  if (own.length < children.length) return withinLimits(own);
  const below = blocks.slice(at + 1, at + 1 + mostLines).map(({ text }) => text);
  const end = firstOr(below, (text) => text === '' || isRule(text) || readLine(text).form !== 'text');
  return withinLimits([...own, ...below.slice(0, end)]);
}

function withinLimits(lines: readonly string[]): readonly string[] {
  let characters = 0;
  return lines.slice(
    0,
    firstOr(lines, (line) => (characters += line.length) > mostCharacters),
  );
}

/**
 * Returns the index of the first item that fits. Only the first `mostLines` items are tried. If none of them
 * fits, returns the number of items that were tried.
 */
function firstOr<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  const found = items.slice(0, mostLines).findIndex(fits);
  return found < 0 ? Math.min(items.length, mostLines) : found;
}

function isOneLine(text: string): boolean {
  const { form } = readLine(text);
  return form !== 'row' && form !== 'block' && !isRule(text);
}
