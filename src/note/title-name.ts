import { cleanText, withoutTaskSigns } from '../clean';
import { breakTriggers, joiner, spaceMarks } from './escape/triggers';
import { numberedNames } from './name';

/** The facts about a document that a pattern of names can contain, as `{{date}}` and so on. */
export const namePlaceholders = ['date', 'title', 'kind', 'number', 'seller', 'buyer', 'party'] as const;

type NamePlaceholder = (typeof namePlaceholders)[number];

/** The values of the placeholders. A value that is not known is absent. */
export type NameParts = Readonly<Partial<Record<NamePlaceholder, string>>>;

/** Maximum length of a name in UTF-16 units, so that lists of files stay readable. */
const maxName = 120;

const placeholder = /\{\{\s*([a-z]*)\s*\}\}/gi;

function isPlaceholder(name: string): name is NamePlaceholder {
  return namePlaceholders.some((known) => known === name);
}

/** Returns whether a pattern has at least one placeholder and all its placeholders are known. */
export function isNamePattern(pattern: string): boolean {
  const used = [...pattern.matchAll(placeholder)].map(([, name = '']) => name.toLowerCase());
  return used.length > 0 && used.every(isPlaceholder) && !/[{}]/.test(pattern.replace(placeholder, ''));
}

/**
 * Yields the names without an extension that a pattern gives to a document: first the plain one, then those
 * with a number. Returns null when none of the values that the pattern needs is known.
 * @param extension the longest extension that is added to the name, with its dot
 */
export function titleNames(
  pattern: string,
  parts: NameParts,
  extension: string,
): Generator<string, never> | null {
  const base = fileNameOf(filled(pattern, parts));
  return base === '' ? null : numberedNames(base, extension);
}

/**
 * Fills in a pattern. The text before a placeholder is written only together with its value. If the value is
 * not known, this text is left out too, so neither `2031-07-01 - - Lease` nor `Lease ()` can result.
 */
function filled(pattern: string, parts: NameParts): string {
  let [name, from, isComplete] = ['', 0, true];
  for (const match of pattern.matchAll(placeholder)) {
    const before = pattern.slice(from, match.index);
    from = match.index + match[0].length;
    const key = (match[1] ?? '').toLowerCase();
    const value = (isPlaceholder(key) ? parts[key] : undefined)?.trim() ?? '';
    if (value !== '') {
      const between = isComplete ? before : before.replace(/[()]/g, ' ');
      name += (name === '' && !isComplete ? '' : between) + value;
    }
    isComplete = value !== '';
  }
  return name === '' ? '' : name + (isComplete ? pattern.slice(from) : '');
}

/** Names of devices in Windows. A file cannot have them, with or without an extension. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?=\s*(?:\.|$))/i;

/**
 * Returns a text as the name of a file that every system accepts and that links need not encode. Characters
 * that file systems refuse, that end a link, or that plugins act on are replaced by a space or a hyphen.
 * Empty when nothing remains.
 */
export function fileNameOf(text: string): string {
  const line = cleanText(withoutTaskSigns(text))
    .replace(/\p{Cc}/gu, ' ')
    .replace(/:\s+/g, ' - ')
    .replace(/[\\/:|]/g, '-')
    .replace(/`/g, "'")
    // Pictographs are removed, because a copy has a number at the end of its name. A plugin for tasks could
    // read a pictograph and this number as a date.
    .replace(/[#^[\]*?"<>{}$~]|\p{Extended_Pictographic}\uFE0F?/gu, ' ')
    .replace(/_{2,}/g, '_');
  const plain = tidy(breakTriggers(spaceMarks(line)).replaceAll(joiner, ' '));
  return tidy(withoutHalf(plain.slice(0, maxName))).replace(device, '$&_');
}

/**
 * Removes the characters with which a name must not begin or end: spaces, dots and separators without a text
 * beside them.
 */
function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[\s.\-,\p{M}]+|[\s.\-,]+$/gu, '');
}

function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Returns the values for the name of a PDF, from the properties of its note. The title is the first alias. A
 * note has no alias when the name of its PDF contains the title already. In this case, the title is that name
 * after the values that the pattern adds are removed.
 * @param pdfBase the name of the PDF without its extension
 * @param kindName returns the word for a kind of document, such as `Invoice`; undefined for an unknown kind
 */
export function namePartsOf(
  properties: unknown,
  pdfBase: string,
  kindName: (kind: string) => string | undefined,
): NameParts {
  const of = (name: string): string | undefined => {
    const value: unknown =
      typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'number') return String(first);
    return typeof first === 'string' && first.trim() !== '' ? withoutLink(first.trim()) : undefined;
  };
  const date = /^\d{4}-\d{2}-\d{2}/.exec(of('pdf_date') ?? '')?.[0];
  const others = {
    date,
    kind: kindName(of('pdf_kind') ?? ''),
    number: of('pdf_number'),
    seller: of('pdf_seller'),
    buyer: of('pdf_buyer'),
    party: of('pdf_parties') ?? of('pdf_seller'),
  };
  const title = of('aliases') ?? withoutValues(pdfBase, Object.values(others));
  return Object.fromEntries(Object.entries({ ...others, title }).filter(([, value]) => value !== undefined));
}

/**
 * If a user has turned a value into a link, returns the shown text of the link. Returns any other value
 * unchanged.
 */
function withoutLink(value: string): string {
  return value.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1');
}

/** Removes values from the beginning and the end of a name, unless nothing else remains. */
function withoutValues(name: string, values: readonly (string | undefined)[]): string {
  let rest = name;
  for (const value of values.map((one) => fileNameOf(one ?? ''))) {
    if (value === '' || rest === value) continue;
    if (rest.startsWith(`${value} `)) rest = tidy(rest.slice(value.length));
    else if (rest.endsWith(` ${value}`)) rest = tidy(rest.slice(0, -value.length));
  }
  return rest === '' ? name : rest;
}

/** A file and the vault path that it gets. `path` is the current one. */
export interface Move<File extends { readonly path: string }> {
  readonly file: File;
  readonly to: string;
}

/**
 * Renames all files or none: when a renaming fails, the earlier ones are undone.
 * @throws whatever `rename` throws for the first file that cannot be renamed
 */
export async function renameAll<File extends { readonly path: string }>(
  moves: readonly Move<File>[],
  rename: (file: File, to: string) => Promise<void>,
): Promise<void> {
  const done: Move<File>[] = [];
  for (const { file, to } of moves) {
    const from = file.path;
    if (from === to) continue;
    try {
      await rename(file, to);
      done.unshift({ file, to: from });
    } catch (thrown) {
      for (const back of done) await rename(back.file, back.to);
      throw thrown;
    }
  }
}
