import { baseProperty, type Base } from './base';
import { isRecorded, nameHash, valueHash } from './property-hashes';
import { toProperties, type Property } from './property-lines';

/** The properties that an update overwrites. */
const ours: readonly string[] = [
  'pdf_state',
  'pdf_pages',
  'pdf_sha256',
  'pdf_model',
  'pdf_tokens',
  'pdf_checked',
  baseProperty,
];

/**
 * Merges the lines of the frontmatter. The plugin's properties come from `regenerated`. The properties of the
 * digest are replaced, added or removed in the same way as its lines: only if the base shows that the user
 * has neither changed nor deleted them. All others are kept, and the link to the PDF is updated when its path
 * has changed. The user's lines are copied unchanged, so that their YAML style is preserved.
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
    } else if (name === null || !ours.includes(name)) kept.push(property);
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
    name !== null && (ours.includes(name) || (isRecorded(name) && base?.has(nameHash(name)) !== true));
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
 * Adds to the lines of a frontmatter the changes that the user made in the frontmatter of another note of the
 * same PDF: missing properties, missing items of lists, and values that were changed only in the other note.
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
    if (name === null || ours.includes(name) || otherBase?.has(valueHash(other)) === true) return [];
    const at = properties.findIndex((property) => property.name === name);
    const property = properties[at];
    if (property === undefined) return other.lines;
    const isGenerated =
      name === 'status'
        ? /:\s*["']?inbox["']?\s*$/.test(property.lines[0] ?? '')
        : base?.has(valueHash(property));
    properties[at] =
      isGenerated === true && itemsOf(other.lines) === null
        ? other
        : { name, lines: withItems(property.lines, other.lines) };
    return [];
  });
  return [...properties.flatMap((property) => property.lines), ...added];
}

/** Adds the missing items of another list to the lines of a property. Other values stay. */
function withItems(lines: readonly string[], others: readonly string[]): readonly string[] {
  const [items, more] = [itemsOf(lines), itemsOf(others)];
  const missing = more?.filter((item) => items?.includes(item) === false) ?? [];
  if (items === null || missing.length === 0) return lines;
  const name = (lines[0] ?? '').replace(/:.*/, ':');
  return [name, ...[...items, ...missing].map((item) => `  - ${item}`)];
}

/** Returns the items of a list in YAML, as they are written; null when the value is no list. */
function itemsOf(lines: readonly string[]): readonly string[] | null {
  const flow = /:\s*\[(.*)\]\s*$/.exec(lines.join(' '))?.[1];
  if (flow !== undefined) return flow.split(',').map((item) => item.trim());
  const items = lines.slice(1).filter((line) => line.trim() !== '');
  if (items.length === 0 || items.some((line) => !/^\s*- /.test(line))) return null;
  return items.map((line) => line.replace(/^\s*- /, '').trim());
}

/** Returns whether a link has another name or path than the PDF has now. */
function isElsewhere(lines: readonly string[], now: readonly string[]): boolean {
  const [linked, there] = [lines, now].map((property) => /\[\[([^\]|#]+)/.exec(property.join(' '))?.[1]);
  return linked !== undefined && there !== undefined && linked !== there;
}

/** Keeps the YAML comment that the user wrote after a value. */
function withCommentOf(line: string, [first, ...rest]: readonly string[]): readonly string[] {
  const comment = /^(?:[^"'#]|"[^"]*"|'[^']*')*?(\s#.*)$/.exec(line)?.[1] ?? '';
  return first === undefined ? [] : [first + comment, ...rest];
}
