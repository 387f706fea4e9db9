import { maskCode } from './markdown-mask';
import { NotImplementedError } from './not-implemented';
import { getFrontMatterInfo, isRecord, parseYaml } from './yaml';

export interface Loc {
  line: number;
  col: number;
  offset: number;
}

export interface Pos {
  start: Loc;
  end: Loc;
}

/** A link or an embed. `link` is its target with subpath; `original` is the text as written. */
export interface Reference {
  link: string;
  original: string;
  displayText?: string;
}

export interface ReferenceCache extends Reference {
  position: Pos;
}

export interface FrontmatterLink extends Reference {
  key: string;
}

export interface ListItem {
  position: Pos;
  /**
   * The line of the parent item. For a top-level item: the line of the list's first item, as a negative
   * number.
   */
  parent: number;
  /** The character in the box of a task. */
  task?: string;
}

/**
 * The app's data about a note, without its text. Kinds of data that the note lacks are absent, as in the app.
 */
export interface CachedMetadata {
  frontmatter?: Record<string, unknown>;
  frontmatterPosition?: Pos;
  frontmatterLinks?: FrontmatterLink[];
  headings?: { heading: string; level: number; position: Pos }[];
  links?: ReferenceCache[];
  embeds?: ReferenceCache[];
  tags?: { tag: string; position: Pos }[];
  listItems?: ListItem[];
}

const wikilink = /(!?)\[\[([^[\]|\n]+)(?:\|([^\n]*?))?\]\]/g;
const markdownLink =
  /(!?)\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+"[^"\n]*")?\)/g;
const tagPattern = /(^|\s)#([\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+)/gmu;

/** Returns the data that the app keeps about a note. Frontmatter with invalid YAML is ignored. */
export function readMetadata(text: string): CachedMetadata {
  const at = locator(text);
  const info = getFrontMatterInfo(text);
  const body = blankBefore(text, info.contentStart);
  const masked = maskCode(body);
  const references = [...wikilinks(masked, text, at), ...markdownLinks(masked, text, at)].sort(
    (one, other) => one.reference.position.start.offset - other.reference.position.start.offset,
  );
  const found = {
    ...(info.exists
      ? frontMatterOf(info.frontmatter, at(0, text.slice(0, info.contentStart).trimEnd().length))
      : {}),
    headings: headings(masked, text, at),
    links: references.filter((one) => !one.embed).map((one) => one.reference),
    embeds: references.filter((one) => one.embed).map((one) => one.reference),
    tags: tags(masked, at),
    listItems: listItems(masked, at),
  };
  const cache: CachedMetadata = Object.fromEntries(
    Object.entries(found).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
  return refuseUnread(cache);
}

/** Makes the cache throw when a caller reads data that only the real app has. */
function refuseUnread(cache: CachedMetadata): CachedMetadata {
  for (const name of ['sections', 'blocks', 'footnotes', 'footnoteRefs', 'referenceLinks']) {
    Object.defineProperty(cache, name, {
      enumerable: false,
      get() {
        throw new NotImplementedError(`CachedMetadata.${name}`);
      },
    });
  }
  return cache;
}

type Locator = (start: number, end: number) => Pos;

function locator(text: string): Locator {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const loc = (offset: number): Loc => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, col: offset - (starts[low] ?? 0), offset };
  };
  return (start, end) => ({ start: loc(start), end: loc(end) });
}

function blankBefore(text: string, end: number): string {
  return text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

function frontMatterOf(yaml: string, position: Pos): CachedMetadata {
  const parsed = parsedOrNull(yaml);
  if (!isRecord(parsed)) return {};
  return { frontmatter: parsed, frontmatterPosition: position, frontmatterLinks: frontmatterLinks(parsed) };
}

function parsedOrNull(yaml: string): unknown {
  try {
    return parseYaml(yaml);
  } catch {
    return null;
  }
}

function frontmatterLinks(value: unknown, key = ''): FrontmatterLink[] {
  if (typeof value === 'string') {
    const [match] = value.matchAll(/^\[\[([^[\]|\n]+)(?:\|([^\n]*?))?\]\]$/g);
    if (match === undefined) return [];
    const [original, link = '', alias] = match;
    return [{ key, link, original, displayText: alias ?? link }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    frontmatterLinks(inner, key === '' ? name : `${key}.${name}`),
  );
}

interface Found {
  embed: boolean;
  reference: ReferenceCache;
}

function* wikilinks(masked: string, text: string, at: Locator): Generator<Found> {
  for (const match of masked.matchAll(wikilink)) {
    const end = match.index + match[0].length;
    // In a table, the pipe is written as `\|`.
    const link = (match[2] ?? '').replace(/\\$/, '').trim();
    const reference = { link, original: text.slice(match.index, end), displayText: match[3] ?? link };
    yield { embed: match[1] === '!', reference: { ...reference, position: at(match.index, end) } };
  }
}

function* markdownLinks(masked: string, text: string, at: Locator): Generator<Found> {
  for (const match of masked.matchAll(markdownLink)) {
    const target = match[3] ?? match[4] ?? '';
    if (target === '' || /^[a-z][a-z\d+.-]*:/i.test(target)) continue;
    const end = match.index + match[0].length;
    const reference = {
      link: decoded(target),
      original: text.slice(match.index, end),
      displayText: match[2] ?? '',
    };
    yield { embed: match[1] === '!', reference: { ...reference, position: at(match.index, end) } };
  }
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function headings(
  masked: string,
  text: string,
  at: Locator,
): { heading: string; level: number; position: Pos }[] {
  return [...masked.matchAll(/^ {0,3}(#{1,6})[ \t]+([^\n]*)$/gm)].map((match) => {
    const end = match.index + match[0].length;
    const heading = text
      .slice(end - (match[2] ?? '').length, end)
      .replace(/[ \t]+#+[ \t]*$/, '')
      .trim();
    return { heading, level: (match[1] ?? '').length, position: at(match.index, end) };
  });
}

function tags(masked: string, at: Locator): { tag: string; position: Pos }[] {
  return [...masked.matchAll(tagPattern)]
    .filter((match) => !/^\d+$/.test(match[2] ?? ''))
    .map((match) => {
      const start = match.index + (match[1] ?? '').length;
      const tag = `#${match[2] ?? ''}`;
      return { tag, position: at(start, start + tag.length) };
    });
}

function listItems(masked: string, at: Locator): ListItem[] {
  const open: { indent: number; line: number }[] = [];
  let firstLine = 0;
  let lastLine = -2;
  return [...masked.matchAll(/^([ \t>]*)(?:[-*+]|\d+[.)])[ \t]+(?:\[(.)\][ \t]+)?[^\n]*$/gm)].map((match) => {
    const position = at(match.index + (match[1] ?? '').length, match.index + match[0].length);
    const indent = (match[1] ?? '').length;
    if (position.start.line !== lastLine + 1) {
      firstLine = position.start.line;
      open.length = 0;
    }
    lastLine = position.start.line;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1)?.line ?? (firstLine === 0 ? -1 : -firstLine);
    open.push({ indent, line: position.start.line });
    return { position, parent, ...(match[2] === undefined ? {} : { task: match[2] }) };
  });
}
