import { withoutJoiners } from '../escape/triggers';
import { canonical, withoutBreak } from './canonical';
import { remembered } from './remembered';
import { dueIn, leadOf, lengthWithoutTail, withDue } from './tail';

/** `block`: several lines that belong together, such as the archive. */
export type LineForm = 'task' | 'bullet' | 'row' | 'text' | 'block';

/** A line, split into its statement and what the user added before and after it. */
export interface Line {
  readonly form: LineForm;
  readonly indent: string;
  /** The sign of a list item (`-`, `1.`) with the space after it; empty for other forms. */
  readonly sign: string;
  /** The text between the brackets of a check box; null when there is no check box. */
  readonly tick: string | null;
  /** Tags between the sign or check box and the statement, with the space after them. */
  readonly lead: string;
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

/** Parses a line or a block. A line that a formatter has wrapped contains line breaks, but is one line. */
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

/** Returns whether a line is a thematic break (`---`, `***`). */
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
 * Returns true when only the new line has the characters with which the plugin breaks triggers (text on which
 * other plugins act). The old line was then written by an earlier version, which did not break triggers.
 */
export function lacksJoiners(old: string, fresh: string): boolean {
  const breaks = /[\u2060\uFF5B\uFF5D]/;
  return old !== fresh && withoutJoiners(old) === old && breaks.test(fresh);
}

/** Returns whether a task has another status than open. */
export function isTicked({ tick }: Line): boolean {
  return tick !== null && tick.trim() !== '';
}

/**
 * Returns whether the user has added something before or after the statement. If `isDueGenerated` is true, a
 * due date is ignored.
 */
export function hasOwnAdditions({ lead, tail }: Line, isDueGenerated: boolean): boolean {
  return lead !== '' || (isDueGenerated ? withDue(tail, '') : tail) !== '';
}

/** Puts tags before the statement of a list item, unless there are tags already. */
export function withLead(text: string, lead: string): string {
  const line = readLine(text);
  return line.sign === '' || line.lead !== '' ? text : reopened(text, { ...line, lead });
}

/** Gives a list item a check box with this tick. Null removes the check box. */
export function withTick(text: string, tick: string | null): string {
  return reopened(text, { ...readLine(text), tick });
}

/** Gives a list item the indent, sign, check box and tags of another line. */
function reopened(text: string, { indent, sign, tick, lead }: Line): string {
  const content = text.slice(indent.length + sign.length);
  const words = content.slice(box.exec(content)?.[0].length ?? 0);
  return indent + sign + boxOf(tick) + lead + words.slice(leadOf(words).length);
}

/**
 * Replaces or adds the due date of a line. `due` begins with a space; an empty `due` removes the due date.
 */
export function redated(text: string, due: string): string {
  const { tail, due: before } = readLine(text);
  if (canonical(before) === canonical(due)) return text;
  const line = withoutBreak(text);
  return line.slice(0, line.length - tail.length) + withDue(tail, due);
}

/** Gives a list item the sign and indent of its neighbour, so that it does not begin another list. */
export function signedLike(text: string, neighbour: string): string {
  const [own, other] = [readLine(text), readLine(neighbour)];
  return own.sign === '' || other.sign === ''
    ? text
    : other.indent + other.sign + text.slice(own.indent.length + own.sign.length);
}

/**
 * Replaces the statement of an old line. A list item keeps its indent, sign, check box and additions.
 * @param keepsDue true when the user has changed or removed the due date
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
