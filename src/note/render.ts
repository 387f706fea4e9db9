import type { FailureDetails } from '../failure';
import { failureText, format } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import { renderArchive } from './archive';
import type { LinkPorts, NoteContent, NoteLayout, NotePorts } from './content';
import { coverageLine, joinSentences } from './coverage';
import { cleanLine } from './escape/clean';
import { escapeInline } from './escape/inline';
import { noteProperties } from './frontmatter';
import { baseProperty, digestMark } from './merge';
import { renderDigest } from './sections';

/** A name, and so the same in every language. */
const plugin = 'PDF Inbox';

/** UTF-16 units of a model's name in the footer, and of a detail (a host, a model) in a failure's sentence. */
const maxModelName = 100;
const maxDetail = 200;

/**
 * The whole note as Markdown. All Markdown in it is written here; every text of the document, the model or the
 * endpoint goes through `escape/`, so that it can only ever be read.
 */
export function renderNote(content: NoteContent, layout: NoteLayout, messages: NoteMessages, ports: NotePorts): string {
  const { properties, body } = noteParts(content, layout, messages, ports);
  return wholeNote(ports.yaml(properties), body);
}

/** A note before its properties are YAML. */
export interface NoteParts {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** The note of its properties' YAML, which ends with a line break, and its body. */
export function wholeNote(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}`;
}

/** The parts of what `renderNote` gives. */
export function noteParts(content: NoteContent, layout: NoteLayout, messages: NoteMessages, ports: LinkPorts): NoteParts {
  const context = { pdfName: content.pdfName, taskFormat: layout.taskFormat, messages, ports };
  const parts = [
    `# ${messages.note.title}`,
    stateLine(content, messages),
    coverageLine(content.notRead, messages),
    content.digest === undefined ? '' : renderDigest(content.digest, context),
    renderArchive(content, layout, messages),
    footer(content, messages),
  ];
  const body = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  return { properties: { ...noteProperties(content, layout, ports), [baseProperty]: digestMark(body) }, body };
}

/** What kind of note this is and why, where that is not simply a model's digest. */
function stateLine(content: NoteContent, messages: NoteMessages): string {
  if (content.state === 'complete') return '';
  const unread = content.state === 'pending' && content.archive.length === 0;
  const lead = `**${messages.note[unread ? 'pendingUnread' : content.state]}**`;
  if (content.reason === undefined) return lead;
  const { sentence, wayOn } = failureText(messages, { ...content.reason, details: cleaned(content.reason.details) });
  return `${lead} ${joinSentences([escapeInline(sentence), escapeInline(wayOn)])}`;
}

/** Details that are left empty are left out of the sentence. */
function cleaned(details: FailureDetails): FailureDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value, maxDetail) : value,
    ]),
  );
}

function footer(content: NoteContent, { note }: NoteMessages): string {
  const model = escapeInline(content.model ?? '', maxModelName);
  const words = model === '' ? format(note.madeByPluginAlone, { plugin }) : format(note.madeBy, { plugin, model });
  return `---\n*${words}*`;
}
