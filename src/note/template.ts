import { Failure } from '../failure';

/** What a template may have on lines of its own: parts of the built-in layout, each with its heading. */
export type TemplateBlock = 'coverage' | 'tags' | 'summary' | 'tasks' | 'points' | 'facts' | 'unverified' | 'archive';

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
    const name = /^\{\{\s*(.*?)\s*\}\}$/.exec(piece)?.[1];
    found ||= name !== undefined;
    if (name === undefined) line += piece;
    else if (isKey(blocks, name)) {
      parts.push(line, blocks[name]());
      line = '';
      used.add(name);
    } else line += wordOf(name, words, date);
  }
  if (!found) throw new Failure('template-invalid');
  return { text: [...parts, line].map(trimmed).filter((part) => part !== '').join('\n\n'), used };
}

function wordOf(name: string, words: TemplateValues['words'], date: Date): string {
  if (isKey(words, name)) return words[name];
  const pattern = /^date(?::(.+))?$/.exec(name);
  if (pattern === null) throw new Failure('template-invalid', { details: { placeholder: name } });
  return formatDate(date, pattern[1] ?? 'YYYY-MM-DD');
}

/** The tokens of dates that the app's own templates know best; what stands in square brackets is left as it is. */
function formatDate(date: Date, pattern: string): string {
  const year = String(date.getFullYear()).padStart(4, '0');
  const tokens: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(-2),
    MM: two(date.getMonth() + 1),
    DD: two(date.getDate()),
    HH: two(date.getHours()),
    mm: two(date.getMinutes()),
    ss: two(date.getSeconds()),
  };
  return pattern.replace(/\[([^\]]*)\]|YYYY|YY|MM|DD|HH|mm|ss/g, (token, literal?: string) => literal ?? tokens[token] ?? '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A template may be a note with properties of its own, which are not the new note's. */
function withoutProperties(template: string): string {
  return template.replace(/\r\n/g, '\n').replace(/^---\n(?:[\s\S]*?\n)?---(?:\n|$)/, '');
}

/** Without blank lines at the ends; what is indented stays so. */
function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

function isKey<Names extends object>(record: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(record, name);
}
