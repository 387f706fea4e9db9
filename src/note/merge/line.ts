import { withoutJoiners } from '../escape/triggers';
import { canonical, withoutBreak } from './canonical';
import { remembered } from './remembered';
import { dueIn, leadOf, lengthWithoutTail, withDue } from './tail';

/** The Markdown form of a line; `block` means several lines that form one unit, such as the archive. */
export type LineForm = 'task' | 'bullet' | 'row' | 'text' | 'block';

/** A line, split into its statement and the user's additions that do not change the statement. */
export interface Line {
  readonly form: LineForm;
  readonly indent: string;
  /** The sign of a list item with the space after it; empty for other forms. */
  readonly sign: string;
  /** The text between the brackets of a check box; null when there is no check box. */
  readonly tick: string | null;
  /** Tags before the statement of an item, with the space after them. */
  readonly lead: string;
  /** The statement as it is written. */
  readonly statement: string;
  /** Additions at the end, with the space before them: dates, priority, tags, block id, comment. */
  readonly tail: string;
  /** The due date in the tail, with the space before it. */
  readonly due: string;
  /** The canonical form of the statement (see `canonical.ts`). */
  readonly core: string;
}

const item = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)([^]*)$/;
/** A check box. Some formatters remove the space in it. */
const box = /^\\?\[(.?)\\?\](?:\s+|$)/u;
/** Matches the first line of a fence, a quotation, folded HTML or a comment. */
const blockStart = /^\s*(?:`{3}|~{3}|>|<details\b|%%)/i;

/** Parses one line, a line that a formatter has wrapped, or the lines of a block. */
export const readLine = remembered(parsed);

function parsed(text: string): Line {
  if (text.includes('\n') && blockStart.test(text)) return block(text);
  const asItem = isRule(text) ? null : item.exec(text);
  if (asItem === null) {
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    const form = text.startsWith('|', indent.length) ? 'row' : 'text';
    return { form, indent, sign: '', tick: null, lead: '', ...parted(form, text.slice(indent.length)) };
  }
  const [, indent = '', sign = '', content = ''] = asItem;
  const ticked = box.exec(content);
  const words = content.slice(ticked?.[0].length ?? 0);
  const lead = leadOf(words);
  const tick = ticked === null ? null : (ticked[1] ?? '');
  const form = ticked === null ? 'bullet' : 'task';
  return { form, indent, sign, tick, lead, ...parted(form, words.slice(lead.length)) };
}

/** Returns whether a line is a thematic break. Formatters may write it with other signs than the plugin. */
export function isRule(line: string): boolean {
  return /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line);
}

function block(text: string): Line {
  const core = canonical(text.replace(/^\s*>/gm, ''));
  return {
    form: 'block',
    indent: '',
    sign: '',
    tick: null,
    lead: '',
    statement: text,
    tail: '',
    due: '',
    core,
  };
}

function parted(form: LineForm, content: string): Pick<Line, 'statement' | 'tail' | 'due' | 'core'> {
  if (form === 'row') {
    const core = canonical(content).replace(/\|:?-:?(?=\|)/g, '|-');
    return { statement: content, tail: '', due: '', core };
  }
  if (isRule(content)) return { statement: content, tail: '', due: '', core: '-' };
  const whole = withoutBreak(content);
  const length = lengthWithoutTail(whole, form !== 'text');
  const statement = whole.slice(0, length);
  const tail = whole.slice(length);
  return { statement, tail, due: dueIn(tail), core: canonical(statement) };
}

/**
 * Returns true when the old line was written before triggers were broken and the new line has the same words
 * with broken triggers.
 */
export function lacksJoiners(old: string, fresh: string): boolean {
  const breaks = /[\u2060\uFF5B\uFF5D]/;
  return old !== fresh && withoutJoiners(old) === old && breaks.test(fresh);
}

/** Returns whether a task has any status other than open. */
export function isTicked({ tick }: Line): boolean {
  return tick !== null && tick.trim() !== '';
}

/** Returns whether the user has put something before or after the statement. */
export function hasOwnAdditions({ lead, tail }: Line, isDueGenerated: boolean): boolean {
  return lead !== '' || (isDueGenerated ? withDue(tail, '') : tail) !== '';
}

/** Puts tags before the statement of an item that has none there. */
export function withLead(text: string, lead: string): string {
  const line = readLine(text);
  return line.sign === '' || line.lead !== '' ? text : reopened(text, { ...line, lead });
}

/** Gives an item a check box with this tick. */
export function withTick(text: string, tick: string | null): string {
  return reopened(text, { ...readLine(text), tick });
}

/** Returns an item with the indent, sign, check box and tags of the given line. */
function reopened(text: string, { indent, sign, tick, lead }: Line): string {
  const content = text.slice(indent.length + sign.length);
  const words = content.slice(box.exec(content)?.[0].length ?? 0);
  return indent + sign + boxOf(tick) + lead + words.slice(leadOf(words).length);
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
 * Replaces the statement of an old line by that of a new line. For an item, the indent, the sign, the check
 * box (or its absence) and the additions are kept.
 * @param keepsDue true when the user has changed or removed the due date, so that the new due date is not
 * used
 */
export function inPlaceOf(fresh: string, old: string, keepsDue: boolean): string {
  const [now, before] = [readLine(fresh), readLine(old)];
  if (now.form === 'block' || before.form === 'block' || now.form === 'row') return fresh;
  const { sign, tick, lead } = now.sign === '' || before.sign === '' ? now : before;
  const tail = keepsDue ? before.tail : withDue(before.tail, now.due);
  return before.indent + sign + boxOf(tick) + lead + now.statement + tail;
}

function boxOf(tick: string | null): string {
  return tick === null ? '' : `[${tick === '' ? ' ' : tick}] `;
}
