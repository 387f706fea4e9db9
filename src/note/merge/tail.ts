/** Handles what the app, other plugins and users add before and after a statement. */

/** Returns a regular expression for an emoji and the date after it, as the Tasks plugin writes them. */
const dated = (signs: string): string => String.raw`(?:${signs})\uFE0F?\s*\d{4}-\d{2}-\d{2}`;

const dueSigns = '\u{1F4C5}|\u{1F4C6}|\u{1F5D3}';

/** Matches a due date in the format of the Tasks or the Dataview plugin. */
const dueDate = String.raw`${dated(dueSigns)}|\\?[[(]due::[^[\]()]*[\])]`;

/**
 * Regular expressions for what the app and other plugins write at the end of an item. The emoji are those of
 * the Tasks plugin (its `DefaultTaskSerializer`) and the Reminder plugin's alarm. `@` begins the Kanban
 * plugin's date. In text from a document, these expressions find nothing: `cleanLine` removes the emoji, and
 * `breakTriggers` puts an invisible character into the other forms.
 */
const additions = [
  dueDate,
  dated('\u{1F6EB}|\u2795|\u23F3|\u231B|\u2705|\u274C'),
  String.raw`[\u{1F53A}\u23EB\u{1F53C}\u{1F53D}\u23EC]\uFE0F?`,
  String.raw`\u{1F501}\uFE0F?\s*[A-Za-z0-9, !]+`,
  String.raw`(?:\u{1F3C1}|\u{1F194}|\u26D4)\uFE0F?\s*[\w-]+(?:\s*,\s*[\w-]+)*`,
  String.raw`(?:\u23F0\uFE0F?\s*|\(@)\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2})?\)?`,
  String.raw`@{1,2}\{[^{}]*\}`,
  String.raw`\\?[[(][\p{L}\p{N}_ -]+::[^[\]()]*[\])]`,
  String.raw`\\?\^[A-Za-z0-9-]+`,
  String.raw`%%(?:(?!%%).)*%%`,
];

/**
 * A tag at the end of a list item is an addition. A tag at the end of another line is not, because such a
 * line may consist only of tags.
 */
const tag = String.raw`#(?=[\p{N}_/-]*\p{L})[\p{L}\p{N}_/-]+`;

const atEnd = (parts: readonly string[]): RegExp => new RegExp(String.raw`\s(?:${parts.join('|')})$`, 'u');
const afterText = atEnd(additions);
const afterItem = atEnd([...additions, tag]);
const due = new RegExp(String.raw`\s+(?:${dueDate})(?=\s|$)`, 'u');

const lead = new RegExp(String.raw`^(?:${tag}\s+)+(?=\S)`, 'u');

/**
 * Returns the tags before the statement of an item, such as the tag by which the Tasks plugin recognises
 * tasks.
 */
export function leadOf(item: string): string {
  return lead.exec(item)?.[0] ?? '';
}

const mostAdditions = 20;

/** Returns the length of a text without the additions at its end and the space before them. */
export function lengthWithoutTail(text: string, isItem: boolean): number {
  const addition = isItem ? afterItem : afterText;
  let body = text.trimEnd();
  for (let count = 0; count < mostAdditions; count += 1) {
    const found = addition.exec(body);
    if (found === null) break;
    body = body.slice(0, found.index).trimEnd();
  }
  return body.length;
}

/**
 * Returns the due date in a tail (the additions after a statement), with the space before the date. Returns
 * an empty text if there is none.
 */
export function dueIn(tail: string): string {
  return due.exec(tail)?.[0] ?? '';
}

/**
 * Replaces the due date in a tail. If the tail has none, puts the date at the start of the tail, because a
 * block id must be last.
 */
export function withDue(tail: string, date: string): string {
  return dueIn(tail) === '' ? date + tail : tail.replace(due, () => date);
}
