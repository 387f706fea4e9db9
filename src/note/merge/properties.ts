import { factPropertyNames } from '../../digest/fact-properties';
import { baseProperty } from './base';

/** What the plugin says in a note's properties after the first time. Everything else is the user's from then on. */
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
  /** Null for what stands before the first property. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

/**
 * The lines of a frontmatter in which ours are as in `regenerated` and all others as they are; facts that are not
 * there yet are added, and a link to the PDF follows it. What is not ours is taken over letter by letter, so that YAML
 * we would write otherwise stays as the user has it.
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
      kept.push({ name, lines: [...withCommentOf(lines[0] ?? '', now), ...lines.slice(1).filter((line) => !/^\s+\S/.test(line))] });
      written.add(name);
    }
  }
  // Facts that are there may have been mended by the user.
  const there = new Set(kept.map(({ name }) => name));
  const added = [...ours, ...factPropertyNames].flatMap((name) => (there.has(name) ? [] : (fresh.get(name)?.lines ?? [])));
  return [...kept.flatMap(({ lines }) => lines), ...added];
}

/** True when a link names a PDF by another name or path than the one it has now. */
function isElsewhere(lines: readonly string[], now: readonly string[]): boolean {
  const [linked, there] = [lines, now].map((property) => /\[\[([^\]|#]+)/.exec(property.join(' '))?.[1]);
  return linked !== undefined && there !== undefined && linked !== there;
}

/** What the user has written behind a value. */
function withCommentOf(line: string, [first, ...rest]: readonly string[]): readonly string[] {
  const comment = /^(?:[^"'#]|"[^"]*"|'[^']*')*?(\s#.*)$/.exec(line)?.[1] ?? '';
  return first === undefined ? [] : [first + comment, ...rest];
}

/** The lines of one property; empty when it is not there. */
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
