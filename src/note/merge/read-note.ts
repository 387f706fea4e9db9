import { hasLine, readBase, type Base } from './base';
import type { Block } from './blocks';
import { readLine } from './line';
import { plainText } from './line-ends';
import { liftNested } from './nested';
import { baseProperty } from './property-hashes';
import { propertyLines } from './property-lines';
import { parseNote, type ParsedNote, type Region } from './regions';
import { partKeys } from '../parts';
import { joinWrapped } from './wrapped';

/**
 * Reads a note and its base, which is a set of hashes of the lines that the plugin wrote (generated lines).
 * Generated lines that a formatter has wrapped are joined again. If the user has indented a generated item
 * below another item, the generated item becomes a separate block, so that an update can change it. If the
 * note has no base, a line is taken as generated when the new digest (`fresh`) contains it too.
 */
export function readNote(
  file: string,
  fresh: readonly Region[] = [],
): { readonly note: ParsedNote; readonly base: Base | null } {
  const { properties, regions } = parseNote(plainText(file));
  const base = readBase(propertyLines(properties ?? [], baseProperty));
  const cores = new Set(fresh.flatMap(({ blocks }) => blocks.map(({ text }) => readLine(text).core)));
  const isFresh = (text: string): boolean => cores.has(readLine(text).core);
  const isGenerated = (text: string): boolean =>
    base === null ? isFresh(text) : partKeys.some((key) => hasLine(base, key, text));
  const blocksOf = ({ blocks }: Region): Block[] =>
    liftNested(joinWrapped(blocks, isGenerated), (text) => isGenerated(text) || isFresh(text));
  return {
    note: { properties, regions: regions.map((region) => ({ ...region, blocks: blocksOf(region) })) },
    base,
  };
}
