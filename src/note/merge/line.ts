import { withoutJoiners } from '../escape/triggers';
import { canonical, withoutBreak } from './canonical';
import { remembered } from './remembered';
import { dueIn, lengthWithoutTail, withDue } from './tail';

/** The Markdown form of a line; `block` means several lines that form one unit, such as the archive. */
export type LineForm = 'task' | 'bullet' | 'row' | 'text' | 'block';

/** A line, split into its statement and the user's additions that do not change the statement. */
export interface Line {
  readonly form: LineForm;
  readonly indent: string;
  /** The sign of a list item with the space after it; empty for other forms. */
  readonly sign: string;
  /** The text between the brackets of a task; empty for other forms. */
  readonly tick: string;
  /** Additions at the end, with the space before them: dates, priority, tags, block id, comment. */
  readonly tail: string;
  /** The due date in the tail, with the space before it. */
  readonly due: string;
  /** The canonical form of the statement (see `canonical.ts`), without sign, tick and tail. */
  readonly core: string;
}

const item = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)([^]*)$/;
/** A check box. Some formatters remove the space in it. */
const box = /^\\?\[(.?)\\?\](?:\s+|$)/u;
const blockStart = /^\s*(?:`{3}|~{3}|>|<details\b|%%)/i;

/** Parses one line, a line that a formatter has wrapped, or the lines of a block. */
export const readLine = remembered(parsed);

function parsed(text: string): Line {
  if (text.includes('\n') && blockStart.test(text)) return block(text);
  const asItem = isRule(text) ? null : item.exec(text);
  if (asItem === null) {
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    const form = text.startsWith('|', indent.length) ? 'row' : 'text';
    return { form, indent, sign: '', tick: '', ...parted(form, text.slice(indent.length)) };
  }
  const [, indent = '', sign = '', content = ''] = asItem;
  const ticked = box.exec(content);
  const form = ticked === null ? 'bullet' : 'task';
  const statement = content.slice(ticked?.[0].length ?? 0);
  return { form, indent, sign, tick: ticked?.[1] ?? '', ...parted(form, statement) };
}

/** Returns whether a line is a thematic break. Formatters may write it with other signs than the plugin. */
export function isRule(line: string): boolean {
  return /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line);
}

function block(text: string): Line {
  const core = canonical(text.replace(/^\s*>/gm, ''));
  return { form: 'block', indent: '', sign: '', tick: '', tail: '', due: '', core };
}

function parted(form: LineForm, content: string): Pick<Line, 'tail' | 'due' | 'core'> {
  if (form === 'row') {
    const core = canonical(content).replace(/\|:?-:?(?=\|)/g, '|-');
    return { tail: '', due: '', core };
  }
  if (isRule(content)) return { tail: '', due: '', core: '-' };
  const whole = withoutBreak(content);
  const length = lengthWithoutTail(whole, form !== 'text');
  const tail = whole.slice(length);
  return { tail, due: dueIn(tail), core: canonical(whole.slice(0, length)) };
}

/**
 * Returns true when the old line was written before triggers were broken and the new line has the same words
 * with broken triggers.
 */
export function lacksJoiners(old: string, fresh: string): boolean {
  const breaks = /[\u2060\uFF5B\uFF5D]/;
  return old !== fresh && withoutJoiners(old) === old && breaks.test(fresh);
}

/** Returns whether a task has any status but open. */
export function isTicked({ tick }: Line): boolean {
  return tick.trim() !== '';
}

/** Returns the additions at the end of a line that are the user's. */
export function ownTail({ tail }: Line, isOurDue: boolean): string {
  return isOurDue ? withDue(tail, '') : tail;
}

/** Replaces, adds or (when `due` is empty) removes the due date of a line. `due` begins with a space. */
export function redated(text: string, due: string): string {
  const { tail, due: before } = readLine(text);
  if (canonical(before) === canonical(due)) return text;
  const line = withoutBreak(text);
  return line.slice(0, line.length - tail.length) + withDue(tail, due);
}

/**
 * Writes a list item with the sign and indent of a neighbouring item. With a different sign or indent, it
 * would begin another list.
 */
export function signedLike(text: string, neighbour: string): string {
  const [own, other] = [readLine(text), readLine(neighbour)];
  return own.sign === '' || other.sign === ''
    ? text
    : other.indent + other.sign + text.slice(own.indent.length + own.sign.length);
}

/**
 * Replaces an old line by a new one, and keeps the indent, the sign, the tick and the additions at the end of
 * the old one.
 * @param keepsDue whether the due date, or its absence, is the user's
 */
export function inPlaceOf(fresh: string, old: string, keepsDue: boolean): string {
  const [now, before] = [readLine(fresh), readLine(old)];
  if (now.form === 'block' || before.form === 'block' || now.form === 'row') return fresh;
  const tail = keepsDue ? before.tail : withDue(before.tail, now.due);
  const body = fresh.trimEnd().slice(now.indent.length + now.sign.length);
  const words = body.slice(0, body.length - now.tail.length);
  const ticked =
    now.form === 'task' && before.tick !== '' ? words.replace(/\[.\]/u, () => `[${before.tick}]`) : words;
  const sign = now.sign === '' || before.sign === '' ? now.sign : before.sign;
  return before.indent + sign + ticked + tail;
}
