import { parse, stringify } from 'yaml';

/**
 * Position of a note's frontmatter, as Obsidian's `getFrontMatterInfo` returns it. Offsets are in UTF-16
 * units.
 */
export interface FrontMatterInfo {
  exists: boolean;
  frontmatter: string;
  from: number;
  to: number;
  contentStart: number;
}

const block = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const found = block.exec(content);
  if (found === null) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const frontmatter = found[1] ?? '';
  const from = content.indexOf('\n') + 1;
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: found[0].length };
}

/** Parses YAML as the app does. @throws YAMLParseError */
export function parseYaml(text: string): unknown {
  return parse(text);
}

/** Writes YAML as the app does: lines are not folded, a null value is empty, and there are no anchors. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, nullStr: '', aliasDuplicateObjects: false });
}

/**
 * Returns a note with changed properties. `change` receives the properties as an object and changes this
 * object. Then the frontmatter is rewritten, and its comments are lost. If no property is left, the
 * frontmatter is removed.
 * @throws YAMLParseError, and whatever `change` throws
 */
export function withFrontMatter(
  content: string,
  change: (frontmatter: Record<string, unknown>) => void,
): string {
  const info = getFrontMatterInfo(content);
  const parsed = info.exists ? parseYaml(info.frontmatter) : null;
  const properties: Record<string, unknown> = isRecord(parsed) ? parsed : {};
  change(properties);
  const body = content.slice(info.contentStart);
  if (Object.keys(properties).length === 0) return info.exists ? body : content;
  return `---\n${stringifyYaml(properties)}---\n${body}`;
}

/** Returns whether a parsed value is a record of properties. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value of the first key that matches, or `null`. If `key` is a text, its case is ignored. */
export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (!isRecord(frontmatter)) return null;
  const matches = (name: string): boolean =>
    typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name);
  const name = Object.keys(frontmatter).find(matches);
  return name === undefined ? null : frontmatter[name];
}

/** Like {@link parseFrontMatterEntry}, but returns a list. A value that is a text is split at commas. */
export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  return words(parseFrontMatterEntry(frontmatter, key), /,/);
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return words(parseFrontMatterEntry(frontmatter, /^alias(?:es)?$/i), /,/);
}

/** Returns the tags in a note's properties, each with its `#`. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const tags = words(parseFrontMatterEntry(frontmatter, /^tags?$/i), /[,\s]/);
  return tags?.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

function words(value: unknown, separator: RegExp): string[] | null {
  if (typeof value !== 'string' && !Array.isArray(value)) return null;
  const parts =
    typeof value === 'string' ? value.split(separator) : value.filter((part) => part !== null).map(String);
  const kept = parts.map((part) => part.trim()).filter((part) => part !== '');
  return kept.length === 0 ? null : kept;
}
