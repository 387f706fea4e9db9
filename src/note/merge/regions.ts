import { blockLength, toBlocks, type Block } from './blocks';
import { isRule } from './line';
import { PARTS, type PartKey } from '../parts';
import { isFooter, sectionNamed } from './section-names';

/** A heading and the blocks below it, up to the next heading of any level. */
export interface Region {
  /** The key of the generated section; null for a section of the user. */
  key: PartKey | null;
  /**
   * One line, or two lines if the heading is underlined. Null for the footer, and for the lines before the
   * first heading.
   */
  readonly heading: string | null;
  blocks: readonly Block[];
}

export interface ParsedNote {
  /** The lines between the two `---` lines of the frontmatter; null when there is no frontmatter. */
  readonly properties: readonly string[] | null;
  readonly regions: Region[];
}

/**
 * Parses a note with `\n` line ends; `writeNote` restores the same text. If a generated heading occurs twice,
 * the second region gets no key. A heading of level 1 at the top is the title.
 */
export function parseNote(note: string): ParsedNote {
  const lines = note.split('\n');
  const end = isFrontmatterRule(lines[0])
    ? lines.findIndex((line, at) => at > 0 && isFrontmatterRule(line))
    : -1;
  return end < 0
    ? { properties: null, regions: parseBody(lines) }
    : { properties: lines.slice(1, end), regions: parseBody(lines.slice(end + 1)) };
}

export function writeNote({ properties, regions }: ParsedNote): string {
  const frontmatter = properties === null ? [] : ['---', ...properties, '---'];
  return [...frontmatter, ...regions.flatMap(regionLines)].join('\n');
}

function regionLines({ heading, blocks }: Region): string[] {
  const lines = blocks.flatMap(({ text, children }) => [...text.split('\n'), ...children]);
  const quoted = isCallout(heading) ? lines.map((line) => (line === '' ? '>' : `> ${line}`)) : lines;
  return heading === null ? quoted : [heading, ...quoted];
}

function parseBody(lines: readonly string[]): Region[] {
  const regions: Region[] = [];
  const named = new Set<PartKey>();
  let start = 0;
  let heading: string | null = null;
  let key: PartKey | null = null;
  const close = (end: number): void => {
    const own = lines.slice(heading === null ? start : start + heading.split('\n').length, end);
    const plain = isCallout(heading) ? own.map((line) => line.replace(/^> ?/, '')) : own;
    if (end > start) regions.push({ key, heading, blocks: toBlocks(plain) });
    start = end;
    heading = null;
    key = null;
  };
  for (let at = 0; at < lines.length;) {
    const found = headingAt(lines, at);
    const footerEnd = found === null && !named.has('footer') ? endOfFooter(lines, at) : at;
    if (found !== null || footerEnd > at) close(at);
    if (found !== null) {
      heading = found;
      key = nameOf(found, named);
      at += found.split('\n').length;
      if (!isCallout(found)) continue;
      while (lines[at]?.startsWith('>') === true) at += 1;
      close(at);
    } else if (footerEnd > at) {
      key = 'footer';
      named.add(key);
      close(footerEnd);
      at = footerEnd;
    } else at += blockLength(lines, at);
  }
  close(lines.length);
  const top = regions.find(
    ({ heading: line, blocks }) => line !== null || blocks.some(({ text }) => text !== ''),
  );
  if (top?.key === null && headingLevel(top.heading) === 1 && !named.has('title')) top.key = 'title';
  return regions;
}

function isFrontmatterRule(line = ''): boolean {
  return line.trimEnd() === '---';
}

/** A line underlined with `-` is a heading only if it has the words of a generated heading. */
function headingAt(lines: readonly string[], at: number): string | null {
  const line = lines[at] ?? '';
  if (/^ {0,3}#{1,6}\s+\S/.test(line)) return line;
  if (isCallout(line) && sectionNamed(PARTS.others.level, headingWords(line)) !== null) return line;
  const below = lines[at + 1] ?? '';
  const isParagraph = /^ {0,3}[^\s>|#-]/.test(line) && (lines[at - 1] ?? '').trim() === '';
  if (!isParagraph || !/^ {0,3}(?:=+|-+)\s*$/.test(below)) return null;
  const underlined = `${line}\n${below}`;
  const level = headingLevel(underlined);
  return level === 1 || sectionNamed(level, headingWords(underlined)) !== null ? underlined : null;
}

/**
 * Returns the index after the last line of the footer, if a footer begins at the line `at`; otherwise returns
 * `at`.
 */
function endOfFooter(lines: readonly string[], at: number): number {
  if (!isRule(lines[at] ?? '')) return at;
  let first = at + 1;
  while (first < lines.length && lines[first]?.trim() === '') first += 1;
  let end = first;
  while (end < first + mostFooterLines && (lines[end] ?? '').trim() !== '') end += 1;
  return isFooter(lines.slice(first, end).join(' ')) ? end : at;
}

/** Maximum number of lines of a footer. A formatter may have wrapped its only line. */
const mostFooterLines = 4;

/** Some sections are callouts; their heading is the callout's first line. */
function isCallout(heading: string | null): boolean {
  return heading !== null && /^> ?\[!\w+\]/.test(heading);
}

export function headingLevel(heading: string | null): number {
  if (heading === null) return 0;
  const underline = /\n *([=-])/.exec(heading)?.[1];
  return underline === undefined ? (/^ *(#*)/.exec(heading)?.[1]?.length ?? 0) : underline === '=' ? 1 : 2;
}

/** Returns the words of a heading, without block id, closing `#` marks and underline. */
export function headingWords(heading: string): string {
  const parts = [/\n.*$/, /^> ?\[!\w+\][+-]?\s/, /^ *#+\s/, /\s\^[A-Za-z0-9-]+$/, /\s#+$/];
  return parts.reduce((words, part) => words.replace(part, '').trim(), heading.trimEnd());
}

function nameOf(heading: string, named: Set<PartKey>): PartKey | null {
  const level = isCallout(heading) ? PARTS.others.level : headingLevel(heading);
  const key = sectionNamed(level, headingWords(heading));
  if (key === null || named.has(key)) return null;
  named.add(key);
  return key;
}
