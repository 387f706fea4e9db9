import { readLine } from './line';

/**
 * The unit of a merge: a line, a list item with the indented lines below it, or lines that belong together,
 * such as a code fence or a sentence that a formatter has broken into several lines. A blank line is a block
 * with an empty text.
 */
export interface Block {
  readonly text: string;
  /**
   * Lines that the user has indented below a list item. If a generated item is among them, `nested.ts` later
   * makes it a separate block.
   */
  readonly children: readonly string[];
}

export const blank: Block = { text: '', children: [] };

/**
 * Returns the number of lines in the block that begins at `start`. It is 1, except for a code fence, a
 * `<details>` element, a comment and a quotation.
 */
export function blockLength(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  const fence = /^\s*(`{3,}|~{3,})/.exec(first)?.[1];
  if (fence !== undefined) return lengthUntil(lines, start, (line) => closes(line, fence));
  if (/^<details\b/i.test(first)) return lengthUntil(lines, start, (line) => /^<\/details>/i.test(line));
  if (first.trimEnd() === '%%') return lengthUntil(lines, start, (line) => line.trimEnd().endsWith('%%'));
  let length = 1;
  while (first.startsWith('>') && lines[start + length]?.startsWith('>') === true) length += 1;
  return length;
}

/** Splits the lines of a section into blocks. */
export function toBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const length = blockLength(lines, at);
    const text = lines.slice(at, at + length).join('\n');
    at += length;
    const children: string[] = [];
    if (length === 1 && isListItem(text)) {
      const indent = indentOf(text);
      for (let child = lines[at]; child?.trim() && indentOf(child) > indent; child = lines[at]) {
        children.push(child);
        at += 1;
      }
    }
    blocks.push({ text: text.trim() === '' ? '' : text, children });
  }
  return blocks;
}

export function isListItem(text: string): boolean {
  return readLine(text).sign !== '';
}

/** Returns the width of a line's indent. A tab ends at the next multiple of four, as in Markdown. */
export function indentOf(line: string): number {
  const spaces = /^[ \t]*/.exec(line)?.[0] ?? '';
  return [...spaces].reduce((column, sign) => (sign === '\t' ? column + 4 - (column % 4) : column + 1), 0);
}

function lengthUntil(lines: readonly string[], start: number, isLast: (line: string) => boolean): number {
  for (let at = start + 1; at < lines.length; at += 1) if (isLast(lines[at] ?? '')) return at - start + 1;
  return lines.length - start;
}

function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
