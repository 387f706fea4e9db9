import type { Base } from './base';
import { isRecorded, nameHash, overwritten, valueHash } from './property-hashes';
import { asList, itemsOf, partedAtComment, toProperties, valueLines, type Property } from './property-lines';

/**
 * Merges the lines of the frontmatter. The properties in `overwritten` always get their new values. Another
 * property of the digest, such as a key fact, is replaced or removed only if the user has not changed it, and
 * added only if the user has not deleted it. The base (the hashes in the property `pdf_digest`) shows what
 * the user has changed or deleted. The link to the PDF is updated when the PDF has moved. All other
 * properties are kept.
 */
export function mergeProperties(
  existing: readonly string[],
  regenerated: readonly string[],
  base: Base | null,
): string[] {
  const fresh = new Map(toProperties(regenerated).map((property) => [property.name, property]));
  const kept: Property[] = [];
  const written = new Set<string>();
  for (const property of toProperties(existing)) {
    const { name, lines } = property;
    const now = fresh.get(name)?.lines ?? [];
    if (name === 'source_file' && isElsewhere(lines, now)) kept.push({ name, lines: now });
    else if (isRecorded(name) && base?.has(valueHash(property)) === true) {
      if (valueHash(property) === valueHash({ name, lines: now })) kept.push(property);
      else if (now.length > 0) kept.push({ name, lines: withCommentOf(lines[0] ?? '', now) });
    } else if (name === null || !overwritten.includes(name)) kept.push(property);
    else if (!written.has(name)) {
      kept.push({
        name,
        lines: [
          ...withCommentOf(lines[0] ?? '', now),
          ...lines.slice(1).filter((line) => !/^\s+\S/.test(line)),
        ],
      });
      written.add(name);
    }
  }
  const there = new Set(toProperties(existing).map(({ name }) => name));
  const isWanted = (name: string | null): boolean =>
    name !== null && (overwritten.includes(name) || (isRecorded(name) && base?.has(nameHash(name)) !== true));
  const order = [...fresh.keys()];
  for (const { name, lines } of fresh.values()) {
    if (there.has(name) || !isWanted(name)) continue;
    const before = order.slice(0, order.indexOf(name));
    const at = kept.findLastIndex((property) => before.includes(property.name));
    kept.splice(at < 0 ? kept.length : at + 1, 0, { name, lines });
  }
  return kept.flatMap(({ lines }) => lines);
}

/**
 * Adds the user's changes in `others`, the frontmatter of another note of the same PDF. They are properties
 * and items of lists that `lines` lacks, and values that were changed only in the other note.
 */
export function addProperties(
  lines: readonly string[],
  others: readonly string[],
  base: Base | null,
  otherBase: Base | null,
): string[] {
  const properties = toProperties(lines);
  const added = toProperties(others).flatMap((other) => {
    const { name } = other;
    if (name === null || overwritten.includes(name) || otherBase?.has(valueHash(other)) === true) return [];
    const at = properties.findIndex((property) => property.name === name);
    const property = properties[at];
    if (property === undefined) return other.lines;
    properties[at] =
      isEmpty(property) || (isGenerated(property, base) && itemsOf(other) === null)
        ? other
        : withItems(property, other);
    return [];
  });
  return [...properties.flatMap((property) => property.lines), ...added];
}

function isEmpty(property: Property): boolean {
  return valueLines(property).every((line) => line.trim() === '');
}

function isGenerated(property: Property, base: Base | null): boolean {
  return property.name === 'status'
    ? /^\s*["']?inbox["']?\s*$/.test(valueLines(property).join(''))
    : base?.has(valueHash(property)) === true;
}

/** Adds to the list of `property` the items that only the list of `other` has. */
function withItems(property: Property, other: Property): Property {
  const items = itemsOf(property);
  const known = new Set(items?.map(unquoted));
  const missing = itemsOf(other)?.filter((item) => !known.has(unquoted(item))) ?? [];
  return items === null || missing.length === 0 ? property : asList(property, [...items, ...missing]);
}

function unquoted(item: string): string {
  return partedAtComment(item)[0]
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}

function isElsewhere(lines: readonly string[], now: readonly string[]): boolean {
  const [linked, there] = [lines, now].map((property) => /\[\[([^\]|#]+)/.exec(property.join(' '))?.[1]);
  return linked !== undefined && there !== undefined && linked !== there;
}

/** Keeps the YAML comment that the user wrote after a value. */
function withCommentOf(line: string, [first, ...rest]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first + partedAtComment(line)[1], ...rest];
}
