import { cleanText, withoutTaskSigns } from '../clean';
import { breakTriggers, joiner, spaceMarks } from './escape/triggers';
import { numberedNames } from './name';
import { isPlaceholder, placeholder, type NameParts } from './name-pattern';

/** Maximum length of a name in UTF-16 units. */
const maxName = 120;

/**
 * Fills in a pattern such as `{{date}} {{title}}`, and yields file names without extension: first a name
 * without a number, then names with a number. Returns null when no value in the pattern is known.
 * @param extension the longest extension that will be added, with its dot; the names leave room for it
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
 * Fills in a pattern. If a value is not known, the text before its placeholder is left out too, so that
 * neither `2031-07-01 - - Lease` nor `Lease ()` can result.
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

/** Matches the name of a Windows device: no file can be called `con` or `con.txt`. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?=\s*(?:\.|$))/i;

/**
 * Turns a text into a file name that every system accepts and that can stand in a link without encoding.
 * Harmless characters, such as hyphens, also replace characters on which other plugins act. The name is empty
 * when nothing remains.
 */
export function fileNameOf(text: string): string {
  const line = cleanText(withoutTaskSigns(text))
    .replace(/\p{Cc}/gu, ' ')
    .replace(/:\s+/g, ' - ')
    .replace(/[\\/:|]/g, '-')
    .replace(/`/g, "'")
    // Pictographs are removed: a number may be added to the name later, and some other plugins read a
    // pictograph before a number as a date.
    .replace(/[#^[\]*?"<>{}$~]|\p{Extended_Pictographic}\uFE0F?/gu, ' ')
    .replace(/_{2,}/g, '_');
  const plain = tidy(breakTriggers(spaceMarks(line)).replaceAll(joiner, ' '));
  return tidy(withoutHalf(plain.slice(0, maxName))).replace(device, '$&_');
}

/** Removes spaces, dots and separators at both ends. */
function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[\s.\-,\p{M}]+|[\s.\-,]+$/gu, '');
}

function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Returns the values for the name of a PDF, from the properties of its note. The title is the first alias. If
 * there is no alias, the title is the name of the PDF, from whose ends values such as the date are removed.
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

/** Users may have turned a value into a link: `[[note|shown]]` -> `shown`. */
function withoutLink(value: string): string {
  return value.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1');
}

/** Removes values from both ends of a name, unless nothing would remain. */
function withoutValues(name: string, values: readonly (string | undefined)[]): string {
  let rest = name;
  for (const value of values.map((one) => fileNameOf(one ?? ''))) {
    if (value === '' || rest === value) continue;
    if (rest.startsWith(`${value} `)) rest = tidy(rest.slice(value.length));
    else if (rest.endsWith(` ${value}`)) rest = tidy(rest.slice(0, -value.length));
  }
  return rest === '' ? name : rest;
}

/** A file and its new vault path. */
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
