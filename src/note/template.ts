import { Failure } from '../failure';
import { currentPlaceholder, type DigestPart } from './parts';

/** Placeholders for blocks. Each is replaced by a part of the built-in layout with its heading. */
export type TemplateBlock = 'coverage' | DigestPart | 'archive';

/** Placeholders within a line, in addition to `{{date:FORMAT}}`. */
export type TemplateWord = 'title' | 'kind' | 'source' | 'model' | 'pages';

/** The Markdown for each placeholder. */
export interface TemplateValues {
  readonly blocks: Readonly<Record<TemplateBlock, () => string>>;
  readonly words: Readonly<Record<TemplateWord, string>>;
  /** Local time. */
  readonly date: Date;
}

export interface FilledTemplate {
  readonly text: string;
  /** The blocks that the template contains. */
  readonly used: ReadonlySet<TemplateBlock>;
}

/**
 * Fills the placeholders of the user's template. Removes the template's properties, and extra blank lines
 * around blocks; everything else stays. Placeholders in filled-in text have no effect.
 * @throws Failure `template-invalid` for an unknown placeholder, or for a template without any placeholder
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
  return {
    text: [...parts, line]
      .map(trimmed)
      .filter((part) => part !== '')
      .join('\n\n'),
    used,
  };
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
 * Formats a date with the most common tokens of the app's templates. Text in square brackets is copied.
 * Returns null if the pattern has other tokens: an error is better than a wrong date that nobody notices.
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
  const written = parts.map(
    (part) => tokens[part] ?? (foreignToken.test(part) ? null : part.replace(/^\[([^\]]*)\]$/, '$1')),
  );
  return written.includes(null) ? null : written.join('');
}

/** Matches the app's other tokens, such as names of days, weeks and time zones. */
const foreignToken = /^[AaDdEeGgHhKkLlMmNnQSsWwXxYyZz]+$/;

/** Returns the values of two tokens: `M` without a leading zero, and `MM` with one. */
function bothWays(letter: string, value: number): Readonly<Record<string, string>> {
  return { [letter]: String(value), [letter + letter]: two(value) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Removes the frontmatter, because new notes must not have the template's own properties. */
function withoutProperties(template: string): string {
  return template
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .replace(/^---[^\S\n]*\n(?:[\s\S]*?\n)?---[^\S\n]*(?:\n|$)/, '');
}

function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

function isKey<Names extends object>(record: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(record, name);
}
