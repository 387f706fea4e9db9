import type { Failure } from '../failure';
import { format } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import type { LinkPorts, NoteContent, NoteLayout, NotePorts } from './content';
import { escapeInline } from './escape/inline';
import { noteProperties } from './frontmatter';
import { baseProperty, digestMark } from './merge';
import { middleOf } from './middle';

/** A name, and so the same in every language. */
const plugin = 'PDF Inbox';

/** UTF-16 units of a model's name in the footer. */
const maxModelName = 100;

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
  /** Why the user's template was not used. */
  readonly problem?: Failure;
}

/** The note of its properties' YAML, which ends with a line break, and its body. */
export function wholeNote(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}`;
}

/** The parts of what `renderNote` gives. A template that cannot be used is a problem, and the built-in layout is used. */
export function noteParts(content: NoteContent, layout: NoteLayout, messages: NoteMessages, ports: LinkPorts): NoteParts {
  const { middle, ...problem } = middleOf({ content, layout, messages, ports });
  const parts = [`# ${messages.note.title}`, ...middle, footer(content, messages)];
  const body = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  return { properties: { ...noteProperties(content, layout, ports), [baseProperty]: digestMark(body) }, body, ...problem };
}

function footer(content: NoteContent, { note }: NoteMessages): string {
  const model = escapeInline(content.model ?? '', maxModelName);
  const words = model === '' ? format(note.madeByPluginAlone, { plugin }) : format(note.madeBy, { plugin, model });
  return `---\n*${words}*`;
}
