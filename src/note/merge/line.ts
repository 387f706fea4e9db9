/** What a line of a note is to Markdown; `block`: several lines that belong together, such as the archive. */
export type LineForm = 'task' | 'bullet' | 'row' | 'text' | 'block';

/** A line, parted into what the digest says and what the user's hand does to it without changing what it says. */
export interface Line {
  readonly form: LineForm;
  readonly indent: string;
  /** What stands between the brackets of a task; empty for other forms. */
  readonly tick: string;
  readonly body: string;
  /** What is added behind: block id, date of completion, comment; with the space before it. */
  readonly tail: string;
  /** The body in the form in which bodies are compared: links by page and passage only, spaces and tables evened. */
  readonly core: string;
}

const task = /^(\s*)(?:[-*+]|\d+[.)])\s+\[(.)\](?:\s+(.*))?$/u;
const bullet = /^(\s*)[-*+]\s+(.*)$/;

/** What the app, the Tasks and the Dataview plugin put, or the user puts, behind an item. */
const tailPart = new RegExp(
  String.raw`\s(?:\^[A-Za-z0-9-]+|[✅❌]\uFE0F?\s?\d{4}-\d{2}-\d{2}|\[(?:completion|cancelled)::\s?[^\]]*\]|%%(?:(?!%%).)*%%)$`,
  'u',
);

/** More of them than anybody puts behind an item. */
const mostTailParts = 20;

/** Links to a page of a PDF, in both of the app's forms; the file's name is left out of comparisons, as it may change. */
const wikiLink = /\[\[(?:(?!\]\]|\[\[|#page=).)*#page=(\d+)([^|\]\\]*)(?:\\?\|([^\]]*))?\]\]/g;
const markdownLink = /\[([^[\]]*)\]\(<?[^()\s>]*#page=(\d+)([^)\s>]*)>?\)/g;
const pageLink = new RegExp(`${wikiLink.source}|${markdownLink.source}`, 'g');

/** Reads one line, or the lines of a block. */
export function readLine(text: string): Line {
  if (text.includes('\n')) return { form: 'block', indent: '', tick: '', body: text, tail: '', core: text.trimEnd() };
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
  const linked = body
    .replace(wikiLink, (_, page: string, passage: string, alias = '') => `⟦${page}${passage}|${String(alias)}⟧`)
    .replace(markdownLink, (_, alias: string, page: string, passage: string) => `⟦${page}${passage}|${alias}⟧`)
    .replace(/\s+/g, ' ');
  return form === 'row' ? linked.replace(/ ?\| ?/g, '|').replace(/-{3,}/g, '---') : linked;
}

/** A line with the links of another one that says the same; they lead to the PDF by the name it has now. */
export function relinked(text: string, fresh: string): string {
  if (text.includes('\n')) return text;
  const links = fresh.match(pageLink) ?? [];
  let at = 0;
  return text.replace(pageLink, (link) => links[at++] ?? link);
}

/** True when the user did something to a line without changing what it says. */
export function isHandled({ tick, tail }: Line): boolean {
  return tail !== '' || (tick !== '' && tick !== ' ');
}

/** A new line in the place of an old one: it keeps the indent, the tick, and what stands behind. */
export function inPlaceOf(fresh: string, old: string): string {
  const [now, before] = [readLine(fresh), readLine(old)];
  if (now.form === 'block' || before.form === 'block') return fresh;
  const ticked = now.form === 'task' && before.tick !== '' ? fresh.replace(/\[.\]/u, () => `[${before.tick}]`) : fresh;
  return now.form === 'row' ? ticked : before.indent + ticked.trimStart() + before.tail;
}
