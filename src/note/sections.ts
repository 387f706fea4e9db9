import type { Action, Citation, Digest, Fact, Statement, Unverified } from '../digest/digest';
import type { NoteMessages } from '../i18n/note/messages';
import { citationLinks } from './citation-links';
import type { LinkPorts, NoteContent, TaskFormat } from './content';
import { doubtWords } from './doubt-words';
import { escapeCell, inCell } from './escape/cell';
import { escapeInline, escapeLineStart } from './escape/inline';
import { cleanTags, markdownTag } from './escape/tag';
import { taskWords } from './task-words';
import type { TemplateBlock } from './template';

/** What every section is written with. */
export interface SectionContext {
  readonly pdfName: NoteContent['pdfName'];
  readonly taskFormat: TaskFormat;
  readonly messages: NoteMessages;
  readonly ports: LinkPorts;
}

export type DigestSection = Extract<TemplateBlock, 'tags' | 'summary' | 'tasks' | 'points' | 'facts' | 'unverified'>;

/** The digest as Markdown, from its heading to the last section; sections apart by a blank line. */
export function renderDigest(digest: Digest, context: SectionContext): string {
  const sections = Object.values(digestSections(digest, context)).filter((text) => text !== '');
  return [`## ${context.messages.note.digest}`, ...sections].join('\n\n');
}

/** The sections in their order, each with its heading; facts and what is to be verified are empty when there are none. */
export function digestSections(digest: Digest, context: SectionContext): Readonly<Record<DigestSection, string>> {
  const { note } = context.messages;
  return {
    tags: section(note.tags, tagLine(digest.tags) || emptyLine(note.noTags)),
    summary: section(note.summary, summaryLine(digest.summary, context) || emptyLine(note.noSummary)),
    tasks: section(note.actions, lines(digest.actions, (action) => actionLine(action, context)) || emptyLine(note.noActions)),
    points: section(note.points, lines(digest.points, (point) => pointLine(point, context)) || emptyLine(note.noPoints)),
    facts: digest.facts.length === 0 ? '' : section(note.facts, factTable(digest.facts, context)),
    unverified:
      digest.unverified.length === 0
        ? ''
        : section(note.toVerify, lines(digest.unverified, (item) => unverifiedLine(item, context))),
  };
}

function section(heading: string, body: string): string {
  return `### ${heading}\n\n${body}`;
}

function emptyLine(words: string): string {
  return `*${words}*`;
}

function lines<Item extends Statement>(items: readonly Item[], line: (item: Item) => string): string {
  return readable(items).map(line).join('\n');
}

/** Without statements of which nothing is left once what cannot be seen is taken out. */
function readable<Item extends Statement>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ text }) => escapeInline(text) !== '');
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

function actionLine(action: Action, context: SectionContext): string {
  const { text, owner, due, citations } = action;
  const asField = context.taskFormat !== 'plain' && due.kind === 'absolute';
  const when = due.kind === 'none' || asField ? '' : due.text;
  const words = taskWords({ text, owner, due: when }, context.messages);
  return `- [ ] ${words}${pageLinks(citations, context)}${dueField(action, context.taskFormat)}`;
}

/** The date in the form the chosen plugin reads, at the very end of the line, where it has to stand. */
function dueField({ due }: Action, taskFormat: TaskFormat): string {
  if (due.kind !== 'absolute' || !/^\d{4}-\d{2}-\d{2}$/.test(due.date)) return '';
  switch (taskFormat) {
    case 'plain':
      return '';
    case 'tasks':
      return ` 📅 ${due.date}`;
    case 'dataview':
      return ` [due:: ${due.date}]`;
  }
}

function pointLine({ text, citations }: Statement, context: SectionContext): string {
  return `- ${escapeLineStart(text)}${pageLinks(citations, context)}`;
}

/** No box to tick: whether there is anything to do is what is to be verified. */
function unverifiedLine(item: Unverified, context: SectionContext): string {
  const { text, owner = '', due = '', citations, doubt } = item;
  const { messages } = context;
  const words = taskWords({ text, owner, due }, messages);
  return `- ${words}${pageLinks(citations, context)} *${doubtWords(doubt, messages)}*`;
}

function factTable(facts: readonly Fact[], context: SectionContext): string {
  const { factName, factValue, factSource } = context.messages.note;
  const rows = facts.map(({ name, value, citations }) => [
    escapeCell(name),
    escapeCell(value),
    inCell(citationLinks(citations, context)),
  ]);
  return [[factName, factValue, factSource], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function pageLinks(citations: readonly Citation[], context: SectionContext): string {
  return citations.length === 0 ? '' : ` (${citationLinks(citations, context)})`;
}
