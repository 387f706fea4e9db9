import { Failure } from '../failure';
import { currentPlaceholder, type DigestPart } from './parts';

/** What a template may have on lines of its own: parts of the built-in layout, each with its heading. */
export type TemplateBlock = 'coverage' | DigestPart | 'archive';

/** What it may have within a line, besides `{{date:FORMAT}}`. */
export type TemplateWord = 'title' | 'source' | 'model' | 'pages';

/** What placeholders stand for, as Markdown. A block that is empty leaves nothing behind. */
export interface TemplateValues {
  readonly blocks: Readonly<Record<TemplateBlock, () => string>>;
  readonly words: Readonly<Record<TemplateWord, string>>;
  /** Local time. */
  readonly date: Date;
}

export interface FilledTemplate {
  readonly text: string;
  /** The blocks it has. */
  readonly used: ReadonlySet<TemplateBlock>;
}

/**
 * The user's template with its placeholders filled. Everything else in it stays as it is, but for its properties, and
 * blank lines around blocks. What is filled in is not looked at again.
 * @throws Failure `template-invalid` for a placeholder that there is not, or for a template without any.
 */
export function fillTemplate(template: string, { blocks, words, date }: TemplateValues): FilledTemplate {
  const used = new Set<TemplateBlock>();
  const parts: string[] = [];
  let line = '';
  let found = false;
  for (const piece of withoutProperties(template).split(/(\{\{[^{}\n]*\}\})/)) {
    const name = /^\{\{(.*)\}\}$/.exec(piece)?.[1]?.trim();
    const key = currentPlaceholder(name?.toLowerCase() ?? '');
    found ||= name !== undefined;
    if (name === undefined) line += piece;
    else if (isKey(blocks, key)) {
      parts.push(line, blocks[key]());
      line = '';
      used.add(key);
    } else line += wordOf(name, words, date);
  }
  if (!found) throw new Failure('template-invalid');
  return { text: [...parts, line].map(trimmed).filter((part) => part !== '').join('\n\n'), used };
}

function wordOf(name: string, words: TemplateValues['words'], date: Date): string {
  const key = name.toLowerCase();
  if (isKey(words, key)) return words[key];
  const pattern = /^date(?::(.*))?$/i.exec(name);
  const written = pattern === null ? null : formatDate(date, pattern[1]?.trim() || 'YYYY-MM-DD');
  if (written === null) throw new Failure('template-invalid', { details: { placeholder: name } });
  return written;
}

/**
 * The tokens of dates that the app's own templates know best; what stands in square brackets is left as it is. Null
 * where there is one of the others: a date of another form than asked for would not be noticed.
 */
function formatDate(date: Date, pattern: string): string | null {
  const year = String(date.getFullYear()).padStart(4, '0');
  const tokens: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(-2),
    ...bothWays('M', date.getMonth() + 1),
    ...bothWays('D', date.getDate()),
    ...bothWays('H', date.getHours()),
    ...bothWays('m', date.getMinutes()),
    ...bothWays('s', date.getSeconds()),
  };
  const parts = pattern.match(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z]/g) ?? [];
  const written = parts.map((part) => tokens[part] ?? (foreignToken.test(part) ? null : part.replace(/^\[([^\]]*)\]$/, '$1')));
  return written.includes(null) ? null : written.join('');
}

/** What the app's formats have besides: names of days and months, weeks, halves of a day, time zones, and so on. */
const foreignToken = /^[AaDdEeGgHhKkLlMmNnQSsWwXxYyZz]+$/;

/** With and without a leading zero. */
function bothWays(letter: string, value: number): Readonly<Record<string, string>> {
  return { [letter]: String(value), [letter + letter]: two(value) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A template may be a note with properties of its own, which are not the new note's. */
function withoutProperties(template: string): string {
  return template.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n').replace(/^---[^\S\n]*\n(?:[\s\S]*?\n)?---[^\S\n]*(?:\n|$)/, '');
}

/** Without blank lines at the ends; what is indented stays so. */
function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

function isKey<Names extends object>(record: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(record, name);
}
