import type { Citation } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { checkingLines } from './checking-lines';
import type { NoteContent } from './content';
import { citationLinks, type LinkContext } from './citation-links';
import { coverageLine, joinSentences, pageList } from './coverage';
import { invoiceLine } from './invoice-line';
import { failureWords } from './failure-words';

/** Maximum number of links to sentences that address a language model. */
const mostInstructions = 8;

/**
 * Returns the remarks above the digest: why no model has made a digest, which parts were not read or checked,
 * and where the document gives instructions to a language model.
 */
export function statusLines(content: NoteContent, context: LinkContext): readonly string[] {
  const { digest } = content;
  const { messages } = context;
  const checking = digest === undefined ? [] : checkingLines(digest.checking, messages);
  const lines = [
    stateLine(content, messages),
    coverageLine(content.notRead, messages),
    hiddenLine(content, messages),
    machineTalkLine(digest?.machineTalk ?? [], context),
    invoiceLine(digest?.invoiceProblems ?? [], messages),
    ...checking,
  ];
  return lines.filter((line) => line !== '');
}

function hiddenLine({ archive }: NoteContent, messages: NoteMessages): string {
  const pages = archive.filter(({ hidden = '' }) => hidden !== '').map(({ page }) => page);
  if (pages.length === 0) return '';
  const { hiddenText, hiddenOn } = messages.note;
  return `**${hiddenText}** ${format(hiddenOn, { pages: pageList(pages, messages) })}`;
}

/** Returns the line about instructions to a language model; an empty text when there are none. */
function machineTalkLine(citations: readonly Citation[], context: LinkContext): string {
  if (citations.length === 0) return '';
  const { note } = context.messages;
  const pages = citations.map(({ page }) => page);
  const where = { pages: pageList(pages, context.messages), count: new Set(pages).size };
  const links = citationLinks(citations.slice(0, mostInstructions), context);
  return `**${note.machineTalk}** ${format(note.machineTalkOn, where)} (${links})`;
}

/** Returns the line about why the note has no digest by a model; an empty text when the note has one. */
function stateLine(content: NoteContent, messages: NoteMessages): string {
  if (content.state === 'complete') return '';
  const unread = content.state === 'pending' && content.archive.length === 0;
  const lead = `**${messages.note[unread ? 'pendingUnread' : content.state]}**`;
  if (content.onlyHere === true) return `${lead} ${messages.note.onlyHere}`;
  if (content.reason === undefined) return lead;
  const { sentence, wayOn } = failureWords(content.reason, messages);
  return `${lead} ${joinSentences([sentence, wayOn])}`;
}
