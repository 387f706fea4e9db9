import type { Action, Citation, Digest, Due, Statement, Unverified } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { isPartyName } from '../digest/fact-properties';
import { isOfOthers } from '../digest/whose';
import { cleanLine } from '../clean';
import { citationLinks } from './citation-links';
import type { LinkPorts, NoteContent, TaskFormat } from './content';
import { doubtWords } from './doubt-words';
import { escapeCell, inCell } from './escape/cell';
import { escapeInline, escapeLineStart, maxStatement } from './escape/inline';
import { cleanTags, markdownTag } from './escape/tag';
import { digestParts, headingOf, type DigestPart } from './parts';
import { taskWords } from './task-words';

/** The data that all sections need. */
export interface SectionContext {
  readonly pdfName: NoteContent['pdfName'];
  readonly taskFormat: TaskFormat;
  /** The names that documents use for the user. */
  readonly me?: readonly string[];
  /** True when the user wants no tags of the digest in the note. */
  readonly noTags?: boolean;
  readonly messages: NoteMessages;
  readonly ports: LinkPorts;
}

const BODIES: Readonly<Record<DigestPart, (digest: Digest, context: SectionContext) => string>> = {
  tags: ({ tags }, { messages, noTags }) =>
    noTags === true ? '' : tagLine(tags) || emptyLine(messages.note.noTags),
  summary: ({ summary }, context) =>
    summaryLine(summary, context) || emptyLine(context.messages.note.noSummary),
  actions: (digest, context) => actionLines(digest, context) || emptyLine(context.messages.note.noActions),
  points: ({ points }, context) =>
    lines(points, (point) => pointLine(point, context)) || emptyLine(context.messages.note.noPoints),
  facts: (digest, context) => (digest.facts.length === 0 ? '' : factTable(digest, context)),
  unverified: ({ unverified }, context) => lines(unverified, (item) => unverifiedLine(item, context)),
};

/** Renders a part of the digest with its heading; an empty text when its body is empty. */
export function renderPart(key: DigestPart, digest: Digest, context: SectionContext): string {
  const body = BODIES[key](digest, context);
  return body === '' ? '' : `${headingOf(key, context.messages)}\n\n${body}`;
}

/** Renders the digest as Markdown. */
export function renderDigest(digest: Digest, context: SectionContext): string {
  const parts = digestParts.map((key) => renderPart(key, digest, context)).filter((text) => text !== '');
  return [headingOf('digest', context.messages), ...parts].join('\n\n');
}

function emptyLine(words: string): string {
  return `*${words}*`;
}

function lines<Item extends Statement>(items: readonly Item[], line: (item: Item) => string): string {
  return readable(items).map(line).join('\n');
}

/** Drops statements that consist only of invisible characters. */
function readable<Item extends Statement>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ text }) => cleanLine(text, maxStatement) !== '');
}

function tagLine(tags: readonly string[]): string {
  return cleanTags(tags).map(markdownTag).join(' ');
}

function summaryLine(statements: readonly Statement[], context: SectionContext): string {
  return readable(statements)
    .map(({ text, citations }, index) => {
      const escaped = index === 0 ? escapeLineStart(text) : escapeInline(text);
      return escaped + pageLinks(citations, context);
    })
    .join(' ');
}

/** The callout with the to-dos of other people is folded if it has more to-dos than this. */
const mostUnfolded = 5;

function actionLines(digest: Digest, context: SectionContext): string {
  const others = digest.actions.filter((action) => isOfOthers(action, digest, context.me ?? []));
  const own = digest.actions.filter((action) => !others.includes(action));
  const write = (actions: readonly Action[]): string =>
    lines(actions, (action) => actionLine(action, context));
  const theirs = write(others);
  const fold = others.length > mostUnfolded ? '-' : '+';
  const head = `[!todo]${fold} ${context.messages.note.others}`;
  const callout = theirs === '' ? '' : `${head}\n${theirs}`.replace(/^/gm, '> ');
  return [write(own), callout].filter((part) => part !== '').join('\n\n');
}

function actionLine(action: Action, context: SectionContext): string {
  const { text, owner, due, citations } = action;
  const asField = context.taskFormat !== 'plain' && due.kind === 'absolute';
  const when = due.kind === 'none' || asField ? '' : due.text;
  const words = taskWords({ text, owner, due: when }, context.messages);
  const computed = computedWords(due, context);
  return `- [ ] ${words}${pageLinks(citations, context)}${computed}${dueField(action, context.taskFormat)}`;
}

function computedWords(due: Due, context: SectionContext): string {
  if (due.kind !== 'relative' || due.computed === undefined) return '';
  const { date, from, citations } = due.computed;
  const source = citations.length === 0 ? '' : citationLinks(citations.slice(0, 1), context);
  return ` · ${format(context.messages.note.computedDue, { date, from, source })}`;
}

function dueField({ due }: Action, taskFormat: TaskFormat): string {
  const date = due.kind === 'absolute' ? due.date : due.kind === 'relative' ? due.computed?.date : undefined;
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return '';
  switch (taskFormat) {
    case 'plain':
      return '';
    case 'tasks':
      return ` 📅 ${date}`;
    case 'dataview':
      return ` [due:: ${date}]`;
  }
}

function pointLine({ text, citations }: Statement, context: SectionContext): string {
  return `- ${escapeLineStart(text)}${pageLinks(citations, context)}`;
}

/** Renders a statement without a check box, because it may be wrong. */
function unverifiedLine(item: Unverified, context: SectionContext): string {
  const { text, owner = '', due = '', citations, doubt } = item;
  const { messages } = context;
  const words = taskWords({ text, owner, due }, messages);
  return `- ${words}${pageLinks(citations, context)} *${doubtWords(doubt, messages)}*`;
}

function factTable({ facts, documentType }: Digest, context: SectionContext): string {
  const { factName, factValue, factSource, factKind, kinds } = context.messages.note;
  const kind = documentType === 'other' ? [] : [[factKind, kinds[documentType], '']];
  const rows = facts.map(({ name, value, citations, from }) => [
    escapeCell(name),
    isPartyName(name) ? withNoteLinks(value, context) : escapeCell(value),
    from === undefined ? inCell(citationLinks(citations, context)) : context.messages.note.embeddedInvoice,
  ]);
  return [[factName, factValue, factSource], ['---', '---', '---'], ...kind, ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Makes each name a link if there is a note with this name or alias. */
function withNoteLinks(value: string, { ports: { noteLinks } }: SectionContext): string {
  return value
    .split(/([、；;]\s*)/u)
    .map((name) => {
      const link = noteLinks?.get(name.trim().toLowerCase());
      return link === undefined ? escapeCell(name) : inCell(link);
    })
    .join('');
}

function pageLinks(citations: readonly Citation[], context: SectionContext): string {
  return citations.length === 0 ? '' : ` (${citationLinks(citations, context)})`;
}
