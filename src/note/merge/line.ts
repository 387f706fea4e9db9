import { withoutJoiners } from '../escape/triggers';

/** The Markdown form of a line; `block` means several lines that form one unit, such as the archive. */
export type LineForm = 'task' | 'bullet' | 'row' | 'text' | 'block';

/** A line, split into its statement and the user's additions that do not change the statement. */
export interface Line {
  readonly form: LineForm;
  readonly indent: string;
  /** The text between the brackets of a task; empty for other forms. */
  readonly tick: string;
  readonly body: string;
  /** Additions at the end, with the space before them: block id, completion date, comment. */
  readonly tail: string;
  /**
   * The body in normalised form for comparisons: links without file names, triggers unbroken, white space and
   * tables normalised.
   */
  readonly core: string;
}

const task = /^(\s*)(?:[-*+]|\d+[.)])\s+\[(.)\](?:\s+(.*))?$/u;
const bullet = /^(\s*)[-*+]\s+(.*)$/;

/** Matches an addition at the end of an item, by the app, the Tasks or Dataview plugin, or the user. */
const tailPart = new RegExp(
  String.raw`\s(?:\^[A-Za-z0-9-]+|[✅❌]\uFE0F?\s?\d{4}-\d{2}-\d{2}|\[(?:completion|cancelled)::\s?[^\]]*\]|%%(?:(?!%%).)*%%)$`,
  'u',
);

/** Maximum number of additions that are searched at the end of an item. */
const mostTailParts = 20;

/**
 * Match links to a page of a PDF, in the two link formats of the app. Comparisons ignore the file's name,
 * because it may change.
 */
const wikiLink = /\[\[(?:(?!\]\]|\[\[|#page=).)*#page=(\d+)([^|\]\\]*)(?:\\?\|([^\]]*))?\]\]/g;
const markdownLink = /\[([^[\]]*)\]\(<?[^()\s>]*#page=(\d+)([^)\s>]*)>?\)/g;
const pageLink = new RegExp(`${wikiLink.source}|${markdownLink.source}`, 'g');

/** Parses one line, or the lines of a block. */
export function readLine(text: string): Line {
  if (text.includes('\n'))
    return { form: 'block', indent: '', tick: '', body: text, tail: '', core: unbroken(text.trimEnd()) };
  const asTask = task.exec(text);
  if (asTask !== null) return parted('task', asTask[1], asTask[3] ?? '', asTask[2]);
  const asBullet = bullet.exec(text);
  if (asBullet !== null) return parted('bullet', asBullet[1], asBullet[2] ?? '');
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  return parted(text.startsWith('|', indent.length) ? 'row' : 'text', indent, text.slice(indent.length));
}

function parted(form: LineForm, indent = '', content: string, tick = ''): Line {
  let body = content.trimEnd();
  const all = body;
  for (let count = 0; form !== 'row' && count < mostTailParts; count += 1) {
    const part = tailPart.exec(body);
    if (part === null) break;
    body = body.slice(0, part.index).trimEnd();
  }
  return { form, indent, tick, body, tail: all.slice(body.length), core: coreOf(body, form) };
}

function coreOf(body: string, form: LineForm): string {
  const linked = unbroken(body)
    .replace(
      wikiLink,
      (_, page: string, passage: string, alias = '') => `⟦${page}${passage}|${String(alias)}⟧`,
    )
    .replace(
      markdownLink,
      (_, alias: string, page: string, passage: string) => `⟦${page}${passage}|${alias}⟧`,
    )
    .replace(/\s+/g, ' ');
  return form === 'row' ? linked.replace(/ ?\| ?/g, '|').replace(/-{3,}/g, '---') : linked;
}

/**
 * Returns the text as earlier versions wrote it, which did not break triggers. So the notes of these versions
 * keep their hashes.
 */
function unbroken(text: string): string {
  return withoutJoiners(text)
    .replace(/\uFF5B/g, '{')
    .replace(/\uFF5D/g, '}');
}

/**
 * Returns true when the old line was written before triggers were broken and the new line has the same words
 * with broken triggers.
 */
export function lacksJoiners(old: string, fresh: string): boolean {
  return old !== fresh && withoutJoiners(old) === old && unbroken(fresh) !== fresh;
}

/**
 * Replaces the links of a line by those of a new line with the same words, which contain the PDF's current
 * name.
 */
export function relinked(text: string, fresh: string): string {
  if (text.includes('\n')) return text;
  const links = fresh.match(pageLink) ?? [];
  let at = 0;
  return text.replace(pageLink, (link) => links[at++] ?? link);
}

/** Returns whether the user ticked a line or added something at its end. */
export function isHandled({ tick, tail }: Line): boolean {
  return tail !== '' || (tick !== '' && tick !== ' ');
}

/**
 * Replaces an old line by a new one, and keeps the indent, the tick and the additions at the end of the old
 * one.
 */
export function inPlaceOf(fresh: string, old: string): string {
  const [now, before] = [readLine(fresh), readLine(old)];
  if (now.form === 'block' || before.form === 'block') return fresh;
  const ticked =
    now.form === 'task' && before.tick !== '' ? fresh.replace(/\[.\]/u, () => `[${before.tick}]`) : fresh;
  return now.form === 'row' ? ticked : before.indent + ticked.trimStart() + before.tail;
}
