import { factPropertyNames } from '../../digest/fact-properties';
import { baseProperty } from './base';

/** The properties that an update overwrites. All others belong to the user once the note exists. */
const ours: readonly string[] = [
  'pdf_state',
  'pdf_pages',
  'pdf_sha256',
  'pdf_model',
  'pdf_tokens',
  'pdf_checked',
  baseProperty,
];

interface Property {
  /** The property's name; null for the lines before the first property. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

/**
 * Merges the lines of the frontmatter: the plugin's properties come from `regenerated`, and all others are
 * kept. Missing fact properties are added, and the link to the PDF is updated when its path has changed. The
 * user's lines are copied unchanged, so that their YAML style is preserved.
 */
export function mergeProperties(existing: readonly string[], regenerated: readonly string[]): string[] {
  const fresh = new Map(toProperties(regenerated).map((property) => [property.name, property]));
  const kept: Property[] = [];
  const written = new Set<string>();
  for (const property of toProperties(existing)) {
    const { name, lines } = property;
    const now = fresh.get(name)?.lines ?? [];
    if (name === 'source_file' && isElsewhere(lines, now)) kept.push({ name, lines: now });
    else if (name === null || !ours.includes(name)) kept.push(property);
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
  // The user may have corrected existing facts, so only missing ones are added.
  const there = new Set(kept.map(({ name }) => name));
  const added = [...ours, ...factPropertyNames].flatMap((name) =>
    there.has(name) ? [] : (fresh.get(name)?.lines ?? []),
  );
  return [...kept.flatMap(({ lines }) => lines), ...added];
}

/**
 * Adds to the lines of a frontmatter what the user did in that of another note of the same PDF: properties
 * and items of lists that are missing, and the property `status` if it is still the generated one.
 */
export function addProperties(lines: readonly string[], others: readonly string[]): string[] {
  const properties = toProperties(lines);
  const added = toProperties(others).flatMap((other) => {
    const at = properties.findIndex(({ name }) => name === other.name);
    const property = properties[at];
    if (property === undefined) return other.name === null || isGenerated(other.name) ? [] : other.lines;
    const isNewStatus = other.name === 'status' && /:\s*["']?inbox["']?\s*$/.test(property.lines[0] ?? '');
    properties[at] = isNewStatus ? other : { ...property, lines: withItems(property.lines, other.lines) };
    return [];
  });
  return [...properties.flatMap((property) => property.lines), ...added];
}

function isGenerated(name: string): boolean {
  return ours.includes(name) || factPropertyNames.some((fact) => fact === name);
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

/** Returns the lines of one property; an empty list when it does not exist. */
export function propertyLines(properties: readonly string[], name: string): readonly string[] {
  return toProperties(properties).find((property) => property.name === name)?.lines ?? [];
}

function toProperties(lines: readonly string[]): Property[] {
  const properties: { name: string | null; lines: string[] }[] = [];
  for (const line of lines) {
    const name = /^(?:"([^"]+)"\s*|'([^']+)'\s*|([^\s#"'-][^:]*)):(?:\s|$)/.exec(line);
    const last = properties.at(-1);
    if (name !== null) properties.push({ name: name[1] ?? name[2] ?? name[3]?.trim() ?? '', lines: [line] });
    else if (last === undefined) properties.push({ name: null, lines: [line] });
    else last.lines.push(line);
  }
  return properties;
}
