import { factPropertyNames } from '../fact-properties';
import { baseProperty } from './base';

/** What the plugin says in a note's properties after the first time. Everything else is the user's from then on. */
const ours: readonly string[] = ['pdf_state', 'pdf_pages', 'pdf_sha256', 'pdf_model', 'pdf_tokens', baseProperty];

interface Property {
  /** Null for what stands before the first property. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

/**
 * The lines of a frontmatter in which ours are as in `regenerated` and all others as they are; facts that are not
 * there yet are added. What is not ours is
 * taken over letter by letter, so that YAML we would write otherwise stays as the user has it.
 */
export function mergeProperties(existing: readonly string[], regenerated: readonly string[]): string[] {
  const fresh = new Map(toProperties(regenerated).map((property) => [property.name, property]));
  const kept: Property[] = [];
  const written = new Set<string>();
  for (const property of toProperties(existing)) {
    const { name, lines } = property;
    if (name === null || !ours.includes(name)) kept.push(property);
    else if (!written.has(name)) {
      const comments = lines.filter((line) => line.startsWith('#'));
      kept.push({ name, lines: [...(fresh.get(name)?.lines ?? []), ...comments] });
      written.add(name);
    }
  }
  // Facts that are there may have been mended by the user.
  const there = new Set(kept.map(({ name }) => name));
  const added = [...ours, ...factPropertyNames].flatMap((name) => (there.has(name) ? [] : (fresh.get(name)?.lines ?? [])));
  return [...kept.flatMap(({ lines }) => lines), ...added];
}

/** The lines of one property; empty when it is not there. */
export function propertyLines(properties: readonly string[], name: string): readonly string[] {
  return toProperties(properties).find((property) => property.name === name)?.lines ?? [];
}

function toProperties(lines: readonly string[]): Property[] {
  const properties: { name: string | null; lines: string[] }[] = [];
  for (const line of lines) {
    const name = /^(?:"([^"]+)"|'([^']+)'|([^\s#"'-][^:]*?))\s*:(?:\s|$)/.exec(line);
    const last = properties.at(-1);
    if (name !== null) properties.push({ name: name[1] ?? name[2] ?? name[3] ?? '', lines: [line] });
    else if (last === undefined) properties.push({ name: null, lines: [line] });
    else last.lines.push(line);
  }
  return properties;
}
