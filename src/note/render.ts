import type { Failure } from '../failure';
import { format, type NoteMessages } from '../i18n/messages';
import type { LinkPorts, NoteContent, NoteLayout, NotePorts } from './content';
import { escapeInline } from './escape/inline';
import { maxTitle, noteProperties } from './frontmatter';
import { baseProperty, digestMark } from './merge';
import { middleOf } from './middle';
import { withVaultTags } from './vault-tags';

/** The plugin's name is the same in all languages. */
const plugin = 'PDF Inbox';

/** Maximum length of a model's name in the footer, in UTF-16 units. */
const maxModelName = 100;

/**
 * Renders the whole note as Markdown. Every text from the document, the model or the endpoint passes through
 * `escape/`, so that it is shown as plain text.
 */
export function renderNote(
  content: NoteContent,
  layout: NoteLayout,
  messages: NoteMessages,
  ports: NotePorts,
): string {
  const { properties, body } = noteParts(content, layout, messages, ports);
  return wholeNote(ports.yaml(properties), body);
}

/** A note before its properties are converted to YAML. */
export interface NoteParts {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Why the user's template was not used. */
  readonly problem?: Failure;
}

/** Joins the properties and the body. `yaml` ends with a line break. */
export function wholeNote(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}`;
}

/**
 * Renders the parts of a note. If the template is invalid, the built-in layout is used and `problem` is set.
 */
export function noteParts(
  made: NoteContent,
  layout: NoteLayout,
  messages: NoteMessages,
  ports: LinkPorts,
): NoteParts {
  const { digest } = made;
  const content = digest === undefined ? made : { ...made, digest: withVaultTags(digest, layout) };
  const { middle, ...problem } = middleOf({ content, layout, messages, ports });
  const parts = [headingOf(content, layout, messages), ...middle, footer(content, messages)];
  const body = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  const properties = noteProperties(content, layout, ports);
  return {
    properties: { ...properties, [baseProperty]: digestMark(body, properties) },
    body,
    ...problem,
  };
}

function headingOf({ digest }: NoteContent, layout: NoteLayout, { note }: NoteMessages): string {
  const title = layout.titleAsHeading === true ? escapeInline(digest?.title ?? '', maxTitle) : '';
  return `# ${title === '' ? note.title : title}`;
}

function footer(content: NoteContent, { note }: NoteMessages): string {
  const model = escapeInline(content.model ?? '', maxModelName);
  const words =
    model === '' ? format(note.madeByPluginAlone, { plugin }) : format(note.madeBy, { plugin, model });
  return `---\n*${words}*`;
}
