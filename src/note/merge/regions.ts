import { blockLength, toBlocks, type Block } from './blocks';
import { type PartKey } from '../parts';
import { isFooter, sectionNamed } from './section-names';

/** A heading and the blocks below it, up to the next heading of any level. */
export interface Region {
  /** The key of the generated section; null for a section of the user. */
  key: PartKey | null;
  /** The heading's line; null for lines before the first heading, and for the footer. */
  readonly heading: string | null;
  blocks: readonly Block[];
}

export interface ParsedNote {
  /** The lines between the frontmatter's rules; null when there is no frontmatter. */
  readonly properties: readonly string[] | null;
  readonly regions: Region[];
}

/**
 * Parses a note with `\n` line ends; `writeNote` restores the same text. Each section key is used at most
 * once.
 */
export function parseNote(note: string): ParsedNote {
  const lines = note.split('\n');
  const end = isRule(lines[0]) ? lines.findIndex((line, at) => at > 0 && isRule(line)) : -1;
  return end < 0
    ? { properties: null, regions: parseBody(lines) }
    : { properties: lines.slice(1, end), regions: parseBody(lines.slice(end + 1)) };
}

export function writeNote({ properties, regions }: ParsedNote): string {
  const frontmatter = properties === null ? [] : ['---', ...properties, '---'];
  return [...frontmatter, ...regions.flatMap(regionLines)].join('\n');
}

function regionLines({ heading, blocks }: Region): string[] {
  const lines = blocks.flatMap(({ text, children }) => [text, ...children]);
  return heading === null ? lines : [heading, ...lines];
}

function parseBody(lines: readonly string[]): Region[] {
  const regions: Region[] = [];
  const named = new Set<PartKey>();
  let start = 0;
  let key: PartKey | null = null;
  const close = (end: number): void => {
    if (end <= start) return;
    const heading = key !== 'footer' && isHeading(lines[start]) ? (lines[start] ?? null) : null;
    const own = lines.slice(heading === null ? start : start + 1, end);
    regions.push({ key, heading, blocks: toBlocks(own) });
    start = end;
  };
  for (let at = 0; at < lines.length; at += blockLength(lines, at)) {
    const line = lines[at] ?? '';
    if (isHeading(line)) {
      close(at);
      key = nameOf(line, named);
    } else if (isRule(line) && isFooter(lines[at + 1] ?? '') && !named.has('footer')) {
      close(at);
      key = 'footer';
      named.add(key);
      close(at + 2);
      key = null;
    }
  }
  close(lines.length);
  return regions;
}

function isRule(line = ''): boolean {
  return line.trimEnd() === '---';
}

function isHeading(line: string | undefined): boolean {
  return line !== undefined && /^#{1,6}\s+\S/.test(line);
}

export function headingLevel(heading: string | null): number {
  return /^#*/.exec(heading ?? '')?.[0].length ?? 0;
}

/** Returns the words of a heading's line, without block id and closing `#` marks. */
export function headingWords(heading: string): string {
  const parts = [/^#+\s/, /\s\^[A-Za-z0-9-]+$/, /\s#+$/];
  return parts.reduce((words, part) => words.replace(part, '').trim(), heading.trimEnd());
}

function nameOf(heading: string, named: Set<PartKey>): PartKey | null {
  const key = sectionNamed(headingLevel(heading), headingWords(heading));
  if (key === null || named.has(key)) return null;
  named.add(key);
  return key;
}
