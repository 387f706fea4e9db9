import { baseProperty, hasLine, readBase, type Base } from './base';
import { readLine } from './line';
import { plainText } from './line-ends';
import { propertyLines } from './property-lines';
import { parseNote, type ParsedNote, type Region } from './regions';
import { partKeys } from '../parts';
import { joinWrapped } from './wrapped';

/**
 * Reads a note of the vault and the base that it stores. Generated lines that a formatter has wrapped are
 * joined: those of the base, or without a base, those of the new digest.
 */
export function readNote(
  file: string,
  fresh: readonly Region[] = [],
): { readonly note: ParsedNote; readonly base: Base | null } {
  const { properties, regions } = parseNote(plainText(file));
  const base = readBase(propertyLines(properties ?? [], baseProperty));
  const cores = new Set(fresh.flatMap(({ blocks }) => blocks.map(({ text }) => readLine(text).core)));
  const isGenerated = (text: string): boolean =>
    base === null ? cores.has(readLine(text).core) : partKeys.some((key) => hasLine(base, key, text));
  const joined = regions.map((region) => ({ ...region, blocks: joinWrapped(region.blocks, isGenerated) }));
  return { note: { properties, regions: joined }, base };
}
